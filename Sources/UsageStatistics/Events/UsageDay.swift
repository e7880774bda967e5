package import Foundation

/// A day in Việt Nam (UTC+7 all year), as days since 1970-01-01.
package struct UsageDay: Hashable, Comparable, Sendable {
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    package init(of instant: Date) {
        number = Int(((instant.timeIntervalSince1970 + 25_200) / 86_400).rounded(.down))
    }

    /// Year and month from 1, and the day of the month (civil calendar, proleptic Gregorian).
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package init(year: Int, month: Int, day: Int) {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2026-11-26`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard self.parts == (year, month, day) else { return nil }
    }

    /// `2026-11-26`.
    package var text: String {
        let (year, month, day) = parts
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    package var month: UsageMonth { UsageMonth(year: parts.year, month: parts.month) }

    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}

/// A month of the civil calendar, as 12 × year + month - 1.
package struct UsageMonth: Hashable, Comparable, Strideable, Sendable {
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    package init(year: Int, month: Int) {
        number = 12 * year + month - 1
    }

    /// `2026-11`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 7, parts.count == 2, let year = parts[0], let month = parts[1],
            (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    package var year: Int { number / 12 }
    package var month: Int { number % 12 + 1 }
    package var firstDay: UsageDay { UsageDay(year: year, month: month, day: 1) }
    package var lastDay: UsageDay { UsageDay(number: advanced(by: 1).firstDay.number - 1) }

    /// `2026-11`.
    package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// `Nov-2026`, as COUNTER writes months in tables.
    package var counterText: String {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1] + "-\(year)"
    }

    package func distance(to other: Self) -> Int { other.number - number }
    package func advanced(by months: Int) -> Self { Self(number: number + months) }
    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
