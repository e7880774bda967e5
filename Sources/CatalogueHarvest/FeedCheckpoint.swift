import Harvesting

/// How far a feed was read: new entries come at its beginning, and whatever interrupted a harvest left a gap behind.
struct FeedCheckpoint: Codable, Hashable {
    /// Pages with which the unread parts begin, the newest first.
    var gaps: [HTTPAddress] = []
    /// Whether the last gap reaches to the oldest entry; others end where entries are known.
    var lastsToEnd = false
    /// Pages of the feed that were read since it was last begun from nothing.
    var pages = 0
}
