import HTTPTypes
import Hummingbird

/// Where the catalogue is reached from outside: for what is read elsewhere, on paper, in feeds and packages.
package struct SiteAddress: Hashable, Sendable {
    /// `https://hoclieu.example.vn`, without a slash at the end.
    package let base: String

    /// The address it was given; nil for what is no http or https address of a site.
    package init?(_ text: String) {
        var text = Substring(text)
        while text.hasSuffix("/") { text = text.dropLast() }
        let parts = text.split(separator: "://", maxSplits: 1)
        guard parts.count == 2, ["http", "https"].contains(parts[0]), Self.isHost(parts[1]) else { return nil }
        base = String(text)
    }

    /// The address a request came to, as it says itself; behind a proxy, as the proxy says.
    init(of request: Request) {
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
        let host = header("X-Forwarded-Host") ?? request.head.authority ?? ""
        let scheme = header("X-Forwarded-Proto") == "https" ? "https" : "http"
        base = Self.isHost(Substring(host)) ? "\(scheme)://\(host)" : "http://localhost"
    }

    /// A name or number with a port, and nothing that could mean something in an address or a page.
    private static func isHost(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy {
                0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || [0x2D, 0x2E, 0x3A, 0x5B, 0x5D].contains($0)
            }
    }

    /// The host without its port: `hoclieu.example.vn`.
    var host: String {
        let host = base.split(separator: "://", maxSplits: 1).last ?? ""
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }

    /// - Parameter path: begins with a slash.
    func url(_ path: String) -> String { base + path }
}
