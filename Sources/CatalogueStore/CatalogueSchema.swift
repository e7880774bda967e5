import GRDB

/// The schema of `catalogue.sqlite`, as a list of forward-only migrations: `user_version` counts those applied.
enum CatalogueSchema {
    /// `HLM1`: tells our files from any other SQLite file (`PRAGMA application_id`).
    static let applicationID: Int32 = 0x484C_4D31

    static let migrations = [
        createCatalogue, createGlossary, createHarvests, createLinkChecks, DuplicateSchema.create, createHarvestedPages,
        AuditSchema.create, AccessSchema.create, DepositSchema.create, RelationSchema.create, CollectionSchema.create,
        TranslationSchema.create, TagSchema.create, ClassificationSchema.create,
        TargetSchema.create, ExposureSchema.create, RegisterSchema.create,
    ]

    /// Applies what is missing, each migration in a transaction of its own.
    static func migrate(_ writer: some DatabaseWriter) throws {
        try writer.writeWithoutTransaction { db in
            let applied = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            for (index, migration) in migrations.enumerated().dropFirst(applied) {
                try db.inTransaction {
                    try db.execute(sql: migration)
                    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                    try db.execute(sql: "PRAGMA user_version = \(index + 1)")
                    return .commit
                }
            }
        }
    }
}

private let createGlossary = """
    -- Terms that stand for each other in searches, as read from Corpus/Glossary. Lists are separated by '|'.
    CREATE TABLE glossary (
        kind       TEXT NOT NULL CHECK (kind IN ('synonym', 'abbreviation', 'translation')),
        leftTerms  TEXT NOT NULL,
        rightTerms TEXT NOT NULL,
        condition  TEXT NOT NULL
    ) STRICT;
    """

private let createCatalogue = """
    CREATE TABLE meta (
        key   TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Controlled vocabularies (SKOS), as read from Corpus/Vocabularies. Lists are separated by '|'.
    CREATE TABLE concept (
        scheme         TEXT NOT NULL,
        code           TEXT NOT NULL,
        broader        TEXT,
        labelVi        TEXT NOT NULL CHECK (labelVi <> ''),
        labelEn        TEXT NOT NULL CHECK (labelEn <> ''),
        alternativesVi TEXT NOT NULL,
        alternativesEn TEXT NOT NULL,
        exactMatches   TEXT NOT NULL,
        note           TEXT NOT NULL,
        PRIMARY KEY (scheme, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE licence (
        code     TEXT PRIMARY KEY,
        url      TEXT NOT NULL,
        openness TEXT NOT NULL CHECK (openness BETWEEN 'A' AND 'F'),
        labelVi  TEXT NOT NULL,
        labelEn  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE crosswalk (
        name   TEXT NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (name, source)
    ) STRICT, WITHOUT ROWID;

    -- Registers: dated rows, never overwritten; '' stands for an unknown first day.
    CREATE TABLE institution (
        id           TEXT NOT NULL,
        validFrom    TEXT NOT NULL,
        validTo      TEXT,
        name         TEXT NOT NULL CHECK (name <> ''),
        nameVi       TEXT,
        nameEn       TEXT,
        type         TEXT NOT NULL,
        country      TEXT,
        territory    TEXT,
        website      TEXT,
        officialCode TEXT,
        successor    TEXT,
        source       TEXT,
        PRIMARY KEY (id, validFrom)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE territory (
        id           TEXT NOT NULL,
        validFrom    TEXT NOT NULL,
        validTo      TEXT,
        name         TEXT NOT NULL CHECK (name <> ''),
        type         TEXT NOT NULL,
        parent       TEXT,
        officialCode TEXT,
        successor    TEXT,
        source       TEXT,
        PRIMARY KEY (id, validFrom)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ingestRun (
        run        INTEGER PRIMARY KEY AUTOINCREMENT,
        startedAt  INTEGER NOT NULL,              -- seconds since 1970-01-01T00:00:00Z, as all instants
        finishedAt INTEGER,                       -- NULL while it runs, and for good where it was killed
        source     TEXT    NOT NULL,              -- what was given on the command line
        read       INTEGER NOT NULL DEFAULT 0,
        added      INTEGER NOT NULL DEFAULT 0,
        changed    INTEGER NOT NULL DEFAULT 0,
        unchanged  INTEGER NOT NULL DEFAULT 0,
        refused    INTEGER NOT NULL DEFAULT 0,
        warnings   INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE sourceFile (
        sourceFile INTEGER PRIMARY KEY,
        path       TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE learningResource (
        rowID       INTEGER PRIMARY KEY,
        id          TEXT    NOT NULL UNIQUE,
        title       TEXT    NOT NULL CHECK (title <> ''),
        sortKey     BLOB    NOT NULL,             -- Vietnamese order (TextAnalysis)
        date        TEXT,                         -- ISO 8601, as precise as it is known
        publisher   TEXT    NOT NULL,
        record      TEXT    NOT NULL,             -- JSON of LearningResource
        contentHash BLOB    NOT NULL,             -- SHA-256 of record
        version     INTEGER NOT NULL CHECK (version > 0),
        createdAt   INTEGER NOT NULL,
        changedAt   INTEGER NOT NULL,
        run         INTEGER NOT NULL REFERENCES ingestRun,
        sourceFile  INTEGER NOT NULL REFERENCES sourceFile,
        sourceLine  INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX learningResourceByPublisher ON learningResource (publisher);

    -- What a record said before: one row for every superseded version.
    CREATE TABLE learningResourceVersion (
        resource   INTEGER NOT NULL REFERENCES learningResource,
        version    INTEGER NOT NULL,
        record     TEXT    NOT NULL,
        changedAt  INTEGER NOT NULL,
        run        INTEGER NOT NULL REFERENCES ingestRun,
        sourceFile INTEGER NOT NULL REFERENCES sourceFile,
        sourceLine INTEGER NOT NULL,
        PRIMARY KEY (resource, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE changeLog (
        sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
        resource  INTEGER NOT NULL REFERENCES learningResource,
        version   INTEGER NOT NULL,
        kind      TEXT    NOT NULL CHECK (kind IN ('added', 'changed')),
        changedAt INTEGER NOT NULL,
        run       INTEGER NOT NULL REFERENCES ingestRun
    ) STRICT;

    CREATE TABLE facetValue (
        facetValue INTEGER PRIMARY KEY,
        facet      TEXT NOT NULL,
        value      TEXT NOT NULL,
        UNIQUE (facet, value)
    ) STRICT;
    """
