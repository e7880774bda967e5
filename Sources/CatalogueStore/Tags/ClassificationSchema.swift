/// What suggestions from text rest on, and how far institutions let them go by themselves.
enum ClassificationSchema {
    static let create = """
        -- The subject a term of the glossary belongs to (ISCED-F); NULL where it is not said.
        ALTER TABLE glossary ADD COLUMN subject TEXT;

        -- From which confidence on suggestions are assigned without a person: set by the institution, absent by default.
        CREATE TABLE classifierThreshold (
            institution TEXT    NOT NULL,
            scheme      TEXT    NOT NULL,
            threshold   REAL    NOT NULL CHECK (threshold BETWEEN 0.5 AND 1),
            setAt       INTEGER NOT NULL,
            setBy       TEXT    NOT NULL,
            PRIMARY KEY (institution, scheme)
        ) STRICT, WITHOUT ROWID;
        """
}
