import GRDB

/// The schema of `usage.sqlite`: forward-only, `user_version` counts what is applied.
enum UsageSchema {
    /// `HLU1`.
    static let applicationID: Int32 = 0x484C_5531

    static func migrate(_ writer: some DatabaseWriter) throws {
        try writer.writeWithoutTransaction { db in
            let migrations: [(Database) throws -> Void] = [
                { try $0.execute(sql: create) }, { try $0.execute(sql: createMark) }, tellLess,
            ]
            for (index, migration) in migrations.enumerated() {
                // Two servers may open a new file at once: the second sees what the first has done.
                try db.inTransaction(.immediate) {
                    guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 <= index else { return .commit }
                    try migration(db)
                    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                    try db.execute(sql: "PRAGMA user_version = \(index + 1)")
                    return .commit
                }
            }
        }
    }

    /// Agents written by older rules are cut to what is kept now, and hashes by which queries of one visitor could be put
    /// together go: their texts wait for five addresses anew.
    private static func tellLess(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM querySession")
        for row in try Row.fetchAll(db, sql: "SELECT word, text FROM word WHERE kind = 1") {
            let (word, text): (Int64, String) = (row[0], row[1])
            let kept = AgentText.kept(text)
            guard kept != text else { continue }
            let other = try Int64.fetchOne(
                db, sql: "SELECT word FROM word WHERE kind = 1 AND text = ?", arguments: [kept])
            if let other {
                try db.execute(sql: "UPDATE event SET agent = ? WHERE agent = ?", arguments: [other, word])
                try db.execute(sql: "DELETE FROM word WHERE word = ?", arguments: [word])
            } else {
                try db.execute(sql: "UPDATE word SET text = ? WHERE word = ?", arguments: [kept, word])
            }
        }
    }

    private static let createMark = """
        -- Whether the events were made up for trying things out: said wherever a figure shows.
        CREATE TABLE simulation (
            one  INTEGER PRIMARY KEY CHECK (one = 1),
            seed INTEGER NOT NULL
        ) STRICT;
        """

