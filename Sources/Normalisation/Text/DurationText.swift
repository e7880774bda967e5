import CatalogueModel

extension ISODuration {
    /// Reads lengths of time as people write them: ISO 8601, `1:30:00`, `12:30` (minutes and seconds), `90 phút`,
    /// `1 giờ 30 phút`, `2 hours`, `1h30`; Vietnamese words with or without marks.
    ///
    /// Also `003100` (hhmmss, MARC 306), `khoảng 2 giờ`, `90'`, `1 hour and 5 minutes`, `1,5 giờ`.
    ///
    /// Nil for what has no fixed length in seconds (months, credits) and for a number without a unit.
    init?(written text: String) {
        if let duration = Self.iso(text) ?? Self.clock(text) ?? Self.minutes(text) ?? Self.digits(text)
            ?? Self.words(text)
        {
            self = duration
        } else {
            return nil
        }
    }

    /// ISO 8601, where years and months that are none may stand: `P0Y0M0DT1H30M0S`.
    private static func iso(_ text: String) -> ISODuration? {
        guard text.hasPrefix("P") || text.hasPrefix("p") else { return nil }
        let upper = text.uppercased()
        if let duration = ISODuration(upper) { return duration }
        let date = upper.prefix { $0 != "T" }
        var days = date
        // Zero years and months come first, and are no length.
        for unit in ["Y", "M"] {
            guard let end = days.firstIndex(of: Character(unit)) else { continue }
            let number = days[..<end].dropFirst()
            guard !number.isEmpty, number.allSatisfy({ $0 == "0" }) else { return nil }
            days = "P" + days[days.index(after: end)...]
        }
        return ISODuration(String(days) + upper[date.endIndex...])
    }

    /// `hhmmss`
    private static func digits(_ text: String) -> ISODuration? {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return clock("\(text.prefix(2)):\(text.dropFirst(2).prefix(2)):\(text.suffix(2))")
    }

    /// `hh:mm:ss`, with or without a fraction of the last second.
    private static func clock(_ text: String) -> ISODuration? {
        let whole = text.contains(".") ? text.replacing(/\.[0-9]{1,6}$/, with: "") : text
        let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), let seconds = Int(parts[2]),
            minutes < 60, seconds < 60
        else { return nil }
        return ISODuration(seconds: hours * 3600 + minutes * 60 + seconds)
    }

    /// `mm:ss`, as players show it.
    static func minutes(_ text: String) -> ISODuration? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let minutes = Int(parts[0]), let seconds = Int(parts[1]), seconds < 60
        else { return nil }
        return ISODuration(seconds: minutes * 60 + seconds)
    }

    private static func words(_ text: String) -> ISODuration? {
        var total = 0.0
        var rest = Substring(plain(text.lowercased()))
        var lastUnit: Double?
        while let start = rest.firstIndex(where: { $0 != " " && $0 != "," }) {
            rest = rest[start...]
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard let value = Double(number) else { return nil }
            rest = rest[number.endIndex...].drop { $0 == " " }
            let unitName = rest.prefix { $0.isLetter }
            rest = rest[unitName.endIndex...]
            // `1h30`: a number that closes the text after hours is minutes.
            let closing: Double? = unitName.isEmpty && lastUnit == 3600 ? 60 : nil
            guard let unit = units[String(unitName)] ?? closing, unit < lastUnit ?? .infinity else { return nil }
            total += value * unit
            lastUnit = unit
        }
        guard total < 1e9 else { return nil }
        return ISODuration(seconds: Int(total.rounded()))
    }

    /// Without “about” before it and “and” inside; a comma between digits is a decimal point, `'` is minutes.
    private static func plain(_ text: String) -> String {
        guard text.utf8.count <= 100 else { return text }
        var plain = text
        for mark in ["khoảng ", "khoang ", "about ", "approx. ", "approximately ", "~ ", "~", "ca. "]
        where plain.hasPrefix(mark) {
            plain.removeFirst(mark.count)
            break
        }
        for word in [" and ", " và ", " va ", " et "] { plain = plain.replacing(word, with: " ") }
        plain = plain.replacing(/([0-9]),([0-9])/) { "\($0.1).\($0.2)" }
        return plain.replacing(/([0-9])\s?['’′]/) { "\($0.1) phút" }
    }

    private static let units: [String: Double] = {
        let names: [Double: [String]] = [
            7 * 86_400: ["tuần", "tuan", "week", "weeks"],
            86_400: ["ngày", "ngay", "day", "days"],
            3600: ["giờ", "gio", "tiếng", "tieng", "h", "hour", "hours", "hr", "hrs"],
            60: ["phút", "phut", "m", "min", "mins", "minute", "minutes", "p", "ph"],
            1: ["giây", "giay", "s", "sec", "secs", "second", "seconds"],
        ]
        return Dictionary(names.flatMap { unit, names in names.map { ($0, unit) } }, uniquingKeysWith: { a, _ in a })
    }()
}
