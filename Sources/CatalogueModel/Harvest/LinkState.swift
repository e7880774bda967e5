package import Vocabularies

/// Whether the address of a resource leads somewhere, as far as is known.
package enum LinkState: String, CaseIterable, Codable, Sendable {
    case live
    /// Not checked yet, or the host would not say: 403, 429, a time-out, an error of the server.
    case unknown
    /// It failed several times, over days.
    case dead

    package var label: LocalisedText {
        switch self {
        case .live: LocalisedText(vietnamese: "còn mở được", english: "works")
        case .unknown: LocalisedText(vietnamese: "chưa rõ", english: "not known")
        case .dead: LocalisedText(vietnamese: "đã hỏng", english: "broken")
        }
    }
}
