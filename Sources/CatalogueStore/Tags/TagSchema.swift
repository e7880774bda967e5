/// Tables of free tags, of what is assigned to resources, of suggestions and of bulk tagging.
enum TagSchema {
    static let create = """
        -- Free tags. Merging moves no assignment: `root` says what a tag counts as, so taking a merge back is exact.
        CREATE TABLE tag (
            tag        INTEGER PRIMARY KEY,
            slug       TEXT    NOT NULL UNIQUE,
            name       TEXT    NOT NULL CHECK (name <> ''),  -- as people wrote it
            note       TEXT,                                 -- what it is for
            sortKey    BLOB    NOT NULL,
            mergedInto INTEGER REFERENCES tag CHECK (mergedInto <> tag),
            root       INTEGER NOT NULL REFERENCES tag,      -- itself, or what it is merged into in the end
            deletedAt  INTEGER,
            version    INTEGER NOT NULL,
            createdAt  INTEGER NOT NULL,
            createdBy  TEXT    NOT NULL,
            changedAt  INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX tagByRoot ON tag (root);

        -- Every word for a tag, in the form names are compared in.
        CREATE TABLE tagName (
            normal      TEXT    PRIMARY KEY,
            tag         INTEGER NOT NULL REFERENCES tag,
            name        TEXT    NOT NULL,
            isPreferred INTEGER NOT NULL CHECK (isPreferred IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tagNameByTag ON tagName (tag);

        -- Addresses a tag had before it was renamed.
        CREATE TABLE tagAddress (
            slug TEXT    PRIMARY KEY,
            tag  INTEGER NOT NULL REFERENCES tag
        ) STRICT, WITHOUT ROWID;

        -- What is assigned to resources; outlives their rows, and harvests leave it alone.
        CREATE TABLE tagAssignment (
            resource   TEXT    NOT NULL,
            scheme     TEXT    NOT NULL,           -- 'tags', or the scheme of a concept
            code       TEXT    NOT NULL,           -- number of the tag, or code of the concept
            assignedAt INTEGER NOT NULL,
            assignedBy TEXT    NOT NULL,
            origin     TEXT    NOT NULL CHECK (origin IN ('hand', 'suggestion', 'classifier', 'bulk')),
            confidence REAL CHECK (confidence BETWEEN 0 AND 1),  -- NULL where a person was sure
            isStated   INTEGER NOT NULL CHECK (isStated IN (0, 1)),  -- whether the record said so already
            batch      INTEGER REFERENCES tagBatch,
            PRIMARY KEY (resource, scheme, code)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tagAssignmentByCode ON tagAssignment (scheme, code);
        CREATE INDEX tagAssignmentByBatch ON tagAssignment (batch) WHERE batch IS NOT NULL;

        -- What readers suggest: counted, with days and no word of who they were.
        CREATE TABLE tagSuggestion (
            suggestion INTEGER PRIMARY KEY,
            resource   TEXT    NOT NULL,
            scheme     TEXT    NOT NULL,
            code       TEXT    NOT NULL,           -- the compared form of a tag's name, or the code of a concept
            name       TEXT    NOT NULL,
            times      INTEGER NOT NULL CHECK (times > 0),
            firstOn    TEXT    NOT NULL,
            lastOn     TEXT    NOT NULL,
            state      TEXT    NOT NULL CHECK (state IN ('open', 'accepted', 'dismissed')),
            decidedAt  INTEGER,
            decidedBy  TEXT,
            UNIQUE (resource, scheme, code)
        ) STRICT;
        CREATE INDEX tagSuggestionByState ON tagSuggestion (state, lastOn);

        -- Tagging many resources at once, and what it takes to undo that.
        CREATE TABLE tagBatch (
            batch     INTEGER PRIMARY KEY AUTOINCREMENT,
            query     TEXT    NOT NULL,
            verb      TEXT    NOT NULL CHECK (verb IN ('add', 'remove')),
            scheme    TEXT    NOT NULL,
            code      TEXT    NOT NULL,
            name      TEXT    NOT NULL,
            doneAt    INTEGER NOT NULL,
            doneBy    TEXT    NOT NULL,
            changed   INTEGER NOT NULL,
            undoneAt  INTEGER,
            undoneBy  TEXT
        ) STRICT;

        -- What a batch took away, as it stood.
        CREATE TABLE tagBatchRemoval (
            batch      INTEGER NOT NULL REFERENCES tagBatch,
            resource   TEXT    NOT NULL,
            scheme     TEXT    NOT NULL,
            code       TEXT    NOT NULL,
            assignment TEXT    NOT NULL,           -- JSON of TagAssignment
            PRIMARY KEY (batch, resource, scheme, code)
        ) STRICT, WITHOUT ROWID;
        """
}
