import Algorithms
import CatalogueStore
import GRDB
import RankedPostings
import Vocabularies

/// Names the counts of an answer; each facet is counted without its own filter, so that one can choose beside what is
/// chosen already.
struct FacetCounter {
    let values: FacetValueTable
    let names: PublisherNames
    /// Values named of each facet.
    let most: Int

    /// - Parameters:
    ///   - filtered: facets with a filter, in the order of the answer's filters.
    ///   - selected: what was asked for; a value without hits is counted as 0.
    func counts(
        of answer: RankedAnswer, filtered: [Facet], selected: [Facet: [String]], in db: Database
    ) throws -> [Facet: FacetAnswer] {
        var found = byFacet(answer.facets) { !filtered.contains($0) }
        for (filter, facet) in filtered.enumerated() {
            found[facet] = byFacet(answer.facetsWithoutFilter[filter]) { $0 == facet }[facet]
        }
        var answers: [Facet: FacetAnswer] = [:]
        for facet in Facet.allCases {
            answers[facet] = try answered(found[facet] ?? [], selected: selected[facet] ?? [], in: facet, db)
        }
        return answers
    }

    private func byFacet(
        _ counts: [FacetTermCount], where isWanted: (Facet) -> Bool
    ) -> [Facet: [FacetTermCount]] {
        var found = Facet.allCases.map { _ in [FacetTermCount]() }
        let wanted = Facet.allCases.map(isWanted)
        for count in counts {
            guard let place = values[count.value]?.place, wanted[place] else { continue }
            found[place].append(count)
        }
        return Dictionary(uniqueKeysWithValues: zip(Facet.allCases, found))
    }

    /// Only what is shown is named: an answer may have thousands of institutions.
    private func answered(
        _ found: [FacetTermCount], selected: [String], in facet: Facet, _ db: Database
    ) throws -> FacetAnswer {
        var shown: [FacetCount] = []
        var missing = selected
        func show(_ value: String, _ label: LocalisedText?, _ count: Int, isSelected: Bool) throws {
            shown.append(
                FacetCount(
                    value: value, label: try label ?? named(value, in: facet, db), count: count,
                    isSelected: isSelected))
        }
        let best = found.max(count: most) { ($0.count, $1.value) < ($1.count, $0.value) }
        for count in best {
            guard let entry = values[count.value] else { continue }
            let place = missing.firstIndex(of: entry.value)
            if let place { missing.remove(at: place) }
            try show(entry.value, entry.label, count.count, isSelected: place != nil)
        }
        for value in missing {
            let number = values.number(of: value, in: facet).map { UInt32(truncatingIfNeeded: $0) }
            let count = number.flatMap { number in found.first { $0.value == number } }?.count ?? 0
            try show(value, number.flatMap { values[$0]?.label }, count, isSelected: true)
        }
        shown.sort { ($1.count, $0.label.vietnamese, $0.value) < ($0.count, $1.label.vietnamese, $1.value) }
        return FacetAnswer(counts: shown, values: found.count)
    }

    /// An institution outside the register is shown by the name its records print.
    private func named(_ value: String, in facet: Facet, _ db: Database) throws -> LocalisedText {
        let name = facet == .institution ? try names.name(of: value, in: db) : value
        return LocalisedText(vietnamese: name, english: name)
    }
}
