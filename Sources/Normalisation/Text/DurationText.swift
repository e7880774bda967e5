import CatalogueModel

extension ISODuration {
    /// Reads lengths of time as people write them: ISO 8601, `1:30:00`, `90 phút`, `1 giờ 30 phút`, `2 hours`, `1h30`.
    ///
    /// Nil for what has no fixed length in seconds (months, credits) and for a number without a unit.
    init?(written text: String) {
        if let duration = ISODuration(text.uppercased()) ?? Self.clock(text) ?? Self.words(text) {
            self = duration
        } else {
            return nil
        }
    }

    /// `hh:mm:ss`
    private static func clock(_ text: String) -> ISODuration? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), let seconds = Int(parts[2]),
            minutes < 60, seconds < 60
        else { return nil }
        return ISODuration(seconds: hours * 3600 + minutes * 60 + seconds)
    }

    private static func words(_ text: String) -> ISODuration? {
        var total = 0.0
        var rest = Substring(text.lowercased())
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

    private static let units: [String: Double] = {
        let names: [Double: [String]] = [
            7 * 86_400: ["tuần", "week", "weeks"],
            86_400: ["ngày", "day", "days"],
            3600: ["giờ", "tiếng", "h", "hour", "hours", "hr", "hrs"],
            60: ["phút", "m", "min", "mins", "minute", "minutes", "p", "ph"],
            1: ["giây", "s", "sec", "secs", "second", "seconds"],
        ]
        return Dictionary(names.flatMap { unit, names in names.map { ($0, unit) } }, uniquingKeysWith: { a, _ in a })
    }()
}
