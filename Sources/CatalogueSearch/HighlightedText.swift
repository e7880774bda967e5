/// A text as its author wrote it, with the places that answer a query.
package struct HighlightedText: Hashable, Sendable {
    package let text: String
    /// Ranges of UTF-8 offsets into `text`, in order, not touching each other.
    package let highlights: [Range<Int>]

    package init(text: String, highlights: [Range<Int>] = []) {
        self.text = text
        self.highlights = highlights
    }

    /// The text in pieces, in order: what is highlighted and what is not.
    package var pieces: [(text: Substring, isHighlighted: Bool)] {
        var pieces: [(Substring, Bool)] = []
        var (end, offset) = (text.startIndex, 0)
        func piece(to bound: Int, _ isHighlighted: Bool) {
            let from = end
            end = text.utf8.index(end, offsetBy: bound - offset)
            offset = bound
            if from < end { pieces.append((text[from..<end], isHighlighted)) }
        }
        for range in highlights {
            piece(to: range.lowerBound, false)
            piece(to: range.upperBound, true)
        }
        piece(to: text.utf8.count, false)
        return pieces.map { (text: $0.0, isHighlighted: $0.1) }
    }

    /// HTML: everything escaped, highlights in `<mark>`.
    package var html: String {
        var html = ""
        html.reserveCapacity(text.utf8.count + 13 * highlights.count)
        for piece in pieces {
            if piece.isHighlighted { html += "<mark>" }
            html += Self.escaped(piece.text)
            if piece.isHighlighted { html += "</mark>" }
        }
        return html
    }

    private static func escaped(_ text: Substring) -> String {
        func isSpecial(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
            default: false
            }
        }
        guard text.utf8.contains(where: isSpecial) else { return String(text) }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
