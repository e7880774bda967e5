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
        var end = 0
        func piece(_ range: Range<Int>, _ isHighlighted: Bool) {
            let utf8 = text.utf8
            let from = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            let to = utf8.index(from, offsetBy: range.count)
            if from < to { pieces.append((text[from..<to], isHighlighted)) }
        }
        for range in highlights {
            piece(end..<range.lowerBound, false)
            piece(range, true)
            end = range.upperBound
        }
        piece(end..<text.utf8.count, false)
        return pieces.map { (text: $0.0, isHighlighted: $0.1) }
    }

    /// HTML: everything escaped, highlights in `<mark>`.
    package var html: String {
        pieces.map { piece in
            let escaped = Self.escaped(piece.text)
            return piece.isHighlighted ? "<mark>\(escaped)</mark>" : escaped
        }.joined()
    }

    private static func escaped(_ text: Substring) -> String {
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
