/// An absolute `http` or `https` address as it is asked for: canonical, without user name, password and fragment.
///
/// Two spellings of one address are equal where RFC 3986 §6.2.2 says so. What stands in path and query is kept; only what
/// may not stand there is percent-encoded.
package struct HTTPAddress: Hashable, Sendable {
    package enum Scheme: String, Sendable {
        case http
        case https

        var defaultPort: Int { self == .http ? 80 : 443 }
    }

    package let scheme: Scheme
    package let host: HTTPHost
    /// 1...65535, the scheme's own where none is given.
    package let port: Int
    /// Path and query in ASCII; begins with `/`.
    package let target: String

    /// Bytes an address may have.
    package static let lengthLimit = 8192

    init(scheme: Scheme, host: HTTPHost, port: Int, target: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = target
    }

    /// - Throws: for what is no absolute `http` or `https` address, and for one that carries a user name.
    package init(_ text: String) throws(HTTPAddressError) {
        self = try AddressText(text).absolute()
    }

    /// The address that `reference` means on a page with this address (RFC 3986 §5.2).
    package func resolving(_ reference: String) throws(HTTPAddressError) -> Self {
        try AddressText(reference).resolved(against: self)
    }

    /// Path without the query.
    package var path: Substring { target.prefix { $0 != "?" } }

    /// Scheme, host and port: what robots rules and connections belong to (RFC 6454).
    package var origin: String {
        "\(scheme.rawValue)://\(host)" + (port == scheme.defaultPort ? "" : ":\(port)")
    }

    /// With `items` added to the query, encoded.
    package func appending(_ items: [(name: String, value: String)]) -> Self {
        let added = items.map { "\(PercentEncoding.query($0.name))=\(PercentEncoding.query($0.value))" }
            .joined(separator: "&")
        guard !added.isEmpty else { return self }
        let separator = target.contains("?") ? (target.hasSuffix("?") || target.hasSuffix("&") ? "" : "&") : "?"
        return Self(scheme: scheme, host: host, port: port, target: target + separator + added)
    }
}

extension HTTPAddress: CustomStringConvertible {
    package var description: String { origin + target }
}

extension HTTPAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no http address")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
