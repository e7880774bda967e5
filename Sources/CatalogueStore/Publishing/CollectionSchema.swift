/// Tables of collections: lists of resources that somebody made for others.
enum CollectionSchema {
    static let create = """
        CREATE TABLE resourceCollection (
            collection  INTEGER PRIMARY KEY,
            slug        TEXT    NOT NULL UNIQUE,          -- its address, for good
            title       TEXT    NOT NULL CHECK (title <> ''),
            titleEn     TEXT,
            summary     TEXT,
            summaryEn   TEXT,
            purpose     TEXT    NOT NULL CHECK (purpose IN ('audience', 'event', 'centre')),
            audience    TEXT,                             -- code of the scheme audiences
            institution TEXT,                             -- its owner; NULL where the catalogue itself is
            state       TEXT    NOT NULL CHECK (state IN ('draft', 'published')),
            opensOn     TEXT,                             -- first and last day, ISO 8601, in Vietnamese time
            closesOn    TEXT,
            version     INTEGER NOT NULL CHECK (version > 0),
            createdAt   INTEGER NOT NULL,                 -- seconds since 1970
            createdBy   TEXT    NOT NULL,
            changedAt   INTEGER NOT NULL,
            publishedAt INTEGER,                          -- the first time; NULL before
            CHECK (closesOn IS NULL OR opensOn IS NULL OR closesOn >= opensOn)
        ) STRICT;

        CREATE INDEX resourceCollectionByInstitution ON resourceCollection (institution) WHERE institution IS NOT NULL;

        CREATE TABLE collectionItem (
            collection INTEGER NOT NULL REFERENCES resourceCollection ON DELETE CASCADE,
            resource   TEXT    NOT NULL,                  -- identifier: the item outlives the row of a resource
            position   INTEGER NOT NULL,                  -- from 1, without gaps
            note       TEXT,
            addedAt    INTEGER NOT NULL,
            addedBy    TEXT    NOT NULL,
            changedAt  INTEGER NOT NULL,
            PRIMARY KEY (collection, resource)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX collectionItemByResource ON collectionItem (resource);
        """
}
