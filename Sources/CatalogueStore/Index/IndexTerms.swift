import CatalogueModel
import TextAnalysis

/// The terms of a resource, column by column: the one place that decides what is searchable.
struct IndexTerms {
    let facetValues: FacetValues
    private let analyser = TextAnalyser()

    init(facetValues: FacetValues) {
        self.facetValues = facetValues
    }

    /// One text of terms separated by spaces for each of `IndexGeneration.columns`, in their order.
    func columns(of resource: LearningResource) -> [String] {
        columns(of: resource) { _ in }
    }

    /// What stands in a resource, in reading order.
    enum Item {
        case fieldEnd
        case partEnd
        /// Keys E and F of a word, and whether key E is its key U too.
        case word(exact: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>, isUnmarked: Bool)
        case concept(String)
    }

    /// The same, and calls `visit` with every term where it stands.
    func columns(of resource: LearningResource, visiting visit: (Item) -> Void) -> [String] {
        let text = IndexedText(of: resource)
        var columns: [String] = []
        var unmarked: [UInt8] = []
        for (number, field) in IndexedField.allCases.enumerated() {
            if number > 0 { visit(.fieldEnd) }
            var exact: [UInt8] = []
            var folded: [UInt8] = []
            for (index, part) in (text.parts[field] ?? []).enumerated() {
                if index > 0 { visit(.partEnd) }
                analyser.forEachKey(of: part, isEnglish: text.isEnglish) { exactKey, foldedKey, isUnmarked in
                    visit(.word(exact: exactKey, folded: foldedKey, isUnmarked: isUnmarked))
                    exact.appendTerm(exactKey)
                    folded.appendTerm(foldedKey)
                    if isUnmarked { unmarked.appendTerm(exactKey) }
                }
            }
            columns.append(String(decoding: exact, as: UTF8.self))
            columns.append(String(decoding: folded, as: UTF8.self))
        }
        columns.append(String(decoding: unmarked, as: UTF8.self))
        let concepts = facetValues.values(of: resource).compactMap { ConceptTerm.term($0.facet, $0.value) }
        concepts.forEach { visit(.concept($0)) }
        columns.append(concepts.joined(separator: " "))
        return columns
    }
}

extension [UInt8] {
    fileprivate mutating func appendTerm(_ term: UnsafeBufferPointer<UInt8>) {
        if !isEmpty { append(UInt8(ascii: " ")) }
        append(contentsOf: term)
    }
}
