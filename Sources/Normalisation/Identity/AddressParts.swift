import Foundation

/// The parts of an address that say which page is meant.
struct AddressParts {
    /// In ASCII and small letters, without `www.`, with a port where it is not the usual one.
    var host: String
    /// Without closing slash; empty for the first page.
    var path: String
    /// Sorted by name, those of one name in their order.
    var parameters: [(name: String, value: String?)]
    /// Only what names a page of its own: `!/a`, `/a`.
    var fragment: String?

    /// Bytes of an address; a longer one is none.
    private static let limit = 4_096

    init?(_ text: String) {
        guard text.utf8.count <= Self.limit else { return nil }
        var rest = Substring(text)
        if let address = Self.resolver(of: text) {
            rest = Substring(address)
        } else {
            let start = text.prefix(8).lowercased()
            guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else { return nil }
            rest = rest.dropFirst(scheme.count)
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        rest = rest[authority.endIndex...]
        guard let host = Self.host(authority) else { return nil }
        let path = rest.prefix { $0 != "?" && $0 != "#" }
        rest = rest[path.endIndex...]
        let query = rest.first == "?" ? rest.dropFirst().prefix { $0 != "#" } : ""
        let fragment = rest.drop { $0 != "#" }.dropFirst()
        self.host = host
        self.path = Self.path(path)
        parameters = Self.parameters(query)
        self.fragment =
            fragment.hasPrefix("!") || fragment.hasPrefix("/") && fragment.count > 1
            ? PercentEncoding.normalised(fragment) : nil
    }

    var canonical: String {
        let query = parameters.map { parameter in parameter.name + (parameter.value.map { "=" + $0 } ?? "") }.joined(
            separator: "&")
        return "https://" + host + path + (query.isEmpty ? "" : "?" + query) + (fragment.map { "#" + $0 } ?? "")
    }

    /// `doi:10.1000/182` → `doi.org/10.1000/182`.
    private static func resolver(of text: String) -> String? {
        guard text.utf8.count > 4 else { return nil }
        switch text.prefix(4).lowercased() {
        case "doi:": return "doi.org/" + text.dropFirst(4).drop { $0 == " " || $0 == "/" }
        case "hdl:": return "hdl.handle.net/" + text.dropFirst(4).drop { $0 == " " || $0 == "/" }
        default: return nil
        }
    }

    private static func host(_ authority: Substring) -> String? {
        guard !authority.contains("@") else { return nil }
        var host = authority.lowercased()
        for port in [":80", ":443", ":"] where host.hasSuffix(port) { host.removeLast(port.count) }
        while host.hasSuffix(".") { host.removeLast() }
        if host.hasPrefix("www."), host.split(separator: ".").count > 2 { host.removeFirst(4) }
        guard host.contains(where: { $0.isLetter || $0.isNumber }), !host.contains(where: { $0.isWhitespace }) else {
            return nil
        }
        return Punycode.ascii(host: host)
    }

    private static let indexes: Set<String> = [
        "index.html", "index.htm", "index.php", "index.jsp", "index.asp", "index.aspx", "default.html", "default.htm",
        "default.asp", "default.aspx",
    ]

    /// Without `.` and `..`, a directory's index, the session in `;jsessionid=` and closing slashes.
    private static func path(_ path: Substring) -> String {
        var segments: [String] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            var part = part
            if let session = part.range(of: ";jsessionid=", options: .caseInsensitive) {
                part = part[..<session.lowerBound]
            }
            switch part {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(PercentEncoding.normalised(part))
            }
        }
        while segments.last?.isEmpty == true { segments.removeLast() }
        if let last = segments.last, indexes.contains(last.lowercased()) { segments.removeLast() }
        while segments.last?.isEmpty == true { segments.removeLast() }
        return segments.map { "/" + $0 }.joined()
    }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid",
        "twclid", "ttclid",
        "_hsenc", "_hsmi", "mkt_tok", "_ga", "_gl", "phpsessid", "jsessionid", "zarsrc", "ref_src", "ref_url",
        "oly_enc_id",
    ]

    private static func parameters(_ query: Substring) -> [(name: String, value: String?)] {
        guard !query.isEmpty else { return [] }
        var parameters: [(name: String, value: String?)] = []
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentEncoding.normalised(parts[0])
            let key = name.lowercased()
            guard !key.hasPrefix("utm_"), !key.hasPrefix("mtm_"), !key.hasPrefix("pk_"), !tracking.contains(key) else {
                continue
            }
            parameters.append((name, parts.count > 1 ? PercentEncoding.normalised(parts[1]) : nil))
        }
        let order = parameters.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        return order.map(\.element)
    }
}
