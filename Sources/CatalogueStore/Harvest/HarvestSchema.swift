/// Tables of sources, harvests and what is withdrawn.
let createHarvests = """
    -- A resource that was withdrawn keeps its row: its address answers 410 with the reason.
    ALTER TABLE learningResource ADD COLUMN withdrawnAt INTEGER;
    ALTER TABLE learningResource ADD COLUMN withdrawnWhy TEXT
        CHECK (withdrawnWhy IN ('deleted-at-source', 'missing-at-source', 'source-removed', 'by-hand'));

    ALTER TABLE changeLog RENAME TO changeLogBefore3;
    CREATE TABLE changeLog (
        sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
        resource  INTEGER NOT NULL REFERENCES learningResource,
        version   INTEGER NOT NULL,
        kind      TEXT    NOT NULL CHECK (kind IN ('added', 'changed', 'withdrawn', 'restored')),
        changedAt INTEGER NOT NULL,
        run       INTEGER NOT NULL REFERENCES ingestRun
    ) STRICT;
    INSERT INTO changeLog SELECT * FROM changeLogBefore3;
    DROP TABLE changeLogBefore3;

    CREATE TABLE harvestSource (
        source         TEXT PRIMARY KEY,
        institution    TEXT NOT NULL,
        protocol       TEXT NOT NULL CHECK (protocol IN ('oai-pmh', 'file', 'sitemap', 'feed')),
        urls           TEXT NOT NULL,             -- JSON list, as are formats and sets
        formats        TEXT NOT NULL,
        sets           TEXT NOT NULL,
        mapping        TEXT,                      -- YAML
        licence        TEXT,
        language       TEXT,
        contact        TEXT,
        delay          INTEGER NOT NULL CHECK (delay >= 0),        -- seconds
        interval       INTEGER NOT NULL CHECK (interval >= 60),    -- seconds
        allowsPrivate  INTEGER NOT NULL CHECK (allowsPrivate IN (0, 1)),
        pausedReason   TEXT,
        createdAt      INTEGER NOT NULL,
        -- How far the last harvest came; NULL before the first. JSON of the protocol's own checkpoint.
        checkpoint     TEXT,
        failures       INTEGER NOT NULL DEFAULT 0,                 -- in a row
        nextRunAt      INTEGER NOT NULL DEFAULT 0,
        -- Whoever harvests holds the lease and renews it; one that ran out may be taken.
        leaseHolder    TEXT,
        leaseUntil     INTEGER,
        abortRequested INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE harvestRun (
        run        INTEGER PRIMARY KEY REFERENCES ingestRun,
        source     TEXT    NOT NULL REFERENCES harvestSource,
        kind       TEXT    NOT NULL CHECK (kind IN ('incremental', 'full')),
        verdict    TEXT    CHECK (verdict IN ('success', 'partial', 'failed', 'suspicious', 'aborted')),
        counts     TEXT    NOT NULL,              -- JSON of HarvestCounts
        endedBy    TEXT,                          -- JSON of HarvestNotice
        notices    TEXT    NOT NULL               -- JSON list of HarvestNotice
    ) STRICT;
    CREATE INDEX harvestRunBySource ON harvestRun (source, run);

    CREATE TABLE harvestProblem (
        run      INTEGER NOT NULL REFERENCES harvestRun,
        severity TEXT    NOT NULL CHECK (severity IN ('refused', 'warning')),
        reason   TEXT    NOT NULL,
        field    TEXT    NOT NULL,                -- '' where the record as a whole is meant
        count    INTEGER NOT NULL,
        remedyVi TEXT    NOT NULL,
        remedyEn TEXT    NOT NULL,
        examples TEXT    NOT NULL,                -- JSON list of ProblemGroup.Example
        PRIMARY KEY (run, severity, reason, field)
    ) STRICT, WITHOUT ROWID;

    -- What each source said last, record by record, refused ones included: a record that says the same is not looked at
    -- again, and one that is gone is known by its absence.
    CREATE TABLE sourceRecord (
        source     TEXT    NOT NULL REFERENCES harvestSource,
        identifier TEXT    NOT NULL,              -- in the source's own terms
        hash       BLOB    NOT NULL,              -- SHA-256 of statement and rules, 16 bytes
        resource   INTEGER REFERENCES learningResource,           -- NULL where it was refused
        state      TEXT    NOT NULL CHECK (state IN ('accepted', 'refused', 'deleted')),
        seenIn     INTEGER NOT NULL REFERENCES harvestRun,        -- the last run that met it
        statement  TEXT    NOT NULL,              -- JSON: values by field, before any normalising
        PRIMARY KEY (source, identifier)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sourceRecordByResource ON sourceRecord (resource);

    -- Values that people of the catalogue set by hand: they stand over what a source says, harvest after harvest.
    CREATE TABLE curatedValue (
        resource  TEXT    NOT NULL,               -- identifier of the resource
        field     TEXT    NOT NULL,               -- a source field
        valuesSet TEXT    NOT NULL,               -- JSON list of texts, in the form a source would give
        setAt     INTEGER NOT NULL,
        setBy     TEXT    NOT NULL,
        PRIMARY KEY (resource, field)
    ) STRICT, WITHOUT ROWID;
    """
