import RecordFormats

/// Where in a list of records or identifiers a harvest is.
package struct OAIListPosition: Codable, Hashable, Sendable {
    package enum Verb: String, Codable, Sendable {
        case listRecords = "ListRecords"
        case listIdentifiers = "ListIdentifiers"
    }

    package let verb: Verb
    package let metadataPrefix: String
    /// Sets still to be read, the present one first; the empty one stands for all records. Never empty.
    package internal(set) var sets: [String]
    /// Sets the repository does not have.
    package internal(set) var missingSets: [String] = []
    /// `from` of each set at the beginning; sets without one are read completely.
    private(set) var origins: [String: String] = [:]
    /// Whether dates are to the second (OAI-PMH 2.0 §3.3.1).
    private(set) var usesSeconds: Bool
    /// `from` of the request that began the present list.
    package internal(set) var from: String?
    /// What the next page is asked with; nil for the first one.
    package internal(set) var resumptionToken: String?
    /// Pages of the present set, those before a restart included.
    package internal(set) var pages = 0
    /// Records, headers and refused parts since the last (re)start of the list.
    package internal(set) var elements = 0
    /// Refused parts since then.
    var unreadable = 0
    /// What the repository said the list has, the last time it said so; an estimate.
    package internal(set) var statedSize: Int?
    /// Response date of the first page of the present set.
    package internal(set) var startedAt: String?
    /// Whether and how far the list is in the order of datestamps.
    var order = DatestampOrder()
    /// Pages in a row that held nothing and yet went on.
    var emptyPages = 0
    /// Pages that were asked for again and came no better.
    var vainRepeats = 0
    /// When the last page came; seconds since 1970.
    var readAt: Int64 = 0
    /// How often the present set was begun again.
    package internal(set) var restarts = 0
    /// Where the last restart began.
    var restartedAt: String?
    var loop = LoopDetector()

    init(
        verb: Verb, metadataPrefix: String, sets: [String], origins: [String: String],
        granularity: OAIRepository.Granularity
    ) {
        self.verb = verb
        self.metadataPrefix = metadataPrefix
        self.sets = sets
        self.origins = origins
        usesSeconds = granularity == .second
        from = sets.first.flatMap { origins[$0] }
    }

    /// The present set; nil where all records are listed.
    package var set: String? { sets.first.flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether a set is read completely, and not only what changed in it.
    package var isFull: Bool { origins.isEmpty }

    private var granularity: OAIRepository.Granularity { usesSeconds ? .second : .day }

    /// The same position in a repository that states its dates otherwise now.
    func converted(to granularity: OAIRepository.Granularity) -> Self {
        var list = self
        list.usesSeconds = granularity == .second
        list.origins = origins.compactMapValues { OAIDatestamp.converted($0, to: granularity) }
        list.from = from.flatMap { OAIDatestamp.converted($0, to: granularity) }
        return list
    }

    /// The same position for a harvest that takes it up again: what went in vain before may help now.
    ///
    /// A token counts records in a list that may have changed since, and would then lead past some: one that is hours old
    /// is not used any more.
    func takenUp(at now: Int64) -> Self {
        var list = self
        if list.resumptionToken != nil, now - readAt > Self.tokenLifetime {
            list.restarts = 0
            _ = list.restart()
        }
        list.restarts = 0
        list.restartedAt = nil
        list.vainRepeats = 0
        list.emptyPages = 0
        list.loop = LoopDetector()
        return list
    }

    /// Leaves dates out of requests from now on, or states them to the day.
    ///
    /// - Returns: the new `from`.
    mutating func weakenDates() -> String? {
        if usesSeconds, from != nil {
            self = converted(to: .day)
        } else {
            origins = [:]
            from = nil
        }
        return from
    }

    /// Goes on to the next set.
    ///
    /// - Returns: whether there is one.
    mutating func advance() -> Bool {
        guard sets.count > 1 else { return false }
        var next = Self(
            verb: verb, metadataPrefix: metadataPrefix, sets: Array(sets.dropFirst()), origins: origins,
            granularity: granularity)
        next.missingSets = missingSets
        self = next
        return true
    }

    /// Begins the present set again: late in the list where it is in order, at its beginning otherwise.
    ///
    /// - Returns: whether that may help; the second time without having come further it will not.
    mutating func restart() -> Bool {
        let start = order.safeStart.flatMap { OAIDatestamp.converted($0, to: granularity) }
        guard restarts == 0 || (start != nil && start != restartedAt), restarts < Self.restartLimit else {
            return false
        }
        restarts += 1
        restartedAt = start
        from = start ?? sets.first.flatMap { origins[$0] }
        if start == nil { (order, startedAt) = (DatestampOrder(), nil) }
        resumptionToken = nil
        elements = 0
        unreadable = 0
        emptyPages = 0
        statedSize = nil
        loop = LoopDetector()
        return true
    }

    /// Seconds.
    private static let tokenLifetime: Int64 = 6 * 3_600
    private static let restartLimit = 50
}
