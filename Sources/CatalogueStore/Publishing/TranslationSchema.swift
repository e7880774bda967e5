/// Tables of the translation backlog: what is wanted in Vietnamese, by whom, and who is at it.
enum TranslationSchema {
    static let create = """
        CREATE TABLE translationEntry (
            original     TEXT    PRIMARY KEY,             -- identifier of a resource
            state        TEXT    NOT NULL
                CHECK (state IN ('wanted', 'claimed', 'inReview', 'published', 'excluded')),
            institution  TEXT,                            -- that translates it
            claimedUntil TEXT,                            -- last day, ISO 8601
            draft        TEXT,                            -- address where reviewers find it
            translation  TEXT,                            -- identifier of the Vietnamese resource
            excludedBy   TEXT,                            -- code of the licence that forbids it; '' for an unknown one
            since        INTEGER NOT NULL,                -- when it came into this state, seconds since 1970
            CHECK (state <> 'claimed' OR (institution IS NOT NULL AND claimedUntil IS NOT NULL)),
            CHECK (state <> 'published' OR translation IS NOT NULL),
            CHECK (state <> 'excluded' OR excludedBy IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX translationEntryByInstitution ON translationEntry (institution) WHERE institution IS NOT NULL;

        -- Who wants it: one wish an institution, or a person who speaks for none.
        CREATE TABLE translationWish (
            original TEXT    NOT NULL,
            wantedBy TEXT    NOT NULL CHECK (wantedBy <> ''),
            note     TEXT,
            wishedAt INTEGER NOT NULL,
            wishedBy TEXT    NOT NULL,
            PRIMARY KEY (original, wantedBy)
        ) STRICT, WITHOUT ROWID;

        -- Demand that was counted without watching people; counts below ten are never kept.
        CREATE TABLE translationDemand (
            original   TEXT    NOT NULL,
            source     TEXT    NOT NULL CHECK (source IN ('uses', 'queries')),
            count      INTEGER NOT NULL CHECK (count >= 10),
            measuredAt INTEGER NOT NULL,
            PRIMARY KEY (original, source)
        ) STRICT, WITHOUT ROWID;
        """
}
