/// Tables of keys and of the sessions that pages open with them.
enum AccessSchema {
    static let create = """
        -- Who may change the catalogue. Of a key only the SHA-256 is kept; a key is never removed, since the audit log
        -- speaks of it by its name.
        CREATE TABLE accessKey (
            key         TEXT PRIMARY KEY,
            name        TEXT NOT NULL UNIQUE CHECK (name <> ''),
            secretHash  BLOB NOT NULL UNIQUE CHECK (length(secretHash) = 32),
            role        TEXT NOT NULL CHECK (role IN ('publisher', 'curator', 'official', 'administrator')),
            institution TEXT,
            territory   TEXT,
            createdAt   INTEGER NOT NULL,
            createdBy   TEXT NOT NULL,
            expiresAt   INTEGER NOT NULL,
            revokedAt   INTEGER,
            lastUsedOn  TEXT,                     -- the day (UTC) and no more: neither hour nor address
            CHECK ((role = 'publisher') = (institution IS NOT NULL)),
            CHECK ((role = 'official') = (territory IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        -- Who is signed in to the pages. Of a session's identifier only the SHA-256 is kept.
        CREATE TABLE pageSession (
            session   BLOB PRIMARY KEY CHECK (length(session) = 32),
            key       TEXT NOT NULL REFERENCES accessKey,
            createdAt INTEGER NOT NULL,
            expiresAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pageSessionByKey ON pageSession (key);
        """
}