    private static let create = """
        -- Secrets of session keys (by day), of query keys (by month), and of signed addresses. Those of a day and a month
        -- are destroyed when it is over.
        CREATE TABLE secret (
            scope TEXT PRIMARY KEY,
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Agents, cut to what tells a program and its main version; identifiers of resources and collections.
        CREATE TABLE word (
            word INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,             -- 1 agent, 2 resource, 3 collection
            text TEXT    NOT NULL,
            UNIQUE (kind, text)
        ) STRICT;

        -- Raw events, kept for days. No address, no agent beyond the dictionary, no text of a query.
        CREATE TABLE event (
            event      INTEGER PRIMARY KEY,
            day        INTEGER NOT NULL,       -- days since 1970-01-01 in Việt Nam (UTC+7)
            second     INTEGER NOT NULL,       -- since 1970-01-01T00:00:00Z
            kind       INTEGER NOT NULL,
            session    INTEGER NOT NULL,       -- keyed hash of address, agent, day and hour
            agent      INTEGER NOT NULL,
            item       INTEGER NOT NULL,       -- 0 for none
            collection INTEGER NOT NULL,
            method     INTEGER NOT NULL,
            channel    INTEGER NOT NULL,
            path       INTEGER NOT NULL,       -- hash
            query      INTEGER NOT NULL,       -- keyed hash of the compared text; 0 for none
            resultSet  INTEGER NOT NULL,       -- hash
            page       INTEGER NOT NULL,
            hits       INTEGER NOT NULL,       -- -1 where unknown
            isStaff    INTEGER NOT NULL,
            origin     INTEGER NOT NULL        -- 0 this service; otherwise the log it was read from
        ) STRICT;
        CREATE INDEX eventByDay ON event (day, session, second, event);

        -- Text of a query, written the moment the fifth session of the month asks it, and never before.
        CREATE TABLE queryText (
            month INTEGER NOT NULL,            -- 12 × year + month - 1
            query INTEGER NOT NULL,
            text  TEXT    NOT NULL,
            PRIMARY KEY (month, query)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE querySession (
            month   INTEGER NOT NULL,
            query   INTEGER NOT NULL,
            session INTEGER NOT NULL,
            PRIMARY KEY (month, query, session)
        ) STRICT, WITHOUT ROWID;

        -- Rollups. A day is counted whole or not at all, so counting it again gives the same.
        CREATE TABLE itemDay (
            day          INTEGER NOT NULL,
            item         INTEGER NOT NULL,
            method       INTEGER NOT NULL,
            channel      INTEGER NOT NULL,
            collection   INTEGER NOT NULL,
            totalViews   INTEGER NOT NULL,     -- Total_Item_Investigations
            uniqueViews  INTEGER NOT NULL,     -- Unique_Item_Investigations
            totalReads   INTEGER NOT NULL,     -- Total_Item_Requests
            uniqueReads  INTEGER NOT NULL,     -- Unique_Item_Requests
            outClicks    INTEGER NOT NULL,
            fromSearch   INTEGER NOT NULL,     -- investigations right after a search
            PRIMARY KEY (day, item, method, channel, collection)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX itemDayByItem ON itemDay (item, day);

        CREATE TABLE platformDay (
            day      INTEGER NOT NULL,
            method   INTEGER NOT NULL,
            channel  INTEGER NOT NULL,
            searches INTEGER NOT NULL,         -- Searches_Platform
            empty    INTEGER NOT NULL,         -- of them without a hit
            feeds    INTEGER NOT NULL,
            calls    INTEGER NOT NULL,
            harvests INTEGER NOT NULL,
            sessions INTEGER NOT NULL,
            PRIMARY KEY (day, method, channel)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE queryDay (
            day      INTEGER NOT NULL,
            query    INTEGER NOT NULL,
            searches INTEGER NOT NULL,
            empty    INTEGER NOT NULL,
            clicks   INTEGER NOT NULL,         -- investigations right after it
            PRIMARY KEY (day, query)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE queryItemDay (
            day   INTEGER NOT NULL,
            query INTEGER NOT NULL,
            item  INTEGER NOT NULL,
            times INTEGER NOT NULL,
            PRIMARY KEY (day, query, item)
        ) STRICT, WITHOUT ROWID;

        -- What was left out of a day, and by which rules it was counted.
        CREATE TABLE rolledDay (
            day          INTEGER PRIMARY KEY,
            lastEvent    INTEGER NOT NULL,
            events       INTEGER NOT NULL,
            doubleClicks INTEGER NOT NULL,
            robots       INTEGER NOT NULL,
            aiAgents     INTEGER NOT NULL,
            staff        INTEGER NOT NULL,
            method       TEXT    NOT NULL,
            robotList    TEXT    NOT NULL
        ) STRICT;

        -- What a resource was when it was last counted: reports stand when it is withdrawn.
        CREATE TABLE itemFact (
            item        INTEGER PRIMARY KEY,
            title       TEXT NOT NULL,
            url         TEXT NOT NULL,
            publisher   TEXT NOT NULL,
            publisherID TEXT NOT NULL,
            publisherType TEXT NOT NULL,
            territories TEXT NOT NULL,         -- lists are separated by '|'
            subjects    TEXT NOT NULL,
            levels      TEXT NOT NULL,
            language    TEXT NOT NULL,
            openness    TEXT NOT NULL,
            audiences   TEXT NOT NULL,
            dataType    TEXT NOT NULL,
            identifiers TEXT NOT NULL,
            year        TEXT NOT NULL
        ) STRICT;

        -- What could not be counted, by day and reason.
        CREATE TABLE loss (
            day    INTEGER NOT NULL,
            reason TEXT    NOT NULL,
            events INTEGER NOT NULL,
            PRIMARY KEY (day, reason)
        ) STRICT, WITHOUT ROWID;

        -- Logs that were read: how far, and a mark of their beginning by which a rotated file is known again.
        CREATE TABLE serverLog (
            log         INTEGER PRIMARY KEY,
            name        TEXT    NOT NULL,
            fingerprint TEXT    NOT NULL UNIQUE,
            institution TEXT    NOT NULL,
            bytes       INTEGER NOT NULL,
            lines       INTEGER NOT NULL,
            events      INTEGER NOT NULL,
            refused     INTEGER NOT NULL
        ) STRICT;
        """
}
