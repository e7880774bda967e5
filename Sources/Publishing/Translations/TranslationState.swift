package import Vocabularies

/// How far the translation of a resource into Vietnamese is.
package enum TranslationState: String, Codable, CaseIterable, Sendable {
    case wanted
    /// An institution translates it, until a day.
    case claimed
    case inReview
    case published
    /// Its licence forbids it.
    case excluded

    package var label: LocalisedText {
        switch self {
        case .wanted: LocalisedText(vietnamese: "Cần dịch", english: "Wanted")
        case .claimed: LocalisedText(vietnamese: "Đã nhận dịch", english: "Claimed")
        case .inReview: LocalisedText(vietnamese: "Đang duyệt", english: "In review")
        case .published: LocalisedText(vietnamese: "Đã công bố", english: "Published")
        case .excluded: LocalisedText(vietnamese: "Không được dịch", english: "May not be translated")
        }
    }
}
