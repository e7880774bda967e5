package import Vocabularies

/// Where a deposit stands between its institution and its readers.
package enum DepositState: String, CaseIterable, Codable, Sendable {
    /// Sent, and waiting for a curator.
    case submitted
    /// A curator has taken it up.
    case inReview = "in-review"
    /// Learners see the version that was sent last.
    case published
    /// A curator sent it back with reasons; learners see what they saw before, if anything.
    case returned
    /// Taken out; its address says why.
    case withdrawn

    package var label: LocalisedText {
        switch self {
        case .submitted: LocalisedText(vietnamese: "đã gửi, chờ duyệt", english: "submitted")
        case .inReview: LocalisedText(vietnamese: "đang duyệt", english: "in review")
        case .published: LocalisedText(vietnamese: "đã công bố", english: "published")
        case .returned: LocalisedText(vietnamese: "trả lại để sửa", english: "returned")
        case .withdrawn: LocalisedText(vietnamese: "đã rút", english: "withdrawn")
        }
    }

    /// Whether a curator has to decide.
    package var awaitsDecision: Bool { self == .submitted || self == .inReview }
}
