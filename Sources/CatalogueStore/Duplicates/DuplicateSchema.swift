/// Tables of duplicates across sources. All but the decisions are derived from the records and may be made anew.
///
/// | table | rows |
/// |---|---|
/// | `duplicateKey` | resources by key: those with a common key are compared |
/// | `duplicateKeyed` | the keys of a resource, to take them out again |
/// | `duplicatePair` | pairs that are likely or doubtful duplicates |
/// | `duplicateCluster`, `duplicateMember` | clusters of one resource and who is in them |
/// | `duplicateDecision` | what people decided; an undone decision keeps its row |
/// | `duplicateState` | what the derived tables were made from |
enum DuplicateSchema {
    static let create = """
        CREATE TABLE duplicateKey (
            key      INTEGER NOT NULL,                -- 64-bit hash, see DuplicateKeys
            resource INTEGER NOT NULL,
            PRIMARY KEY (key, resource)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE duplicateKeyed (
            resource INTEGER PRIMARY KEY,
            keys     BLOB NOT NULL                    -- 8 bytes each, big-endian
        ) STRICT;

        CREATE TABLE duplicatePair (
            first       INTEGER NOT NULL,
            second      INTEGER NOT NULL,
            probability REAL    NOT NULL CHECK (probability BETWEEN 0 AND 1),
            PRIMARY KEY (first, second),
            CHECK (first < second)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX duplicatePairBySecond ON duplicatePair (second);

        CREATE TABLE duplicateCluster (
            cluster    INTEGER PRIMARY KEY,           -- the member whose identifier comes first
            confidence REAL    NOT NULL,              -- of the least sure join, 0 to 1
            decidedBy  TEXT    NOT NULL CHECK (decidedBy IN ('rule', 'person')),
            members    INTEGER NOT NULL CHECK (members > 1),
            formedAt   INTEGER NOT NULL               -- seconds since 1970; kept while the members stay the same
        ) STRICT;

        CREATE TABLE duplicateMember (
            resource INTEGER PRIMARY KEY,
            cluster  INTEGER NOT NULL REFERENCES duplicateCluster
        ) STRICT;

        CREATE INDEX duplicateMemberByCluster ON duplicateMember (cluster);

        CREATE TABLE duplicateDecision (
            decision    INTEGER PRIMARY KEY AUTOINCREMENT,
            first       TEXT    NOT NULL,             -- identifiers, so that decisions outlive the rows
            second      TEXT    NOT NULL,
            verdict     TEXT    NOT NULL CHECK (verdict IN ('same', 'different')),
            decidedAt   INTEGER NOT NULL,
            decidedBy   TEXT    NOT NULL CHECK (decidedBy <> ''),
            note        TEXT,
            withdrawnAt INTEGER,                      -- NULL while it holds
            withdrawnBy TEXT,
            CHECK (first < second)
        ) STRICT;

        CREATE UNIQUE INDEX duplicateDecisionThatHolds ON duplicateDecision (first, second)
            WHERE withdrawnAt IS NULL;

        CREATE INDEX duplicateDecisionBySecond ON duplicateDecision (second);

        CREATE TABLE duplicateState (
            version  INTEGER NOT NULL,                -- DuplicateTraits.version
            sequence INTEGER NOT NULL                 -- last row of changeLog that is worked in
        ) STRICT;
        """
}
