import CatalogueModel
import Vocabularies

/// Reads dates as people, libraries and feeds write them.
enum DateText {
    /// Why a text is no date that can be kept.
    enum Fault: Error {
        case noDate
        /// `19--`, `197-?`: the year itself is not known.
        case noYear
        /// `05/30/2021`: no such month, where the day comes first.
        case dayBeforeMonth
        /// After 2100.
        case tooLate
    }

    /// The latest year a record may be of.
    private static let lastYear = 2100

    /// ISO 8601 (`2021-05-30T08:00Z`, `20210530`), RFC 822 (`Sun, 30 May 2021 08:00:00 +0700`), `30/05/2021` (day first,
    /// as in Việt Nam), `05/2021`, `ngày 30 tháng 5 năm 2021`, `30 thg 5, 2021`, `May 2020`, `May 30, 2020`; academic years
    /// (`2021/22`, `2021-2022`) by their first; what libraries add (`c1998`, `[2004?]`, `1998-`, `cop. 2010`).
    static func read(_ text: String) -> Result<PartialDate, Fault> {
        if let date = PartialDate(text) { return checked(date) }
        let lower = text.lowercased()
        if isOpenYear(lower) { return .failure(.noYear) }
        let bare = Self.bare(lower)
        if let date = PartialDate(bare) ?? compact(bare) ?? academicYear(bare) ?? named(bare) ?? numbers(bare) {
            return checked(date)
        }
        return .failure(isDayBeforeMonth(bare) ? .dayBeforeMonth : .noDate)
    }

    private static func checked(_ date: PartialDate) -> Result<PartialDate, Fault> {
        date.year > lastYear ? .failure(.tooLate) : .success(date)
    }

    private static func isOpenYear(_ text: String) -> Bool {
        text.wholeMatch(of: /\[?(ca?\.? ?)?1?[0-9]{1,2}(--|-\?|-|[0-9]-|[0-9]\?|uu|[0-9]u|\?\?|xx)\??\]?\.?/) != nil
            && text.wholeMatch(of: /.*[0-9]{4}.*/) == nil && text.contains { "-u?x".contains($0) }
    }

    /// Without the marks of cataloguers around a year: `[c1998]`, `ca. 1998`, `© 1998`, `1998?`, `1998-`, `khoảng 1998`.
    private static func bare(_ text: String) -> String {
        var text = text[...]
        text = text.drop { "[(<©℗ ".contains($0) }
        for mark in [
            "copyright", "circa", "khoảng", "cop.", "cop", "ca.", "ca", "c.", "c", "p", "©", "publ.", "published",
            "năm học", "school year", "academic year",
        ]
        where text.hasPrefix(mark) {
            let rest = text.dropFirst(mark.count).drop { " ©:".contains($0) }
            if rest.first?.isNumber == true || rest.first == "[" {
                text = rest.drop { $0 == "[" }
                break
            }
        }
        while let last = text.last, "])>?.,; -–—".contains(last) { text.removeLast() }
        return String(text)
    }

    /// `20210530` (ISO 8601 basic format).
    private static func compact(_ text: String) -> PartialDate? {
        guard text.utf8.count == 8, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            text.hasPrefix("1") || text.hasPrefix("2")
        else { return nil }
        return PartialDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }

    /// Two years in a row: `2021/22`, `2021-2022`, `1826–7`.
    private static func academicYear(_ text: String) -> PartialDate? {
        guard let match = text.wholeMatch(of: /([0-9]{4}) ?[\/–—-] ?([0-9]{1,4})/), let first = Int(match.1) else {
            return nil
        }
        let next = String(first + 1)
        return match.2.utf8.count != 3 && next.hasSuffix(match.2) ? PartialDate(String(match.1)) : nil
    }

    private static func isDayBeforeMonth(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /([0-9]{1,2})[\/.-]([0-9]{1,2})[\/.-][0-9]{4}/) else { return false }
        return (1...12).contains(Int(match.1) ?? 0) && (13...31).contains(Int(match.2) ?? 0)
    }
}

// MARK: Dates with words

extension DateText {
    /// A month by its name, or a season, which is no month: `30 May 2021`, `May 30th, 2021`, `mùa xuân 2021`.
    private static func named(_ text: String) -> PartialDate? {
        guard text.utf8.count <= 60, text.contains(where: { $0.isLetter }) else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let at = words.firstIndex(where: { months[$0] != nil }) else { return season(words) }
        guard let month = months[words[at]],
            let year = words.firstIndex(where: { $0.utf8.count == 4 && Int($0) != nil }),
            abs(year - at) <= 2
        else { return nil }
        let beside = [at - 1, at + 1].filter { words.indices.contains($0) && $0 != year }
        let days = beside.compactMap { day(words[$0]) }
        let ignored = words[..<min(at, year)].filter { day($0) == nil && weekdays.contains($0) == false }
        guard days.count <= 1, ignored.isEmpty, abs(year - at) == 1 || days.count == 1 else { return nil }
        return PartialDate("\(words[year])-\(padded(month))" + (days.first.map { "-" + padded($0) } ?? ""))
    }

    private static func season(_ words: [String]) -> PartialDate? {
        let seasons: Set<String> = [
            "spring", "summer", "autumn", "fall", "winter", "mùa", "xuân", "hè", "hạ", "thu", "đông", "q1", "q2", "q3",
            "q4",
            "quý", "i", "ii", "iii", "iv",
        ]
        let others = words.filter { !seasons.contains($0) }
        guard others.count == 1, words.count > 1, others[0].utf8.count == 4 else { return nil }
        return PartialDate(others[0])
    }

    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        let ending = word.dropFirst(digits.count)
        guard digits.utf8.count <= 2, ending.isEmpty || ["st", "nd", "rd", "th", "er"].contains(ending) else {
            return nil
        }
        return Int(digits)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let weekdays: Set<String> = [
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "le", "the",
    ]

    private static let months: [String: Int] = {
        let names = """
            jan january janvier janv;feb february février févr;mar march mars;apr april avril avr;may mai;jun june juin;
            jul july juillet juil;aug august août;sep sept september septembre;oct october octobre;
            nov november novembre;dec december décembre déc
            """
        var months: [String: Int] = [:]
        for (index, month) in names.split(separator: ";").enumerated() {
            for name in month.split(whereSeparator: \.isWhitespace) { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// Numbers alone, and `ngày`, `tháng`, `năm`: a year, or a day and month before or behind it.
    private static func numbers(_ text: String) -> PartialDate? {
        let words = text.split { $0 == " " || $0 == "/" || $0 == "-" || $0 == "." || $0 == "," }
        let numbers = words.filter { !["ngày", "tháng", "thg", "năm"].contains($0) }
        guard (1...3).contains(numbers.count), text.last?.isNumber == true,
            numbers.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        let yearFirst = numbers[0].utf8.count == 4 ? numbers : numbers.reversed()
        return PartialDate(yearFirst.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-"))
    }
}

extension DateText.Fault {
    var message: LocalisedText {
        switch self {
        case .noDate: LocalisedText(vietnamese: "không phải là ngày", english: "no date")
        case .noYear: LocalisedText(vietnamese: "chưa rõ năm", english: "a date whose year is not known")
        case .dayBeforeMonth:
            LocalisedText(
                vietnamese: "ghi tháng trước ngày, không có tháng như vậy",
                english: "no date where the day comes before the month")
        case .tooLate: LocalisedText(vietnamese: "ghi năm quá xa trong tương lai", english: "a date far in the future")
        }
    }
}
