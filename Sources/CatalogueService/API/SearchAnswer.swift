import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Vocabularies

/// The answer of `GET /api/v1/search`.
struct SearchAnswer: Encodable {
    struct Hit: Encodable {
        let id: String
        let title: String
        /// Where the resource itself is.
        let url: String
        /// Higher is better; comparable within one answer only.
        let score: Double
        /// HTML: escaped text with `<mark>` around what answers the query.
        let titleHTML: String
        let snippet: String
        let publisher: Publisher
        let languages: [String]
        let types: [String]
        let subjects: [String]
        let licence: String?
        /// Openness class, A to F.
        let openness: String
        let datePublished: String?
    }

    struct Publisher: Encodable {
        let id: String
        let name: String
    }

    struct FacetValue: Encodable {
        let value: String
        let label: String
        let count: Int
        let selected: Bool
    }

    struct Replacement: Encodable {
        let from: String
        let to: String
    }

    struct Concept: Encodable {
        let facet: String
        let value: String
        let label: String
    }

    let total: Int
    let page: Int
    let pageSize: Int
    let lastPage: Int
    let hits: [Hit]
    /// By facet; values with most hits first.
    let facets: [String: [FacetValue]]
    /// Concepts the query names, for example the subject *cooking*.
    let concepts: [Concept]
    /// Other words that were looked for, too.
    let expansions: [String]
    /// How literally the query was taken: asAsked, withoutMarks, respelt or anyWord.
    let looseness: String
    /// Words nobody has written, and what they were taken for.
    let replacements: [Replacement]
    /// Words beyond the limit, not looked for.
    let ignoredWords: Int

    init(_ searchPage: SearchPage, reference: ReferenceData, language: PreferredLanguage) {
        total = searchPage.total
        page = searchPage.request.page
        pageSize = searchPage.request.pageSize
        lastPage = searchPage.lastPage
        ignoredWords = searchPage.query.ignoredWords
        hits = searchPage.hits.map { hit in
            let words = ResourceWords(hit.resource, reference: reference, language: language)
            return Hit(
                id: hit.resource.id.rawValue, title: hit.resource.title, url: hit.resource.url, score: hit.score,
                titleHTML: hit.title.html, snippet: hit.snippet.html,
                publisher: Publisher(id: hit.resource.publisher.id, name: words.publisher),
                languages: hit.resource.languages.map(\.rawValue), types: hit.resource.resourceTypes,
                subjects: hit.resource.subjects, licence: hit.resource.licence, openness: words.openness.code,
                datePublished: hit.resource.datePublished?.description)
        }
        expansions = searchPage.expansions.map(\.text)
        looseness = searchPage.looseness.rawValue
        replacements = searchPage.replacements.map { Replacement(from: $0.from, to: $0.to) }
        facets = Dictionary(
            uniqueKeysWithValues: searchPage.facets.map { facet, answer in
                (
                    facet.rawValue,
                    answer.counts.map {
                        FacetValue(
                            value: $0.value, label: $0.label[language], count: $0.count, selected: $0.isSelected)
                    }
                )
            })
        concepts = searchPage.concepts.map { mention in
            Concept(facet: mention.facet.rawValue, value: mention.code, label: mention.label[language])
        }
    }
}
