import CatalogueStore
import GRDB

/// The facet values by their numbers, as ranked postings have them, and the other way round.
struct FacetValueTable: Sendable {
    private var values: [UInt32: (facet: Facet, value: String)] = [:]
    private var numbers: [Facet: [String: Int64]] = [:]

    init(in db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT facetValue, facet, value FROM facetValue")
        while let row = try rows.next() {
            guard let facet = Facet(rawValue: row[1]) else { continue }
            let (number, value): (Int64, String) = (row[0], row[2])
            values[UInt32(truncatingIfNeeded: number)] = (facet, value)
            numbers[facet, default: [:]][value] = number
        }
    }

    subscript(number: UInt32) -> (facet: Facet, value: String)? { values[number] }

    /// Nil for a value no resource has had.
    func number(of value: String, in facet: Facet) -> Int64? { numbers[facet]?[value] }
}
