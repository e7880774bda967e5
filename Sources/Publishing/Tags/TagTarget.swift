import CatalogueStore
package import Vocabularies

/// What is assigned to a resource: a free tag by its name, or a concept of a controlled scheme.
package enum TagTarget: Hashable, Sendable {
    case free(TagName)
    case concept(SchemeID, String)

    /// - Parameters:
    ///   - scheme: `tags`, or the name of a scheme.
    ///   - text: the name of a tag, or the code or a name of a concept.
    /// - Throws: `TagError` for what is neither.
    package init(scheme: String, _ text: String, vocabularies: VocabularySet) throws(TagError) {
        if scheme == AssignedTags.freeTags {
            self = .free(try TagName(text))
            return
        }
        guard let id = SchemeID(rawValue: scheme), AssignedTags.conceptSchemes.contains(id) else {
            throw .unknownScheme(scheme)
        }
        if vocabularies[id][text] != nil {
            self = .concept(id, text)
            return
        }
        guard let code = ConceptNames(vocabularies).code(of: text, in: id) else { throw .unknownConcept(text, id) }
        self = .concept(id, code)
    }

    /// `tags`, or the name of the scheme.
    package var scheme: String {
        switch self {
        case .free: AssignedTags.freeTags
        case .concept(let scheme, _): scheme.rawValue
        }
    }

    /// What people read.
    package func label(in language: PreferredLanguage, _ vocabularies: VocabularySet) -> String {
        switch self {
        case .free(let name): name.text
        case .concept(let scheme, let code): vocabularies[scheme].label(of: code, in: language)
        }
    }
}
