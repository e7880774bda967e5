import CatalogueModel
import Foundation

/// `from` and `until` of a harvest: a day or a second, in UTC (OAI-PMH 2.0 §2.7.1, §3.3).
struct OAIMoment: Hashable {
    /// Seconds since 1970: of the beginning, and of the last second it covers.
    let first: Int64
    let last: Int64
    let isDay: Bool

    /// Nil for what is neither `2026-11-26` nor `2026-11-26T08:00:00Z`, or no such day.
    init?(_ text: String) {
        let isDay = text.utf8.count == 10
        guard isDay || text.utf8.count == 20 && text.hasSuffix("Z"),
            PartialDate(String(text.prefix(10)))?.isDay == true,
            let date = try? Date(isDay ? text + "T00:00:00Z" : text, strategy: .iso8601)
        else { return nil }
        self.isDay = isDay
        first = Int64(date.timeIntervalSince1970)
        last = isDay ? first + 86_399 : first
    }

    /// A second as OAI-PMH writes it.
    static func text(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
