/// A controlled vocabulary (SKOS `ConceptScheme`): its concepts by code, in code order.
package struct ConceptScheme: Sendable {
    package let id: SchemeID
    /// Sorted by code.
    package let concepts: [Concept]
    private let byCode: [String: Int]

    /// - Precondition: codes are unique; `VocabularyTable` refuses a file in which they are not.
    package init(id: SchemeID, concepts: [Concept]) {
        self.id = id
        self.concepts = concepts.sorted { $0.code < $1.code }
        byCode = Dictionary(
            self.concepts.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(code: String) -> Concept? {
        byCode[code].map { concepts[$0] }
    }

    /// The concept's label, or the code itself where the scheme does not know it: a label is never missing on a page.
    package func label(of code: String, in language: PreferredLanguage) -> String {
        self[code]?.label[language] ?? code
    }

    /// The concept and all that are broader, narrowest first; empty for an unknown code.
    package func path(of code: String) -> [Concept] {
        var path: [Concept] = []
        var next = self[code]
        while let concept = next, path.count < 16 {
            path.append(concept)
            next = concept.broader.flatMap { self[$0] }
        }
        return path
    }
}
