package import Foundation

/// A line of an access log in the Combined Log Format, as nginx and Apache write it.
package struct LogLine: Sendable {
    package let address: String
    package let at: Date
    package let method: String
    /// Path and query as sent.
    package let path: String
    package let status: Int
    package let agent: String

    /// Nil where the line is none of that format, for example cut in the middle.
    package init?(_ line: Substring) {
        guard let bracket = line.firstIndex(of: "["), let close = line[bracket...].firstIndex(of: "]") else {
            return nil
        }
        let front = line[..<bracket].split(separator: " ")
        guard front.count >= 3, let time = Self.time(line[line.index(after: bracket)..<close]) else { return nil }
        let quoted = Self.quoted(line[line.index(after: close)...])
        guard quoted.texts.count >= 3,
            let status = quoted.between.first(where: { !$0.isEmpty }).flatMap({
                $0.split(separator: " ").first.flatMap { Int($0) }
            })
        else { return nil }
        let request = quoted.texts[0].split(separator: " ")
        guard request.count == 3, request[2].hasPrefix("HTTP/"), (100...599).contains(status) else { return nil }
        address = String(front[0])
        at = time
        method = String(request[0])
        path = String(request[1])
        self.status = status
        agent = quoted.texts[2] == "-" ? "" : quoted.texts[2]
    }

    /// Texts in quotation marks, and what stands after each of them.
    private static func quoted(_ rest: Substring) -> (texts: [String], between: [String]) {
        var (texts, between): ([String], [String]) = ([], [])
        var text = ""
        var gap = ""
        var isInside = false
        var isEscaped = false
        for character in rest {
            if isInside {
                if isEscaped {
                    text.append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    texts.append(text)
                    text = ""
                    isInside = false
                } else {
                    text.append(character)
                }
            } else if character == "\"" {
                if !texts.isEmpty { between.append(gap) }
                gap = ""
                isInside = true
            } else {
                gap.append(character)
            }
        }
        return isInside ? ([], []) : (texts, between + [gap])
    }

    private static let months = [
        "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11,
        "Dec": 12,
    ]

    /// `26/Nov/2026:21:14:01 +0700`
    private static func time(_ text: Substring) -> Date? {
        let parts = text.split(whereSeparator: { "/: ".contains($0) })
        guard parts.count == 7, let day = Int(parts[0]), let month = months[String(parts[1])], let year = Int(parts[2]),
            let hour = Int(parts[3]), let minute = Int(parts[4]), let second = Int(parts[5]),
            (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            parts[6].utf8.count == 5, let zone = Int(parts[6])
        else { return nil }
        let days = UsageDay(year: year, month: month, day: day).number
        let offset = (zone / 100 * 60 + zone % 100) * 60
        return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3_600 + minute * 60 + second - offset))
    }
}
