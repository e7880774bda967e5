import CatalogueModel
import GRDB
import RankedPostings

/// Writes the ranked postings of one transaction: what is added becomes a segment, what is removed a tombstone.
struct PostingsWriter {
    /// Documents that are collected before a segment is written; bounds the memory of a rebuild.
    private static let mostDocuments = 50_000

    private let generation: IndexGeneration
    private var collector = PostingsCollector()
    private var added: Set<UInt32> = []
    private var removed: Set<UInt32> = []

    init(generation: IndexGeneration) {
        self.generation = generation
    }

    /// Begins a resource; its terms follow.
    mutating func begin(
        _ resource: LearningResource, rowID: Int64, facets: [Facet: [Int64]], values: FacetValues,
        in db: Database
    ) throws {
        let id = try Self.id(rowID)
        if added.contains(id) || collector.documentCount >= Self.mostDocuments { try finish(in: db) }
        added.insert(id)
        collector.begin(resource, id: id, facets: facets, values: values)
    }

    mutating func add(_ item: IndexTerms.Item) {
        collector.add(item)
    }

    mutating func end() {
        collector.end()
    }

    mutating func remove(rowID: Int64, in db: Database) throws {
        let id = try Self.id(rowID)
        if added.contains(id) { try finish(in: db) }
        removed.insert(id)
    }

    mutating func finish(in db: Database) throws {
        guard !added.isEmpty || !removed.isEmpty else { return }
        let number = try generation.raiseSnapshotNumber(in: db)
        let bury = try db.cachedStatement(
            sql: """
                INSERT INTO \(generation.tombstoneTable) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET number = excluded.number
                """)
        for id in removed.sorted() { try bury.execute(arguments: [id, number]) }
        if collector.documentCount > 0 {
            try StoredSegment.insert(collector.segment(), asOf: number, generation, in: db)
            collector = PostingsCollector()
        }
        added.removeAll()
        removed.removeAll()
    }

    private static func id(_ rowID: Int64) throws -> UInt32 {
        guard let id = UInt32(exactly: rowID) else {
            throw DatabaseError(resultCode: .SQLITE_TOOBIG, message: "row numbers end at 4,294,967,295")
        }
        return id
    }
}
