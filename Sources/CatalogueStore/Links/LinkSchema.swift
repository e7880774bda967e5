/// What is known of the addresses of resources.
let createLinkChecks = """
    CREATE TABLE linkCheck (
        url           TEXT PRIMARY KEY,
        state         TEXT    NOT NULL CHECK (state IN ('live', 'unknown', 'dead')),
        failures      INTEGER NOT NULL,           -- in a row
        firstFailedAt INTEGER,
        checkedAt     INTEGER NOT NULL,
        nextCheckAt   INTEGER NOT NULL,
        reason        TEXT,
        movedTo       TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX linkCheckByTime ON linkCheck (nextCheckAt);
    CREATE INDEX linkCheckDead ON linkCheck (url) WHERE state = 'dead';

    CREATE INDEX learningResourceByAddress ON learningResource (record ->> '$.url') WHERE withdrawnAt IS NULL;
    """
