import CatalogueModel

/// What is done to the values of a field before they are looked up or taken over.
enum TextTransform: Sendable {
    case html
    /// A number of this many seconds each becomes an ISO 8601 duration.
    case duration(secondsPerUnit: Double)
    case split([String])
    case replace(String, String)
    case pattern(TextPattern)

    func apply(to values: [String]) -> [String] {
        switch self {
        case .html: values.map { plainText(ofHTML: $0).trimmed }.filter { !$0.isEmpty }
        case .duration(let unit): values.map { Self.duration($0, unit) }
        case .split(let separators): values.flatMap { Self.split($0, at: separators) }
        case .replace(let old, let new): values.map { $0.contains(old) ? $0.replacing(old, with: new).trimmed : $0 }
        case .pattern(let pattern): values.compactMap(pattern.match)
        }
    }

    /// What is no number stays as it is: it may be a length of time already, and is checked later. Zero is none.
    private static func duration(_ text: String, _ unit: Double) -> String {
        guard let number = Double(text), number.isFinite, abs(number) < 1e9 else { return text }
        return ISODuration(seconds: Int((number * unit).rounded()))?.description ?? text
    }

    private static func split(_ text: String, at separators: [String]) -> [String] {
        var parts = [text]
        for separator in separators where text.contains(separator) {
            parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
        }
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }
}
