import CatalogueStore
import GRDB
import RankedPostings
import Vocabularies

/// Names the counts of an answer; each facet is counted without its own filter, so that one can choose beside what is
/// chosen already.
struct FacetCounter {
    let values: FacetValueTable
    let labels: FacetLabels
    let names: PublisherNames

    /// - Parameters:
    ///   - filtered: facets with a filter, in the order of the answer's filters.
    ///   - selected: what was asked for; a value without hits is counted as 0.
    func counts(
        of answer: RankedAnswer, filtered: [Facet], selected: [Facet: [String]], in db: Database
    ) throws -> [Facet: [FacetCount]] {
        var found: [Facet: [String: Int]] = [:]
        for count in answer.facets {
            guard let (facet, value) = values[count.value], !filtered.contains(facet) else { continue }
            found[facet, default: [:]][value] = count.count
        }
        for (filter, facet) in filtered.enumerated() {
            for count in answer.facetsWithoutFilter[filter] {
                guard let (other, value) = values[count.value], other == facet else { continue }
                found[facet, default: [:]][value] = count.count
            }
        }
        var counts: [Facet: [FacetCount]] = [:]
        for facet in Facet.allCases {
            var values = found[facet] ?? [:]
            for value in selected[facet] ?? [] where values[value] == nil { values[value] = 0 }
            counts[facet] = try values.map { value, count in
                FacetCount(
                    value: value, label: try label(of: value, in: facet, db), count: count,
                    isSelected: selected[facet]?.contains(value) ?? false)
            }.sorted { ($1.count, $0.label.vietnamese, $0.value) < ($0.count, $1.label.vietnamese, $1.value) }
        }
        return counts
    }

    /// An institution outside the register is shown by the name its records print.
    private func label(of value: String, in facet: Facet, _ db: Database) throws -> LocalisedText {
        if let label = labels.label(of: value, in: facet) { return label }
        let name = facet == .institution ? try names.name(of: value, in: db) : value
        return LocalisedText(vietnamese: name, english: name)
    }
}
