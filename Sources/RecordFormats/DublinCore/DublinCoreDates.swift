import CatalogueModel

/// Finds the date of publication among the dates of one record.
///
/// DSpace gives three in simple Dublin Core: two instants at which the record was made and, without a time of day, the
/// date of issue.
struct DublinCoreDates {
    private static let ranks = [
        "issued": 0, "datecopyrighted": 1, "copyright": 1, "created": 1, "date": 2, "available": 3, "dateaccepted": 3,
        "datesubmitted": 3, "submitted": 3, "accessioned": 4, "modified": 4, "updated": 4,
    ]

    private var dates: [(rank: Int, text: String)] = []

    /// - Parameter term: `issued`, `created`, `date`, …
    mutating func add(_ text: String, term: String) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        let hasTime = text.contains("T") && text.contains(":")
        let rank = (Self.ranks[term.lowercased()] ?? 2) * 2 + (hasTime ? 1 : 0)
        dates.append((rank, Self.readable(text)))
    }

    /// The best date, as precise as it is stated; nil where there is none.
    ///
    /// Of equal dates the earliest counts where they have a time of day, the first otherwise.
    var best: String? {
        guard let rank = dates.map(\.rank).min() else { return nil }
        let best = dates.filter { $0.rank == rank }.map(\.text)
        return rank % 2 == 1 ? best.min() : best.first
    }

    /// ISO 8601 where the text is that, or holds one year: `c2010`, `[2010]`, `©2010`.
    private static func readable(_ text: String) -> String {
        if let date = PartialDate(text) { return date.description }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard digits.count == 4, text.contains(digits), "1500"..."2099" ~= digits else { return text }
        return digits
    }
}
