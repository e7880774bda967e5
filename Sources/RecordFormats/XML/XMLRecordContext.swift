/// What a record takes over from the document around it.
struct XMLRecordContext: Sendable {
    /// `xml:lang` in force.
    var language: String?
    /// What the feed says for all its entries.
    var feed = FeedFacts()

    static let none = XMLRecordContext()
}
