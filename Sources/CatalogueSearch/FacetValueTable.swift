import CatalogueStore
import GRDB
import Vocabularies

/// The facet values by their numbers, as ranked postings have them, and the other way round.
///
/// Numbers are given one by one and never again, so the table is as long as the largest.
struct FacetValueTable: Sendable {
    struct Entry: Sendable {
        let facet: Facet
        /// Of the facet among all.
        let place: Int
        let value: String
        /// Nil where no vocabulary or register knows the value.
        let label: LocalisedText?
    }

    private var entries: [Entry?] = []
    private var numbers: [Facet: [String: Int64]] = [:]

    init(labels: FacetLabels, in db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT facetValue, facet, value FROM facetValue ORDER BY facetValue")
        while let row = try rows.next() {
            guard let facet = Facet(rawValue: row[1]), let place = Facet.allCases.firstIndex(of: facet) else {
                continue
            }
            let (number, value): (Int64, String) = (row[0], row[2])
            while entries.count < number { entries.append(nil) }
            entries.append(
                Entry(facet: facet, place: place, value: value, label: labels.label(of: value, in: facet)))
            numbers[facet, default: [:]][value] = number
        }
    }

    /// Nil for a number that has not been given.
    subscript(number: UInt32) -> Entry? {
        Int(number) < entries.count ? entries[Int(number)] : nil
    }

    /// Nil for a value no resource has had.
    func number(of value: String, in facet: Facet) -> Int64? { numbers[facet]?[value] }

    /// Whether it still is what the catalogue has: values are added, and never changed.
    func isCurrent(in db: Database) throws -> Bool {
        let last = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT facetValue FROM facetValue ORDER BY facetValue DESC LIMIT 1"))
        return (last ?? -1) == Int64(entries.count) - 1
    }
}
