/// The name in a vCard (RFC 6350; also 2.1 and 3.0), as LOM has them for people and bodies.
enum VCard {
    /// The formatted name, else the parts of the name, else the organisation; of text that is no vCard the text itself.
    /// Nil where there is none.
    static func name(in text: String) -> String? {
        guard text.uppercased().contains("BEGIN:VCARD") else { return text.trimmed.isEmpty ? nil : text.trimmed }
        let properties = properties(of: text)
        if let name = properties["FN"], !name.trimmed.isEmpty { return unescaped(name).trimmed }
        if let name = properties["N"].flatMap(personalName) { return name }
        let organisation = properties["ORG"].map(parts) ?? []
        return organisation.isEmpty ? nil : organisation.joined(separator: ", ")
    }

    /// `Family;Given;…` as `Family, Given`: which comes first differs from country to country.
    private static func personalName(_ value: String) -> String? {
        let parts = value.split(separator: ";", omittingEmptySubsequences: false).map { unescaped(String($0)).trimmed }
        let name = parts.prefix(2).filter { !$0.isEmpty }.joined(separator: ", ")
        return name.isEmpty ? nil : name
    }

    private static func parts(_ value: String) -> [String] {
        value.split(separator: ";").map { unescaped(String($0)).trimmed }.filter { !$0.isEmpty }
    }

    /// Names in capitals → first values. Lines are trimmed, since XML is indented; a card in one line is cut at its names.
    private static func properties(of text: String) -> [String: String] {
        var properties: [String: String] = [:]
        for line in lines(of: text) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let parameters = line[..<colon].uppercased().split(separator: ";")
            guard let name = parameters.first?.split(separator: ".").last.map(String.init), properties[name] == nil
            else {
                continue
            }
            let value = String(line[line.index(after: colon)...])
            let isQuoted = parameters.contains { $0.hasSuffix("QUOTED-PRINTABLE") }
            properties[name] = isQuoted ? quotedPrintable(value) : value
        }
        return properties
    }

    private static let names: Set<String> = [
        "BEGIN", "END", "VERSION", "N", "FN", "ORG", "KIND", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "ADR", "UID",
        "NOTE",
        "REV", "X-ES-LOM-CONTRIBUTE-DATE",
    ]

    private static func lines(of text: String) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
        guard lines.count < 3 else { return lines }
        var cut: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
            let name = word.prefix { $0 != ":" && $0 != ";" }
            if cut.isEmpty || word.contains(":") && names.contains(name.uppercased()) {
                cut.append(word)
            } else {
                cut[cut.count - 1] += " " + word
            }
        }
        return cut
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("\\") else { return text }
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" || character == "N" ? " " : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func quotedPrintable(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3D, index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
