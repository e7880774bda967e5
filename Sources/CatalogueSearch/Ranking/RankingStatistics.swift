import CatalogueStore
import GRDB

/// Numbers about the whole index that the formula needs.
struct RankingStatistics: Sendable {
    let documents: Double
    /// Mean words of each field.
    let meanLengths: FieldCounts
    /// Documents each ranked word stands in, with its marks and with any.
    let exactDocuments: [Double]
    let foldedDocuments: [Double]

    init(_ words: [RankedQuery.Word], generation: IndexGeneration, in db: Database) throws {
        let totals = try generation.totals(in: db)
        documents = Double(totals.resources)
        var lengths = FieldCounts()
        for (index, field) in IndexedField.allCases.enumerated() where totals.resources > 0 {
            lengths[field] = Double(totals.terms[2 * index]) / documents
        }
        meanLengths = lengths
        let find = try db.cachedStatement(sql: "SELECT doc FROM \(generation.vocabularyTable) WHERE term = ?")
        func count(_ key: String) throws -> Double { Double(try Int.fetchOne(find, arguments: [key]) ?? 0) }
        exactDocuments = try words.map { try count($0.word.exact) }
        foldedDocuments = try words.map { word in
            max(try count(word.word.folded), try word.word.stem.map(count) ?? 0)
        }
    }

    /// Inverse document frequency, as Lucene's BM25 has it: never negative.
    func weight(ofWordIn documents: Double) -> Double {
        let found = min(documents, self.documents)
        return (1 + (self.documents - found + 0.5) / (found + 0.5)).logarithm
    }
}
