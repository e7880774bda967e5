/// A start tag outside the units, read without libxml2: its name and its attributes as they are written.
struct XMLStartTag {
    /// With its prefix.
    let qualifiedName: String
    /// Namespace declarations included.
    let attributes: [(name: String, value: String)]

    /// - Parameter bytes: from `<` to `>`.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 1
        func name() -> String {
            let start = index
            while index < bytes.count, XMLByte.continuesName(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        func skip(while body: (UInt8) -> Bool) {
            while index < bytes.count, body(bytes[index]) { index += 1 }
        }
        qualifiedName = name()
        var attributes: [(name: String, value: String)] = []
        while index < bytes.count {
            skip { !XMLByte.startsName($0) && $0 != ASCII.quote && $0 != XMLByte.apostrophe }
            let attribute = name()
            skip { ASCII.isBlank($0) || $0 == XMLByte.equals }
            guard index < bytes.count, bytes[index] == ASCII.quote || bytes[index] == XMLByte.apostrophe else {
                continue
            }
            let quote = bytes[index]
            index += 1
            let start = index
            skip { $0 != quote }
            if !attribute.isEmpty { attributes.append((attribute, Self.value(bytes[start..<index]))) }
            index += 1
        }
        self.attributes = attributes
    }

    /// Prefix → namespace; the empty prefix stands for the default one.
    var namespaces: [String: String] {
        var namespaces: [String: String] = [:]
        for (name, value) in attributes {
            if name == "xmlns" { namespaces[""] = value }
            if name.hasPrefix("xmlns:") { namespaces[String(name.dropFirst(6))] = value }
        }
        return namespaces
    }

    static func split(_ qualifiedName: String) -> (prefix: String, local: String) {
        guard let colon = qualifiedName.firstIndex(of: ":") else { return ("", qualifiedName) }
        return (String(qualifiedName[..<colon]), String(qualifiedName[qualifiedName.index(after: colon)...]))
    }

    /// The value with references replaced (XML 1.0 §3.3.3); what cannot be replaced stays.
    private static func value(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(XMLByte.ampersand) else { return text.trimmed }
        var value = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            value += rest[..<start]
            let name = rest[start...].dropFirst().prefix { $0 != ";" && $0 != "&" }
            if name.endIndex < rest.endIndex, rest[name.endIndex] == ";",
                let scalar = HTMLEntities.scalar(named: String(name))
            {
                value.unicodeScalars.append(scalar)
                rest = rest[name.endIndex...].dropFirst()
            } else {
                value += "&"
                rest = rest[start...].dropFirst()
            }
        }
        return (value + rest).trimmed
    }
}
