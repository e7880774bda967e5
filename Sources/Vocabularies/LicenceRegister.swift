/// All known licences, found by code or by any usual form of their address.
package struct LicenceRegister: Sendable {
    /// Sorted by code.
    package let licences: [Licence]
    private let byKey: [String: Int]

    package init(licences: [Licence]) {
        self.licences = licences.sorted { $0.code < $1.code }
        var byKey: [String: Int] = [:]
        for (index, licence) in self.licences.enumerated() {
            byKey[licence.code.lowercased()] = index
            byKey[Self.key(of: licence.url)] = index
        }
        self.byKey = byKey
    }

    /// The licence `text` names: its code, or its address with `http` or `https`, with or without `www.`, the trailing
    /// slash, `/deed.vi` or `/legalcode`, and a port to a country (`/3.0/vn/`), which counts as its unported version.
    ///
    /// Free text is not read here: what is not an address or a code is not known for sure.
    package func licence(named text: String) -> Licence? {
        let key = Self.key(of: text)
        if let index = byKey[key] { return licences[index] }
        guard key.hasPrefix("creativecommons.org/licenses/") else { return nil }
        let parts = key.split(separator: "/")
        guard parts.count == 5, parts[4].utf8.count <= 8, parts[4].utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else {
            return nil
        }
        return byKey[parts.prefix(4).joined(separator: "/")].map { licences[$0] }
    }

    private static func key(of text: String) -> String {
        var key = Substring(text.lowercased())
        for prefix in ["https://", "http://", "www."] where key.hasPrefix(prefix) { key = key.dropFirst(prefix.count) }
        if let end = key.firstIndex(where: { $0 == "?" || $0 == "#" }) { key = key[..<end] }
        var parts = key.split(separator: "/", omittingEmptySubsequences: true)
        while let last = parts.last, last.hasPrefix("deed") || last.hasPrefix("legalcode") { parts.removeLast() }
        return parts.joined(separator: "/")
    }
}
