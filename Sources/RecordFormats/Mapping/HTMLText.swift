/// The text of a piece of HTML: tags removed, entities decoded, blocks kept apart by a space.
///
/// Never fails: what is no tag and no entity stays as it is.
package func plainText(ofHTML html: String) -> String {
    guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return html }
    var reader = HTMLTextReader(Array(html.utf8))
    return reader.text()
}

private struct HTMLTextReader {
    private static let blocks: Set<String> = [
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr",
        "ul",
    ]
    private static let longestEntity = 32

    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    /// Where the last `>` stands: beyond it no tag ends, and none need be looked for.
    private let lastTagEnd: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lastTagEnd = bytes.lastIndex(of: 0x3E) ?? -1
    }

    mutating func text() -> String {
        while position < bytes.count {
            switch bytes[position] {
            case 0x3C where takeComment() || takeTag(): break
            case 0x26 where takeEntity(): break
            default:
                output.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func takeComment() -> Bool {
        guard bytes[position...].starts(with: Array("<!--".utf8)) else { return false }
        position = find("-->", from: position + 4).map { $0 + 3 } ?? bytes.count
        return true
    }

    private mutating func takeTag() -> Bool {
        guard position < lastTagEnd else { return false }
        var start = position + 1
        if start < bytes.count, bytes[start] == 0x2F || bytes[start] == 0x21 || bytes[start] == 0x3F { start += 1 }
        let name = String(decoding: bytes[start...].prefix { isLetterOrDigit($0) }, as: UTF8.self).lowercased()
        guard name.utf8.first.map({ $0 > 0x39 }) == true, let end = bytes[start...].firstIndex(of: 0x3E) else {
            return false
        }
        let isOpening = start == position + 1
        position = end + 1
        if isOpening, name == "script" || name == "style" {
            position = find("</" + name, from: position) ?? bytes.count
        }
        if Self.blocks.contains(name) { output.append(ASCII.space) }
        return true
    }

    private mutating func takeEntity() -> Bool {
        let start = position + 1
        guard let end = bytes[start...].prefix(Self.longestEntity).firstIndex(of: ASCII.semicolon) else { return false }
        guard let scalar = HTMLEntities.scalar(named: String(decoding: bytes[start..<end], as: UTF8.self)) else {
            return false
        }
        output.append(contentsOf: Array(String(Character(scalar)).utf8))
        position = end + 1
        return true
    }

    /// Where `text` in small letters stands next, in any case.
    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard bytes.count - start >= wanted.count else { return nil }
        return (start...bytes.count - wanted.count).first { offset in
            wanted.indices.allSatisfy { bytes[offset + $0] == wanted[$0] || bytes[offset + $0] | 0x20 == wanted[$0] }
        }
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || ASCII.isDigit(byte)
    }
}
