import GRDB

@testable import RankedPostings

/// The same made-up documents in FTS5 and in ranked postings: several segments, some documents deleted or replaced.
struct RandomCorpus {
    static let fieldWeights: [UInt32] = [4, 1, 3]

    struct Document {
        var fields: [[String]]
        var facets: [UInt32]
    }

    let database: DatabaseQueue
    let index: RankedIndex
    let words: [String]

    /// - Parameter source: decides everything.
    init(_ source: inout RandomSource) throws {
        let (documents, segments) = (1 + source.below(source.chance(30) ? 60 : 3000), 1 + source.below(4))
        words = (0..<20 + source.below(120)).map { "w\($0)" }
        database = try DatabaseQueue()
        var alive: [Int: Document] = [:]
        var batches: [[Int: Document]] = []
        var dead: [Set<Int>] = []
        var nextID = 1
        for batch in 0..<segments {
            var added: [Int: Document] = [:]
            for _ in 0..<max(1, documents / segments) {
                // Now and then a new version of an old document.
                let isUpdate = batch > 0 && source.chance(10)
                let id = isUpdate ? 1 + source.below(nextID - 1) : nextID
                if !isUpdate { nextID += 1 }
                added[id] = Self.document(words, &source)
            }
            for (older, documents) in batches.enumerated() {
                dead[older].formUnion(documents.keys.filter { added[$0] != nil })
            }
            batches.append(added)
            dead.append([])
            alive.merge(added) { $1 }
        }
        for batch in batches.indices where source.chance(50) {
            for id in batches[batch].keys.sorted() where source.chance(10) {
                dead[batch].insert(id)
                if !batches[(batch + 1)...].contains(where: { $0[id] != nil }) { alive[id] = nil }
            }
        }
        var built: [Segment] = []
        for batch in batches { built.append(Self.segment(batch)) }
        index = Self.index(built, dead: dead.map { $0.map { UInt32($0) } })
        try fill(alive, replaced: batches.first ?? [:])
    }

    static func index(_ segments: [Segment], dead: [[UInt32]]) -> RankedIndex {
        var deadLength = 0
        let ordinals = zip(segments, dead).map { segment, ids in
            let ids = Set(ids)
            let dead = (0..<segment.documents).filter { ids.contains(segment.ids[$0]) }
            deadLength += dead.reduce(0) { $0 + segment.length(of: $1) }
            return dead
        }
        return RankedIndex(
            schema: PostingsSchema(fieldWeights: fieldWeights), segments: segments, dead: ordinals,
            deadLength: deadLength)
    }

    static func segment(_ documents: [Int: Document]) -> Segment {
        var builder = SegmentBuilder(schema: PostingsSchema(fieldWeights: fieldWeights))
        for (id, document) in documents.sorted(by: { $0.key < $1.key }) {
            builder.beginDocument(id: UInt32(id), order: UInt32(document.facets.first ?? 0))
            for (field, words) in document.fields.enumerated() {
                if field > 0 { builder.beginField() }
                for word in words {
                    let bytes = Array(word.utf8)
                    bytes.withUnsafeBufferPointer { builder.addToken(exact: nil, folded: $0, unmarked: nil) }
                }
            }
            for facet in document.facets { builder.addTerm(TermKey(facet: facet)) }
            builder.endDocument()
        }
        return builder.finish()
    }

    private static func document(_ words: [String], _ source: inout RandomSource) -> Document {
        var fields: [[String]] = []
        for field in 0..<3 {
            let count = field == 1 ? source.below(source.chance(2) ? 400 : 40) : source.below(6)
            // The product of two draws: low numbers are common.
            fields.append((0..<count).map { _ in words[source.below(words.count) * source.below(100) / 100] })
        }
        if source.chance(1) { fields[0] = Array(repeating: words[source.below(words.count)], count: 90) }
        let facets = Set((0..<1 + source.below(3)).map { _ in UInt32(source.below(40) * source.below(40) / 8) })
        return Document(fields: fields, facets: facets.sorted())
    }

    private func fill(_ documents: [Int: Document], replaced: [Int: Document]) throws {
        try database.write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE t USING fts5 (a, b, c, content = '');
                    CREATE TABLE facet (document INTEGER, value INTEGER);
                    """)
            // FTS5 too has rows that came and went.
            for (id, document) in replaced.sorted(by: { $0.key < $1.key }).prefix(50) {
                let columns = document.fields.map { $0.joined(separator: " ") }
                let row = StatementArguments([id]) + StatementArguments(columns)
                try db.execute(sql: "INSERT INTO t (rowid, a, b, c) VALUES (?, ?, ?, ?)", arguments: row)
                try db.execute(sql: "INSERT INTO t (t, rowid, a, b, c) VALUES ('delete', ?, ?, ?, ?)", arguments: row)
            }
            for (id, document) in documents.sorted(by: { $0.key < $1.key }) {
                let columns = document.fields.map { $0.joined(separator: " ") }
                try db.execute(
                    sql: "INSERT INTO t (rowid, a, b, c) VALUES (?, ?, ?, ?)",
                    arguments: StatementArguments([id]) + StatementArguments(columns))
                for facet in document.facets {
                    try db.execute(sql: "INSERT INTO facet VALUES (?, ?)", arguments: [id, facet])
                }
            }
        }
    }
}

extension RandomCorpus {
    /// The best rows by `bm25()`, best first; of equal scores the lower row number.
    func ranked(_ expression: String, limit: Int) throws -> [RankedHit] {
        try database.read { db in
            let weights = Self.fieldWeights.map { "\($0)" }.joined(separator: ", ")
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT rowid, -bm25(t, \(weights)) AS score FROM t WHERE t MATCH ? ORDER BY score DESC, rowid LIMIT ?
                    """, arguments: [expression, limit]
            ).map { RankedHit(id: $0[0], score: $0[1], place: DocumentPlace(segment: 0, ordinal: 0)) }
        }
    }

    /// Rows that match, all where there is no expression, narrowed to those with one of the facet values of each filter.
    func matching(_ expression: String?, filters: [[UInt32]] = []) throws -> Set<UInt32> {
        try database.read { db in
            var rows =
                if let expression {
                    try Set(UInt32.fetchAll(db, sql: "SELECT rowid FROM t WHERE t MATCH ?", arguments: [expression]))
                } else {
                    try Set(UInt32.fetchAll(db, sql: "SELECT id FROM t_docsize"))
                }
            for values in filters {
                let list = values.map { "\($0)" }.joined(separator: ", ")
                rows.formIntersection(
                    try UInt32.fetchAll(db, sql: "SELECT document FROM facet WHERE value IN (\(list))"))
            }
            return rows
        }
    }

    func facets(of rows: Set<UInt32>) throws -> [FacetTermCount] {
        try database.read { db in
            let list = rows.map { "\($0)" }.joined(separator: ", ")
            return try Row.fetchAll(
                db,
                sql: "SELECT value, count(*) FROM facet WHERE document IN (\(list)) GROUP BY value ORDER BY value"
            ).map { FacetTermCount(value: $0[0], count: $0[1]) }
        }
    }
}
