/// The table of the audit log: rows are added, never changed; each carries the hash of the one before it.
enum AuditSchema {
    static let create = """
        -- Who changed what, when, and what stood there before. `before` and `after` are JSON texts.
        CREATE TABLE auditEntry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            at       INTEGER NOT NULL,
            actor    TEXT NOT NULL CHECK (actor <> ''),
            action   TEXT NOT NULL CHECK (action <> ''),
            subject  TEXT NOT NULL,
            before   TEXT,
            after    TEXT,
            previous BLOB NOT NULL,
            hash     BLOB NOT NULL UNIQUE
        ) STRICT;

        CREATE INDEX auditEntryBySubject ON auditEntry (subject);

        CREATE TRIGGER auditEntryStands BEFORE UPDATE ON auditEntry
        BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

        CREATE TRIGGER auditEntryStays BEFORE DELETE ON auditEntry
        BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        """
}
