/// Brings the bytes of a page into UTF-8.
enum WebPageText {
    /// Bytes in which a page has to name its encoding; the HTML standard gives 1,024.
    private static let startLength = 4096
    private static let blockSize = 64 << 10

    /// What is UTF-8 is taken as such, whatever the page claims. Else it counts what the page claims, and without a claim
    /// that can be followed, windows-1252, as in browsers (HTML standard, 13.2.3). Bytes that are no character become
    /// U+FFFD.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if !isUTF16, firstInvalidUTF8(in: bytes) == nil { return bytes }
        let claim = isUTF16 ? "utf-16" : claimedEncoding(bytes.prefix(startLength))
        guard let transcoder = claim.flatMap(XMLTranscoder.init) ?? XMLTranscoder(from: "windows-1252") else {
            return Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        var text: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            transcoder.append(rest.prefix(blockSize), to: &text, isLast: rest.count <= blockSize)
            rest = rest.dropFirst(blockSize)
        }
        return text
    }

    /// The value of the first `charset=`: in a `<meta>` of either form.
    private static func claimedEncoding(_ start: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: start, as: UTF8.self).lowercased()
        guard let key = text.firstRange(of: "charset=") else { return nil }
        let value = text[key.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        let name = String(value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) })
        // Browsers take these for windows-1252, and what claims UTF-16 in single bytes is not UTF-16.
        if ["iso-8859-1", "latin1", "us-ascii", "ascii"].contains(name) || name.hasPrefix("utf-16") { return nil }
        return name.isEmpty ? nil : name
    }
}
