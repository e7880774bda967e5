import CatalogueModel
import GRDB
import TextAnalysis

/// Writes and removes the terms and facets of resources in one generation of the index, inside the caller's transaction,
/// which ends with `finish`.
struct SearchIndexWriter {
    let generation: IndexGeneration
    private let terms: IndexTerms
    private let insertTerms: String
    private let deleteTerms: String
    private var postings: PostingsWriter

    init(generation: IndexGeneration, facetValues: FacetValues) {
        self.generation = generation
        terms = IndexTerms(facetValues: facetValues)
        postings = PostingsWriter(generation: generation)
        let table = generation.termsTable
        let columns = IndexGeneration.columns.joined(separator: ", ")
        let places = String(repeating: ", ?", count: IndexGeneration.columns.count)
        insertTerms = "INSERT INTO \(table) (rowid, \(columns)) VALUES (?\(places))"
        deleteTerms = "INSERT INTO \(table) (\(table), rowid, \(columns)) VALUES ('delete', ?\(places))"
    }

    mutating func insert(_ resource: LearningResource, rowID: Int64, in db: Database) throws {
        let (columns, facets) = try collect(resource, rowID: rowID, in: db)
        try db.cachedStatement(sql: insertTerms).execute(arguments: Self.arguments(columns, rowID: rowID))
        let insertFacet = try db.cachedStatement(sql: "INSERT INTO \(generation.facetsTable) VALUES (?, ?)")
        for number in facets { try insertFacet.execute(arguments: [rowID, number]) }
    }

    /// Writes the ranked postings alone, of a resource that FTS5 has.
    mutating func insertPostings(_ resource: LearningResource, rowID: Int64, in db: Database) throws {
        _ = try collect(resource, rowID: rowID, in: db)
    }

    /// Collects the ranked postings of a resource.
    ///
    /// - Returns: its terms by column, and its facet values.
    private mutating func collect(
        _ resource: LearningResource, rowID: Int64, in db: Database
    ) throws -> (columns: [String], facets: [Int64]) {
        var facets: [Facet: [Int64]] = [:]
        for (facet, value) in terms.facetValues.values(of: resource) {
            facets[facet, default: []].append(try facetValue(facet, value, in: db))
        }
        try postings.begin(
            resource, rowID: rowID, facets: facets, values: terms.facetValues, in: db)
        let columns = terms.columns(of: resource) { postings.add($0) }
        postings.end()
        return (columns, Array(facets.values.joined()))
    }

    /// - Parameter resource: exactly what `insert` was given for this row.
    mutating func remove(_ resource: LearningResource, rowID: Int64, in db: Database) throws {
        try postings.remove(rowID: rowID, in: db)
        try db.cachedStatement(sql: deleteTerms).execute(
            arguments: Self.arguments(terms.columns(of: resource), rowID: rowID))
        try db.cachedStatement(sql: "DELETE FROM \(generation.facetsTable) WHERE resource = ?")
            .execute(arguments: [rowID])
    }

    /// Writes what is collected; without it nothing of the transaction may be committed.
    mutating func finish(in db: Database) throws {
        try postings.finish(in: db)
    }

    /// Notes in `meta` that `generation` answers queries, and what it was built from: the analysis of this program and
    /// the registers as they stand.
    static func markCurrent(_ generation: IndexGeneration, in db: Database) throws {
        try Meta.set(.indexGeneration, to: generation.number, in: db)
        try Meta.set(.analysisVersion, to: TextAnalysis.version, in: db)
        try Meta.set(.referenceHash, to: ReferenceDataTables.hash(of: db), in: db)
    }

    private static func arguments(_ columns: [String], rowID: Int64) -> StatementArguments {
        StatementArguments([rowID as any DatabaseValueConvertible] + columns)
    }

    private func facetValue(_ facet: Facet, _ value: String, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT facetValue FROM facetValue WHERE facet = ? AND value = ?")
        if let id = try Int64.fetchOne(find, arguments: [facet.rawValue, value]) { return id }
        try db.cachedStatement(sql: "INSERT INTO facetValue (facet, value) VALUES (?, ?)")
            .execute(arguments: [facet.rawValue, value])
        return db.lastInsertedRowID
    }
}
