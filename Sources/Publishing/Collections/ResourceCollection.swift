package import CatalogueModel
package import Foundation
package import Vocabularies

/// A list of resources somebody made for others, with its own address.
package struct ResourceCollection: Hashable, Sendable {
    package enum State: String, Codable, Sendable {
        case draft
        case published
    }

    /// What a reader finds at its address on a day.
    package enum Phase: String, Sendable {
        case draft
        /// Published, its first day is still to come.
        case upcoming
        case open
        /// Its last day is over: it can be read, and is no longer offered.
        case closed

        package var label: LocalisedText {
            switch self {
            case .draft: LocalisedText(vietnamese: "bản nháp", english: "draft")
            case .upcoming: LocalisedText(vietnamese: "sắp mở", english: "upcoming")
            case .open: LocalisedText(vietnamese: "đang mở", english: "open")
            case .closed: LocalisedText(vietnamese: "đã kết thúc", english: "over")
            }
        }
    }

    /// Its address, for good: `ngay-sach-2026`.
    package let slug: String
    package var details: CollectionDetails
    package var state: State
    /// Grows by one with every change.
    package var version: Int
    package let createdAt: Date
    package let createdBy: String
    package var changedAt: Date
    /// The first time; nil before.
    package var publishedAt: Date?

    /// - Parameter day: today, in Việt Nam.
    package func phase(on day: PartialDate) -> Phase {
        guard state == .published else { return .draft }
        if let opens = details.opensOn, day.description < opens.description { return .upcoming }
        if let closes = details.closesOn, day.description > closes.description { return .closed }
        return .open
    }
}
