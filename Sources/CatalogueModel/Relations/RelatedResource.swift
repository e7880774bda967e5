package import Vocabularies

/// One end of a relation, as it is shown with the resource at the other end.
package struct RelatedResource: Hashable, Sendable {
    /// What the catalogue can say of it.
    package enum State: String, Codable, Sendable {
        case offered
        case withdrawn
        /// An identifier the catalogue has no resource for.
        case missing
        /// An address outside the catalogue.
        case outside
    }

    package let kind: RelationKind
    /// Whether the other states the relation: it is then read backwards, *has parts* for *part of*.
    package let isInverse: Bool
    package let target: RelationTarget
    package let state: State
    /// Nil for what the catalogue does not have.
    package let title: String?
    package let languages: [LanguageTag]
    package let origin: ResourceRelation.Origin
    package let note: String?

    package init(
        kind: RelationKind, isInverse: Bool, target: RelationTarget, state: State, title: String?,
        languages: [LanguageTag], origin: ResourceRelation.Origin, note: String?
    ) {
        self.kind = kind
        self.isInverse = isInverse
        self.target = target
        self.state = state
        self.title = title
        self.languages = languages
        self.origin = origin
        self.note = note
    }
}

extension RelatedResource {
    /// What is said beside a resource that cannot be opened here; nil for what can.
    package var stateLabel: LocalisedText? {
        switch state {
        case .offered, .outside: nil
        case .withdrawn: LocalisedText(vietnamese: "(đã rút)", english: "(withdrawn)")
        case .missing: LocalisedText(vietnamese: "(không có trong danh mục)", english: "(not in the catalogue)")
        }
    }
}
