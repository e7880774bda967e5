package import Vocabularies

/// What a person decides about two resources.
package enum DuplicateVerdict: String, CaseIterable, Codable, Sendable {
    case same
    case different

    package var label: LocalisedText {
        switch self {
        case .same: LocalisedText(vietnamese: "là một", english: "the same")
        case .different: LocalisedText(vietnamese: "khác nhau", english: "different")
        }
    }
}
