/// Takes the text of an address or reference apart (RFC 3986 §3, §5.2).
struct AddressText {
    private let text: Substring

    /// - Throws: for texts that are too long or hold control characters, backslashes included: some readers take those
    ///   for slashes, and so for another host.
    init(_ text: String) throws(HTTPAddressError) {
        guard text.utf8.count <= HTTPAddress.lengthLimit else { throw .tooLong(bytes: text.utf8.count) }
        var trimmed = Substring(text)
        while let first = trimmed.unicodeScalars.first, first.properties.isWhitespace { trimmed.removeFirst() }
        while let last = trimmed.unicodeScalars.last, last.properties.isWhitespace { trimmed.removeLast() }
        guard trimmed.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .controlCharacter
        }
        self.text = trimmed.prefix { $0 != "#" }
    }

    func absolute() throws(HTTPAddressError) -> HTTPAddress {
        guard let found = schemeEnd, let scheme = HTTPAddress.Scheme(rawValue: text[..<found].lowercased()) else {
            throw .scheme(String((schemeEnd.map { text[..<$0] } ?? text).prefix(40)))
        }
        let rest = text[text.index(after: found)...]
        guard rest.hasPrefix("//") else { throw .scheme("\(scheme):") }
        return try Self.address(scheme: scheme, rest.dropFirst(2))
    }

    func resolved(against base: HTTPAddress) throws(HTTPAddressError) -> HTTPAddress {
        if schemeEnd != nil { return try absolute() }
        if text.hasPrefix("//") { return try Self.address(scheme: base.scheme, text.dropFirst(2)) }
        let target: String
        if text.isEmpty {
            target = base.target
        } else if text.hasPrefix("?") {
            target = "\(base.path)\(text)"
        } else if text.hasPrefix("/") {
            target = String(text)
        } else {
            target = "\(base.path[...(base.path.lastIndex(of: "/") ?? base.path.startIndex)])\(text)"
        }
        return HTTPAddress(scheme: base.scheme, host: base.host, port: base.port, target: Self.target(target[...]))
    }

    /// Where the colon after a scheme stands; nil where the text begins with no scheme.
    private var schemeEnd: Substring.Index? {
        guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, Self.isLetter(first) else {
            return nil
        }
        let isScheme = text[..<colon].utf8.allSatisfy {
            Self.isLetter($0) || 0x30...0x39 ~= $0 || "+-.".utf8.contains($0)
        }
        return isScheme ? colon : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

    private static func address(
        scheme: HTTPAddress.Scheme, _ rest: Substring
    ) throws(HTTPAddressError) -> HTTPAddress {
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("\\") else { throw .host(String(authority.prefix(80))) }
        guard !authority.contains("@") else { throw .credentials }
        var name = authority
        var port = scheme.defaultPort
        if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
            name = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            guard let given = Self.port(digits, default: port) else { throw .port(String(digits.prefix(20))) }
            port = given
        }
        guard let host = HTTPHost(name) else { throw .host(String(name.prefix(80))) }
        return HTTPAddress(scheme: scheme, host: host, port: port, target: target(rest[authority.endIndex...]))
    }

    private static func port(_ digits: Substring, default standard: Int) -> Int? {
        if digits.isEmpty { return standard }
        guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let port = Int(digits) else {
            return nil
        }
        return 1...65535 ~= port ? port : nil
    }

    private static func target(_ text: Substring) -> String {
        let path = text.prefix { $0 != "?" }
        return PercentEncoding.target(withoutDots(path)) + PercentEncoding.target(text[path.endIndex...])
    }

    /// Removes `.` and `..` (RFC 3986 §5.2.4).
    private static func withoutDots(_ path: Substring) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (offset, segment) in segments.enumerated() {
            let isLast = offset == segments.count - 1
            switch segment.replacing("%2e", with: ".").replacing("%2E", with: ".") {
            case ".": if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}
