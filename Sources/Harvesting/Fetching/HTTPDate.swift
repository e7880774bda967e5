import Foundation

/// Dates as HTTP writes them (RFC 9110 §5.6.7), the obsolete forms of RFC 850 and `asctime` included.
enum HTTPDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// - Returns: nil for anything that is no date in one of the three forms.
    static func date(_ text: String) -> Date? {
        let parts = text.lowercased().split { " -,\t".contains($0) }.map(String.init)
        // Sun, 06 Nov 1994 08:49:37 GMT · Sunday, 06-Nov-94 08:49:37 GMT · Sun Nov  6 08:49:37 1994
        guard parts.count == 5 || (parts.count == 6 && (parts[5] == "gmt" || parts[5] == "utc")) else { return nil }
        return parts.count == 6
            ? date(day: parts[1], month: parts[2], year: parts[3], time: parts[4])
            : date(day: parts[2], month: parts[1], year: parts[4], time: parts[3])
    }

    private static func date(day: String, month: String, year: String, time: String) -> Date? {
        guard let month = months.firstIndex(of: month), let day = number(day), let given = number(year),
            1...31 ~= day, 0...9999 ~= given
        else { return nil }
        // Two digits: the same century rule as everywhere, since nobody asks to be left alone until 2094.
        let year = year.count > 2 ? given : given + (given < 70 ? 2000 : 1900)
        let clock = time.split(separator: ":").compactMap { number(String($0)) }
        guard clock.count == 3, 0...23 ~= clock[0], 0...59 ~= clock[1], 0...60 ~= clock[2] else { return nil }
        var components = DateComponents()
        components.timeZone = TimeZone(secondsFromGMT: 0)
        (components.year, components.month, components.day) = (year, month + 1, day)
        (components.hour, components.minute, components.second) = (clock[0], clock[1], clock[2])
        return Calendar(identifier: .gregorian).date(from: components)
    }

    private static func number(_ text: String) -> Int? {
        1...4 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
    }
}
