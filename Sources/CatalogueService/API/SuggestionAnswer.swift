import CatalogueSearch
import CatalogueStore
import Vocabularies

/// The answer of `GET /api/v1/suggest`, best first.
struct SuggestionAnswer: Encodable {
    struct Entry: Encodable {
        let kind: Suggestion.Kind
        let text: String
        /// Facet and value to narrow to; nil for a title.
        let facet: String?
        let value: String?
    }

    let suggestions: [Entry]

    init(_ suggestions: [Suggestion], language: PreferredLanguage) {
        self.suggestions = suggestions.map {
            Entry(kind: $0.kind, text: $0.text[language], facet: $0.filter?.facet.rawValue, value: $0.filter?.value)
        }
    }
}
