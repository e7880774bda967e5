import Foundation
import RecordFormats

/// Datestamps of OAI-PMH: UTC, to the day or to the second (OAI-PMH 2.0 §3.3).
enum OAIDatestamp {
    /// Reads either form, and what repositories make of them: fractions, `+00:00` or nothing for `Z`.
    ///
    /// - Returns: nil where the day cannot be told.
    static func date(_ text: String) -> Date? {
        let digits = text.utf8.map { 0x30...0x39 ~= $0 ? Int($0) - 0x30 : -1 }
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= digits.count, digits[range].allSatisfy({ $0 >= 0 }) else { return nil }
            return digits[range].reduce(0) { $0 * 10 + $1 }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), 1...12 ~= month,
            1...31 ~= day
        else { return nil }
        var components = DateComponents()
        components.timeZone = .gmt
        (components.year, components.month, components.day) = (year, month, day)
        components.hour = number(11..<13).flatMap { 0...23 ~= $0 ? $0 : nil }
        components.minute = number(14..<16).flatMap { 0...59 ~= $0 ? $0 : nil }
        components.second = number(17..<19).flatMap { 0...59 ~= $0 ? $0 : nil }
        return Calendar(identifier: .gregorian).date(from: components)
    }

    static func text(_ date: Date, _ granularity: OAIRepository.Granularity) -> String {
        let full = date.ISO8601Format()
        return granularity == .second ? full : String(full.prefix(10))
    }

    /// `text` in the form a request with this granularity wants; nil where it cannot be read.
    static func converted(_ text: String, to granularity: OAIRepository.Granularity) -> String? {
        date(text).map { self.text($0, granularity) }
    }
}
