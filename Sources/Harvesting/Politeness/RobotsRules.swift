/// What a robots.txt lets us fetch (RFC 9309).
package struct RobotsRules: Hashable, Sendable {
    struct Rule: Hashable, Sendable {
        let allows: Bool
        /// Percent-encoding normalised; `*` and a `$` at the end have their meaning.
        let pattern: RobotsPattern
    }

    private var rules: [Rule] = []
    /// Pause the host asks for between requests; not part of the RFC, but in wide use.
    package private(set) var crawlDelay: Duration?
    /// Addresses of sitemaps, as they are written.
    package private(set) var sitemaps: [String] = []

    /// The host cannot say no: there is no robots.txt (RFC 9309 §2.3.1.3).
    package static let allowAll = Self(rules: [])
    /// The host cannot be asked: nothing may be fetched (RFC 9309 §2.3.1.4).
    package static let disallowAll = Self(rules: [Rule(allows: false, pattern: RobotsPattern("/"))])

    /// Longer pauses are cut to this: a host that wants less than two requests a minute is better not harvested.
    private static let longestDelay = Duration.seconds(30)

    private init(rules: [Rule]) {
        self.rules = rules
    }

    /// Reads a robots.txt; lines that make no sense are passed over, as the RFC wants it.
    ///
    /// - Parameter productToken: the name by which groups of rules address us.
    package init(parsing bytes: [UInt8], productToken: String) {
        let file = RobotsFile(parsing: bytes, productToken: productToken)
        rules = file.rules
        crawlDelay = file.crawlDelay.map { min($0, Self.longestDelay) }
        sitemaps = file.sitemaps
    }

    /// Whether path and query `target` may be fetched: the longest pattern that fits decides, Allow where two are equal.
    package func allows(_ target: String) -> Bool {
        if target == "/robots.txt" { return true }
        let path = RobotsPattern.normalised(target.utf8, isPattern: false)
        var best = (length: -1, allows: true)
        for rule in rules where rule.pattern.length >= best.length && rule.pattern.matches(path) {
            let isStronger = rule.pattern.length > best.length || rule.allows
            if isStronger { best = (rule.pattern.length, rule.allows) }
        }
        return best.allows
    }
}
