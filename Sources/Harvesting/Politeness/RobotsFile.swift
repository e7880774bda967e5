/// Reads the lines of a robots.txt (RFC 9309 §2.2).
struct RobotsFile {
    private(set) var rules: [RobotsRules.Rule] = []
    private(set) var crawlDelay: Duration?
    private(set) var sitemaps: [String] = []

    /// The rules of one name; groups of the same name are taken together (§2.2.1).
    private struct Group {
        var isNamed = false
        var rules: [RobotsRules.Rule] = []
        var crawlDelay: Duration?
    }

    private static let byteLimit = 500 << 10
    private static let ruleLimit = 10_000
    private static let sitemapLimit = 100

    private let productToken: String
    private var ours = Group()
    private var everyones = Group()
    private var addressesUs = false
    private var addressesEveryone = false
    private var isAmongNames = false

    init(parsing bytes: [UInt8], productToken: String) {
        self.productToken = productToken.lowercased()
        var content = bytes.prefix(Self.byteLimit)
        if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
        for line in content.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { read(line) }
        let group = ours.isNamed ? ours : everyones
        rules = group.rules
        crawlDelay = group.crawlDelay
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return }
        let value = Self.trimmed(text[text.index(after: colon)...])
        switch Self.trimmed(text[..<colon]).lowercased() {
        case "user-agent": readName(value)
        case "allow": readRule(value, allows: true)
        case "disallow": readRule(value, allows: false)
        case "crawl-delay": readDelay(value)
        case "sitemap": if sitemaps.count < Self.sitemapLimit, !value.isEmpty { sitemaps.append(String(value)) }
        default: break
        }
    }

    private mutating func readName(_ value: Substring) {
        if !isAmongNames { (addressesUs, addressesEveryone) = (false, false) }
        isAmongNames = true
        if value.hasPrefix("*") {
            addressesEveryone = true
            everyones.isNamed = true
        } else if value.prefix(while: { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }).lowercased()
            == productToken
        {
            addressesUs = true
            ours.isNamed = true
        }
    }

    private mutating func readRule(_ value: Substring, allows: Bool) {
        isAmongNames = false
        // An empty pattern is no rule; one that begins otherwise can fit no path.
        guard value.hasPrefix("/") || value.hasPrefix("*") else { return }
        let rule = RobotsRules.Rule(allows: allows, pattern: RobotsPattern(value))
        if addressesUs, ours.rules.count < Self.ruleLimit { ours.rules.append(rule) }
        if addressesEveryone, everyones.rules.count < Self.ruleLimit { everyones.rules.append(rule) }
    }

    private mutating func readDelay(_ value: Substring) {
        isAmongNames = false
        guard let seconds = Double(value), 0...86_400 ~= seconds else { return }
        let delay = Duration.seconds(seconds)
        if addressesUs { ours.crawlDelay = delay }
        if addressesEveryone { everyones.crawlDelay = delay }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
