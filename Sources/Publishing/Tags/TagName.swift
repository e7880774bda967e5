import Foundation
import TextAnalysis

/// The name of a free tag: kept as it is written, and compared in a form of its own.
///
/// Compared names ignore case, Unicode form, runs of white space, the place of a tone mark (`hoà`, `hòa`) and a leading
/// `#`. Marks count: *bò* is not *bơ*, and punctuation inside does: `C++` is not `C#`.
package struct TagName: Hashable, Sendable {
    /// Characters of a name.
    package static let longest = 60

    /// As written, in NFC, on one line.
    package let text: String
    /// The form names are compared in.
    package let normal: String

    /// - Throws: `TagError` where nothing is left, or too much.
    package init(_ written: String) throws(TagError) {
        let text = Self.line(written)
        guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { throw .noName }
        guard text.count <= Self.longest, text.unicodeScalars.count <= 4 * Self.longest else {
            throw .longName(limit: Self.longest)
        }
        self.text = text
        normal = Self.compared(text)
    }

    /// The names in a list people typed, separated by commas, semicolons or line ends; each once.
    ///
    /// - Throws: what `init` throws, and `TagError.tooMany` before any name is looked at where there are more than
    ///   `limit`.
    package static func list(_ written: String, limit: Int) throws(TagError) -> [Self] {
        let parts = written.split { $0 == "," || $0 == ";" || $0 == "،" || $0.isNewline }
            .filter { !$0.allSatisfy(\.isWhitespace) }
        guard parts.count <= limit else { throw .tooMany(given: parts.count, limit: limit) }
        var names: [Self] = []
        var seen: Set<String> = []
        for part in parts {
            let name = try Self(String(part))
            if seen.insert(name.normal).inserted { names.append(name) }
        }
        return names
    }

    private static func line(_ written: String) -> String {
        let kept = written.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate: " "
            case .format, .privateUse, .unassigned: scalar == "\u{200D}" ? Character(scalar) : "\u{0}"
            default: Character(scalar)
            }
        }
        let words = String(kept.filter { $0 != "\u{0}" }).split(separator: " ").joined(separator: " ")
        return String(words.drop { $0 == "#" || $0 == " " })
    }

    /// Words become their exact keys, what stands between them stays.
    private static func compared(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var normal = ""
        var end = 0
        for token in TextAnalyser().tokens(of: text) where token.range.lowerBound >= end {
            normal += String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
            normal += token.exact
            end = token.range.upperBound
        }
        normal += String(decoding: bytes[end...], as: UTF8.self)
        return normal.lowercased()
    }
}
