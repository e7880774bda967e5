/// A length of time as records state it: an ISO 8601 duration of days, hours, minutes and seconds.
package struct ISODuration: Hashable, Sendable, CustomStringConvertible {
    /// At least 1.
    package let seconds: Int

    /// - Precondition: none; nil for zero, negative and absurd (over ten years) lengths.
    package init?(seconds: Int) {
        guard seconds > 0, seconds <= 10 * 366 * 86_400 else { return nil }
        self.seconds = seconds
    }

    /// Reads `PT1H30M`, `P10W`, `P3DT4H`, `PT95.5S` (rounded to the second).
    ///
    /// Years and months have no fixed length and are refused, as is anything that is not a duration.
    package init?(_ text: String) {
        guard text.hasPrefix("P") else { return nil }
        var total = 0.0
        var number = ""
        var inTime = false
        for character in text.dropFirst() {
            switch character {
            case "T" where !inTime && number.isEmpty: inTime = true
            case "0"..."9", ".": number.append(character)
            default:
                guard let value = Double(number), let unit = Self.unit(character, inTime: inTime) else { return nil }
                total += value * unit
                number = ""
            }
        }
        guard number.isEmpty, total < 1e9 else { return nil }
        self.init(seconds: Int(total.rounded()))
    }

    /// The shortest form with days, hours, minutes and seconds: `PT90M` reads back as `PT1H30M`.
    package var description: String {
        let days = seconds / 86_400
        let parts = [(seconds / 3600 % 24, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
        let time = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
        return "P" + (days > 0 ? "\(days)D" : "") + (time.isEmpty ? "" : "T" + time)
    }

    private static func unit(_ character: Character, inTime: Bool) -> Double? {
        switch (character, inTime) {
        case ("W", false): 7 * 86_400
        case ("D", false): 86_400
        case ("H", true): 3600
        case ("M", true): 60
        case ("S", true): 1
        default: nil
        }
    }
}

extension ISODuration: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let duration = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no duration"))
        }
        self = duration
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
