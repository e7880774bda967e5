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
        let text = IndexedText(of: resource)
        var columns: [String] = []
        var unmarked: [String] = []
        for field in IndexedField.allCases {
            let keys = analyser.keys(of: text.joined(field), isEnglish: text.isEnglish)
            columns.append(keys.exact)
            columns.append(keys.folded)
            if !keys.unmarked.isEmpty { unmarked.append(keys.unmarked) }
        }
        columns.append(unmarked.joined(separator: " "))
        let concepts = facetValues.values(of: resource).compactMap { ConceptTerm.term($0.facet, $0.value) }
        columns.append(concepts.joined(separator: " "))
        return columns
    }
}
