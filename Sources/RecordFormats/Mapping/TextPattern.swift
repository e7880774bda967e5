import Foundation

/// A regular expression (ICU syntax) that picks a part of a value.
struct TextPattern: Sendable {
    private let expression: NSRegularExpression

    init(_ text: String) throws {
        expression = try NSRegularExpression(pattern: text)
    }

    /// What the first group matched, or the whole match where there is no group; nil where nothing matches.
    func match(_ text: String) -> String? {
        let whole = NSRange(text.startIndex..<text.endIndex, in: text)
        guard let match = expression.firstMatch(in: text, range: whole) else { return nil }
        let group = match.numberOfRanges > 1 ? 1 : 0
        guard let range = Range(match.range(at: group), in: text) else { return nil }
        let found = text[range].trimmed
        return found.isEmpty ? nil : found
    }
}
