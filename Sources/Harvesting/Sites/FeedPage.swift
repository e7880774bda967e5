/// One page of a feed.
package struct FeedPage: Sendable {
    package let answer: FetchedResponse
    /// The page with older entries; nil where there is none, or where the page has not changed.
    package let next: HTTPAddress?
    /// Entries the feed says were deleted (RFC 6721), by their identifiers.
    package let deleted: [String]
    /// An address that was given for the next page and is not followed: it lies elsewhere, or is none.
    package let strayNext: String?
}
