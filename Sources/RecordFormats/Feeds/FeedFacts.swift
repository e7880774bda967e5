/// What a feed says for all its entries, where they do not say it themselves.
struct FeedFacts: Hashable, Sendable {
    private(set) var language: String?
    private(set) var licences: [String] = []
    private(set) var creators: [String] = []
    private(set) var publisher: String?

    /// Whether an element directly within `channel` or `feed` states such a fact.
    static func isFact(_ name: XMLName, in parent: XMLName?) -> Bool {
        guard let parent, parent.local == "channel" || parent.local == "feed" else { return false }
        return ["language", "copyright", "rights", "license", "author", "creator", "publisher", "link"].contains(
            name.local)
    }

    mutating func take(_ element: XMLElement) {
        switch element.name.local {
        case "language": language = element.text.isEmpty ? language : element.text
        case "publisher": publisher = publisher ?? element.text
        case "author", "creator": creators += [FeedText.person(element)].filter { !$0.isEmpty }
        case "copyright", "rights", "license": licences += FeedText.licences(element)
        case "link" where element[attribute: "rel"] == "license": licences += [element[attribute: "href"] ?? ""]
        default: break
        }
    }
}
