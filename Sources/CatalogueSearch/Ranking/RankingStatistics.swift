import CatalogueStore

/// Numbers about the whole index that the formula needs.
struct RankingStatistics: Sendable {
    let documents: Double
    /// Mean words of each field.
    let meanLengths: FieldCounts
    /// Documents each ranked word stands in, with its marks and with any.
    let exactDocuments: [Double]
    let foldedDocuments: [Double]

    init(_ words: [RankedQuery.Word], in index: SearchIndex) throws {
        let totals = index.totals
        documents = Double(totals.resources)
        var lengths = FieldCounts()
        for (index, field) in IndexedField.allCases.enumerated() where totals.resources > 0 {
            lengths[field] = Double(totals.terms[2 * index]) / documents
        }
        meanLengths = lengths
        exactDocuments = try words.map { ranked in
            // A word without marks is written so wherever it stands with none.
            let word = ranked.word
            let exact = try index.documents(withExact: word.exact)
            return Double(
                word.exact == word.folded ? max(exact, try index.documents(withFolded: word.folded, stem: nil)) : exact)
        }
        foldedDocuments = try words.map { Double(try index.documents(withFolded: $0.word.folded, stem: $0.word.stem)) }
    }

    /// Inverse document frequency, as Lucene's BM25 has it: never negative.
    func weight(ofWordIn documents: Double) -> Double {
        let found = min(documents, self.documents)
        return (1 + (self.documents - found + 0.5) / (found + 0.5)).logarithm
    }
}
