package import Vocabularies

/// How one resource stands to another; each kind is read from the resource that states it.
///
/// The kinds are Dublin Core's (`isPartOf`, `isVersionOf`), schema.org's (`translationOfWork`, `isBasedOn`) and LOM's
/// (7.1, `requires`). None of them can lead back to where it began.
package enum RelationKind: String, Codable, CaseIterable, Sendable {
    /// A lesson of a course, a chapter of a book.
    case partOf
    /// An edition or form of the same work.
    case versionOf
    case translationOf
    /// Made from the other, and more than a version of it.
    case basedOn
    /// The other is to be learned first.
    case prerequisite

    /// What the other resource is to this one: *Part of*, *Translation of*.
    package var label: LocalisedText {
        switch self {
        case .partOf: text("Là một phần của", "Part of")
        case .versionOf: text("Là phiên bản của", "Version of")
        case .translationOf: text("Dịch từ", "Translation of")
        case .basedOn: text("Dựa trên", "Based on")
        case .prerequisite: text("Cần học trước", "To be learned first")
        }
    }

    /// The same seen from the other resource: *Has parts*, *Translations*.
    package var inverseLabel: LocalisedText {
        switch self {
        case .partOf: text("Gồm các phần", "Has parts")
        case .versionOf: text("Có các phiên bản", "Has versions")
        case .translationOf: text("Các bản dịch", "Translations")
        case .basedOn: text("Là cơ sở của", "Basis of")
        case .prerequisite: text("Học tiếp", "To be learned next")
        }
    }

    /// Name of the other direction, for programs: `hasPart` for `partOf`.
    package var inverseName: String {
        switch self {
        case .partOf: "hasPart"
        case .versionOf: "hasVersion"
        case .translationOf: "hasTranslation"
        case .basedOn: "basisFor"
        case .prerequisite: "requiredBy"
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
