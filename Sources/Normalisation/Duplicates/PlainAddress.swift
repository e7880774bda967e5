import Foundation

/// One spelling for the addresses of a page: without scheme, `www.`, usual ports, closing slash, fragment, directory
/// index, and what only counts visitors; a YouTube video has one form.
enum PlainAddress {
    private static let indexes: Set<String> = ["index.html", "index.htm", "index.php", "default.aspx", "default.asp"]
    private static let counting: Set<String> = [
        "fbclid", "gclid", "si", "feature", "ab_channel", "ref", "source", "mc_cid", "mc_eid",
    ]

    static func canonical(_ url: Substring) -> String {
        let rest = withoutScheme(url).prefix { $0 != "#" }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        var host = place[0].lowercased()
        for prefix in ["www.", "m."] where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
            host.removeFirst(prefix.count)
        }
        for port in [":443", ":80"] where host.hasSuffix(port) { host.removeLast(port.count) }
        var path = place.count > 1 ? place[1].split(separator: "/").map { decoded($0) } : []
        if let last = path.last, indexes.contains(last.lowercased()) { path.removeLast() }
        var items = parts.count > 1 ? items(of: parts[1]) : []
        if host == "youtu.be", let video = path.first {
            (host, path, items) = ("youtube.com", ["watch"], ["v=" + video])
        }
        if host == "youtube.com", path == ["watch"] { items = items.filter { $0.hasPrefix("v=") } }
        return ([host] + path).joined(separator: "/")
            + (items.isEmpty ? "" : "?" + items.sorted().joined(separator: "&"))
    }

    static func withoutScheme(_ url: Substring) -> Substring {
        let start = url.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else { return url }
        return url.dropFirst(scheme.count)
    }

    private static func items(of query: Substring) -> [String] {
        query.split(separator: "&").map(String.init).filter { item in
            let name = item.prefix { $0 != "=" }.lowercased()
            return !counting.contains(name) && !name.hasPrefix("utm_")
        }
    }

    private static func decoded(_ part: Substring) -> String {
        guard part.utf8.contains(UInt8(ascii: "%")) else { return String(part) }
        return String(part).removingPercentEncoding?.precomposedStringWithCanonicalMapping ?? String(part)
    }
}
