/// Where a resource stands on the web: an address in one spelling, and the site whose owner knows what is in it.
struct WebPlace: Hashable, Sendable {
    /// One spelling of the address; that of the original for a snapshot in the Internet Archive.
    let address: String
    /// The host; on hosts where many people publish, with the first part of the path.
    let site: String
    /// Whether many people publish at `site`, so that two addresses there may be one resource.
    let isShared: Bool

    /// Hosts whose first path component is the owner.
    private static let owned: Set<String> = ["github.com", "gitlab.com", "medium.com", "slideshare.net"]
    /// Hosts whose addresses do not tell the owner.
    private static let shared: Set<String> = [
        "youtube.com", "vimeo.com", "drive.google.com", "docs.google.com", "udemy.com", "archive.org", "zenodo.org",
    ]
    private static let wayback = "web.archive.org/web/"

    init(_ url: String) {
        let original = Self.original(of: url)
        address = CanonicalURL(original).map { Self.withoutScheme($0.rawValue[...]) } ?? original
        let parts = address.split(separator: "/", maxSplits: 2)
        let host = parts.first.map { String($0.prefix { $0 != "?" && $0 != "#" }) } ?? ""
        isShared = Self.shared.contains(host)
        site = Self.owned.contains(host) && parts.count > 1 ? host + "/" + parts[1].lowercased() : host
    }

    /// What a snapshot of the Wayback Machine is a snapshot of: `web.archive.org/web/20201231000000/https://…`; its scheme
    /// may be missing.
    private static func original(of url: String) -> String {
        let address = withoutScheme(url[...])
        guard address.hasPrefix(wayback) else { return url }
        let rest = address.dropFirst(wayback.count)
        guard let slash = rest.firstIndex(of: "/") else { return url }
        let original = String(rest[rest.index(after: slash)...])
        return withoutScheme(original[...]) == original ? "http://" + original : original
    }

    private static func withoutScheme(_ url: Substring) -> String {
        let start = url.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else { return String(url) }
        return String(url.dropFirst(scheme.count))
    }
}
