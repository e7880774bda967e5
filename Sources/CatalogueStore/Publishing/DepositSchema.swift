/// Tables of what institutions deposit, and of what readers report.
enum DepositSchema {
    static let create = """
        -- A fifth reason to withdraw, and what whoever withdrew it said.
        ALTER TABLE learningResource ADD COLUMN withdrawnBecause TEXT
            CHECK (withdrawnBecause IN
                ('deleted-at-source', 'missing-at-source', 'source-removed', 'by-hand', 'by-publisher'));
        UPDATE learningResource SET withdrawnBecause = withdrawnWhy;
        ALTER TABLE learningResource DROP COLUMN withdrawnWhy;
        ALTER TABLE learningResource RENAME COLUMN withdrawnBecause TO withdrawnWhy;
        ALTER TABLE learningResource ADD COLUMN withdrawnNote TEXT;

        -- Institutions whose deposits are published at once.
        CREATE TABLE trustedInstitution (
            institution TEXT PRIMARY KEY,
            since       INTEGER NOT NULL,
            trustedBy   TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What institutions describe themselves. No harvest and no ingest changes a resource that stands here.
        CREATE TABLE deposit (
            resource      TEXT PRIMARY KEY,       -- identifier of the resource, whether it is published or not
            institution   TEXT NOT NULL,
            state         TEXT NOT NULL CHECK (state IN ('submitted', 'in-review', 'published', 'returned', 'withdrawn')),
            revision      INTEGER NOT NULL CHECK (revision > 0),  -- grows with every change of content or state
            version       INTEGER NOT NULL,       -- the version that stands, published or not
            publicVersion INTEGER,                -- the version learners see; NULL where they see none
            title         TEXT NOT NULL,
            url           TEXT NOT NULL,
            submittedAt   INTEGER NOT NULL,       -- when the version that stands was sent
            submittedBy   TEXT NOT NULL,
            changedAt     INTEGER NOT NULL,
            reviewer      TEXT,                   -- who has taken it up
            note          TEXT                    -- reasons of the last decision or withdrawal
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX depositByInstitution ON deposit (institution, changedAt);
        CREATE INDEX depositByAddress ON deposit (institution, url);
        CREATE INDEX depositByState ON deposit (state, submittedAt);

        CREATE TABLE depositVersion (
            resource    TEXT NOT NULL REFERENCES deposit,
            version     INTEGER NOT NULL CHECK (version > 0),
            record      TEXT NOT NULL,            -- JSON of LearningResource
            createdAt   INTEGER NOT NULL,
            createdBy   TEXT NOT NULL,
            origin      TEXT NOT NULL CHECK (origin IN ('form', 'api', 'spreadsheet', 'restored', 'catalogue')),
            publishedAt INTEGER,                  -- NULL where learners never saw it
            PRIMARY KEY (resource, version)
        ) STRICT, WITHOUT ROWID;

        -- The answer to a request that may be sent twice. Of the request only a hash is kept.
        CREATE TABLE idempotentAnswer (
            key         TEXT NOT NULL REFERENCES accessKey,
            name        TEXT NOT NULL,
            requestHash BLOB NOT NULL,
            answer      TEXT NOT NULL,            -- JSON
            at          INTEGER NOT NULL,
            PRIMARY KEY (key, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX idempotentAnswerByAge ON idempotentAnswer (at);

        -- What readers say is wrong; of who says it nothing is kept.
        CREATE TABLE readerReport (
            report    INTEGER PRIMARY KEY AUTOINCREMENT,
            resource  TEXT NOT NULL,
            kind      TEXT NOT NULL CHECK (kind IN ('broken-link', 'wrong-licence', 'not-suitable', 'other')),
            note      TEXT NOT NULL,
            at        INTEGER NOT NULL,
            state     TEXT NOT NULL CHECK (state IN ('open', 'done', 'dismissed')),
            decidedAt INTEGER,
            decidedBy TEXT,
            answer    TEXT
        ) STRICT;
        CREATE INDEX readerReportByState ON readerReport (state, at);
        CREATE INDEX readerReportByResource ON readerReport (resource);
        """
}
