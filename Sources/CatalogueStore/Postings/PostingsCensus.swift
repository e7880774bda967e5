package import GRDB
import RankedPostings

/// What ranked postings say of every resource, as numbers that can be compared; see `RankedIndex.fingerprints`.
package struct PostingsCensus: Equatable {
    package let fingerprints: [UInt32: UInt64]

    /// What ranked postings should say, from the records.
    init(ofRecordsIn db: Database) throws {
        let reference = try ReferenceDataTables.load(from: db)
        let terms = IndexTerms(
            facetValues: try FacetValues(reference, in: db))
        var numbers: [String: UInt32] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT facet || '=' || value, facetValue FROM facetValue") {
            numbers[row[0]] = row[1]
        }
        let coding = RecordCoding()
        var found: [UInt32: UInt64] = [:]
        var collector = PostingsCollector()
        func collect() {
            found.merge(collector.finish().fingerprints()) { $0 &+ $1 }
            collector = PostingsCollector()
        }
        let rows = try Row.fetchCursor(db, sql: "SELECT rowID, record FROM learningResource WHERE withdrawnAt IS NULL")
        while let row = try rows.next() {
            guard let resource = try? coding.decode(row[1]) else { continue }
            var facets: [Facet: [Int64]] = [:]
            for (facet, value) in terms.facetValues.values(of: resource) {
                // A value without a number is one the index does not know; 0 makes the fingerprints differ.
                facets[facet, default: []].append(Int64(numbers[facet.rawValue + "=" + value] ?? 0))
            }
            collector.begin(
                resource, id: row[0], facets: facets, values: terms.facetValues)
            _ = terms.columns(of: resource) { collector.add($0) }
            collector.end()
            if collector.documentCount == 10_000 { collect() }
        }
        if collector.documentCount > 0 { collect() }
        fingerprints = found
    }

    /// What they do say.
    package init(of snapshot: PostingsSnapshot, in db: Database) throws {
        try snapshot.complete(in: db)
        fingerprints = snapshot.index.fingerprints()
    }

    /// Rows that differ, in order.
    func differences(from other: Self) -> [UInt32] {
        Set(fingerprints.keys).union(other.fingerprints.keys).filter {
            fingerprints[$0] != other.fingerprints[$0]
        }.sorted()
    }
}
