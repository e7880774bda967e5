import RecordFormats

/// Cleans the HTML out of titles and descriptions, and leaves alone what only looks like it.
enum MarkupText {
    /// How often text may have been escaped: feeds put escaped HTML into XML, which escapes it again.
    private static let passes = 4
    /// `<` and `&` that are looked at in search of HTML: a text of more than these and no tag is a program.
    private static let candidateLimit = 500

    /// The text without tags and with the characters that references stand for.
    ///
    /// `Vector<T>` and `a < b` are no HTML: text is HTML where a closing tag, a line break, an image, a link or a character
    /// reference stands in it.
    static func plain(_ text: String) -> String {
        var text = text
        for _ in 0..<passes {
            guard isMarkup(text) else { return text }
            let plain = plainText(ofHTML: text)
            if plain == text { return text }
            text = plain
        }
        return text
    }

    private static func isMarkup(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return false }
        var rest = text.utf8[...]
        for _ in 0..<candidateLimit {
            guard let start = rest.firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) else { return false }
            let isTag = rest[start] == 0x3C
            rest = rest[rest.index(after: start)...]
            if isTag ? isTagBody(rest) : isReference(rest) { return true }
        }
        return false
    }

    /// Longest name of a tag or reference, in bytes.
    private static let nameLimit = 12

    private static func isReference(_ text: Substring.UTF8View) -> Bool {
        let name = text.prefix(nameLimit).prefix { isLetter($0) || 0x30...0x39 ~= $0 || $0 == 0x23 }
        return name.count > 1 && name.endIndex < text.endIndex && text[name.endIndex] == 0x3B
    }

    private static let tags: Set<String> = [
        "a", "b", "i", "u", "p", "em", "strong", "sub", "sup", "span", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4",
        "h5",
        "h6", "small", "font", "table", "tr", "td", "blockquote", "pre", "cite", "q", "br", "hr", "img", "jats",
    ]
    /// Tags that tell HTML by their opening alone, for they stand alone or say where a block begins.
    private static let lone: Set<String> = ["br", "hr", "img", "p", "div", "li", "jats"]

    /// `/em>`, `br/>`, `a href=`: what follows a `<` that opens a tag.
    private static func isTagBody(_ text: Substring.UTF8View) -> Bool {
        let isClosing = text.first == 0x2F
        let body = isClosing ? text.dropFirst() : text
        let name = body.prefix(nameLimit).prefix { isLetter($0) || 0x30...0x39 ~= $0 }
        let next = body[name.endIndex...].first
        guard let next, tags.contains(String(decoding: name, as: UTF8.self).lowercased()) else { return false }
        if isClosing { return next == 0x3E || next == 0x3A }
        let hasAttributes = next == 0x20 && body[name.endIndex...].prefix(2_000).contains(0x3D)
        guard body[name.endIndex...].prefix(2_000).contains(0x3E) else { return false }
        return hasAttributes || lone.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
