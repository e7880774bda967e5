/// Tables of what is added to the registers of `Corpus/`: population, files taken in, and the files they stand on.
enum RegisterSchema {
    static let create = """
        -- People by territory, group and year, as read from Corpus/Registers/population.csv and files taken in.
        -- The key's columns stand first: SQLite 3.40 finds faults that are none where another stands between them.
        CREATE TABLE population (
            territory   TEXT    NOT NULL,
            peopleGroup TEXT    NOT NULL,
            year        INTEGER NOT NULL,
            source      TEXT    NOT NULL CHECK (source <> ''),
            people      INTEGER NOT NULL CHECK (people > 0),
            PRIMARY KEY (territory, peopleGroup, year, source)
        ) STRICT, WITHOUT ROWID;

        -- Each register as the Corpus last gave it (CSV): what files taken in are added to.
        CREATE TABLE registerBase (
            register TEXT PRIMARY KEY,
            csv      TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Files taken in, in their order; one that was a mistake is taken back, never removed.
        CREATE TABLE registerImport (
            import     INTEGER PRIMARY KEY AUTOINCREMENT,
            register   TEXT    NOT NULL,
            file       TEXT    NOT NULL,
            csv        TEXT    NOT NULL,
            added      INTEGER NOT NULL,
            ended      INTEGER NOT NULL,
            importedAt INTEGER NOT NULL,
            importedBy TEXT    NOT NULL,
            undoneAt   INTEGER,
            undoneBy   TEXT,
            undoneWhy  TEXT
        ) STRICT;

        ALTER TABLE registerSnapshot ADD COLUMN population TEXT NOT NULL DEFAULT '';

        -- What an official wrote as a percentage, as it was written: '14,5%'.
        ALTER TABLE targetObservation ADD COLUMN percentage TEXT;
        """
}
