package import Vocabularies

/// What a collection is made for.
package enum CollectionPurpose: String, Codable, CaseIterable, Sendable {
    /// A group of learners.
    case audience
    /// A week, a day, a campaign.
    case event
    /// A community learning centre.
    case centre

    package var label: LocalisedText {
        switch self {
        case .audience: LocalisedText(vietnamese: "Cho một nhóm người học", english: "For a group of learners")
        case .event: LocalisedText(vietnamese: "Cho một sự kiện", english: "For an event")
        case .centre:
            LocalisedText(
                vietnamese: "Cho trung tâm học tập cộng đồng", english: "For a community learning centre")
        }
    }
}
