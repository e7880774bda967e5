/// What one day of events comes to, by the rules of COUNTER 5.1: the sum over its sessions.
///
/// Events come session by session, in the order of time. Two askings of one address within 30 seconds are a double-click:
/// the second is kept, and in a longer row each is judged by the one after it (Code of Practice §7.2). An item counts once
/// a session as unique, whatever its forms (§7.3); a session is one address and agent within an hour. A search counts
/// each time its first page is asked for, and a further page only where no page of the set was seen before.
struct DayCount {
    /// A line of `event`, without what counting does not need.
    struct Event {
        let second: Int64
        let kind: UsageEvent.Kind
        let session: Int64
        let item: Int64
        let collection: Int64
        let method: Int
        let channel: Int
        let path: Int64
        let query: Int64
        let resultSet: Int64
        let page: Int
        let hits: Int
    }

    struct ItemKey: Hashable {
        let item: Int64
        let method: Int
        let channel: Int
        let collection: Int64
    }

    struct ItemCount: Equatable {
        var totalViews = 0
        var uniqueViews = 0
        var totalReads = 0
        var uniqueReads = 0
        var outClicks = 0
        var fromSearch = 0
    }

    struct PlatformKey: Hashable {
        let method: Int
        let channel: Int
    }

    struct PlatformCount: Equatable {
        var searches = 0
        var empty = 0
        var feeds = 0
        var calls = 0
        var harvests = 0
        var sessions = 0
    }

    struct QueryCount: Equatable {
        var searches = 0
        var empty = 0
        var clicks = 0
    }

    struct QueryItemKey: Hashable {
        let query: Int64
        let item: Int64
    }

    /// Seconds within which the same address asked again is a double-click.
    static let doubleClick: Int64 = 30

    private(set) var items: [ItemKey: ItemCount] = [:]
    private(set) var platform: [PlatformKey: PlatformCount] = [:]
    private(set) var queries: [Int64: QueryCount] = [:]
    private(set) var queryItems: [QueryItemKey: Int] = [:]
    private(set) var doubleClicks = 0

    /// Counts one session.
    ///
    /// - Parameter events: all of one session, in the order of time.
    mutating func add(session events: [Event]) {
        guard let first = events.first else { return }
        platform[PlatformKey(method: first.method, channel: first.channel), default: PlatformCount()].sessions += 1
        let kept = withoutDoubleClicks(events)
        var viewed: Set<Int64> = []
        var read: Set<Int64> = []
        var sets: Set<Int64> = []
        var search: Event?
        for event in kept {
            let key = PlatformKey(method: event.method, channel: event.channel)
            switch event.kind {
            case .search:
                let isNew = sets.insert(event.resultSet).inserted
                if event.page == 1 || isNew { count(search: event, key) }
                search = event
            case .investigation, .request:
                count(item: event, viewed: &viewed, read: &read, after: search)
            case .outClick:
                items[itemKey(event), default: ItemCount()].outClicks += 1
            case .feed: platform[key, default: PlatformCount()].feeds += 1
            case .api: platform[key, default: PlatformCount()].calls += 1
            case .harvest: platform[key, default: PlatformCount()].harvests += 1
            }
        }
    }

    private mutating func withoutDoubleClicks(_ events: [Event]) -> [Event] {
        var next: [Int64: Int64] = [:]
        var kept: [Event] = []
        for event in events.reversed() {
            // Different kinds at one address are different things: a page and the way out of it.
            let address = event.path &* 31 &+ Int64(event.kind.rawValue)
            if let later = next[address], later - event.second <= Self.doubleClick {
                doubleClicks += 1
            } else {
                kept.append(event)
            }
            next[address] = event.second
        }
        return kept.reversed()
    }

    private mutating func count(search event: Event, _ key: PlatformKey) {
        platform[key, default: PlatformCount()].searches += 1
        if event.hits == 0 { platform[key, default: PlatformCount()].empty += 1 }
        guard event.query != 0 else { return }
        queries[event.query, default: QueryCount()].searches += 1
        if event.hits == 0 { queries[event.query, default: QueryCount()].empty += 1 }
    }

    private mutating func count(
        item event: Event, viewed: inout Set<Int64>, read: inout Set<Int64>, after search: Event?
    ) {
        let key = itemKey(event)
        items[key, default: ItemCount()].totalViews += 1
        if viewed.insert(event.item).inserted { items[key, default: ItemCount()].uniqueViews += 1 }
        if event.kind == .request {
            items[key, default: ItemCount()].totalReads += 1
            if read.insert(event.item).inserted { items[key, default: ItemCount()].uniqueReads += 1 }
        }
        // What is looked at after a search without a hit was not found by it.
        guard let search, search.hits != 0, event.kind == .investigation else { return }
        items[key, default: ItemCount()].fromSearch += 1
        guard search.query != 0 else { return }
        queries[search.query, default: QueryCount()].clicks += 1
        queryItems[QueryItemKey(query: search.query, item: event.item), default: 0] += 1
    }

    private func itemKey(_ event: Event) -> ItemKey {
        ItemKey(item: event.item, method: event.method, channel: event.channel, collection: event.collection)
    }
}
