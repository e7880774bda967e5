/// Reads the cells of rows (ECMA-376 Part 1 §18.3.1.4), with the texts and styles they point to.
struct WorkbookCells {
    private let shared: [String]
    /// Whether each cell format shows a date.
    private let isDate: [Bool]
    private let countsFrom1904: Bool

    init(_ parts: WorkbookParts) throws {
        shared = try parts.elements("si", of: "xl/sharedStrings.xml").map(Self.text)
        var formats: [Int: String] = [:]
        for format in try parts.elements("numFmt", of: "xl/styles.xml") {
            guard let id = format[attribute: "numFmtId"].flatMap({ Int($0) }) else { continue }
            formats[id] = format[attribute: "formatCode"]
        }
        isDate = try parts.elements("xf", in: "cellXfs", of: "xl/styles.xml").map { format in
            Self.isDate(format[attribute: "numFmtId"].flatMap { Int($0) } ?? 0, formats)
        }
        let flag = try parts.elements("workbookPr", of: "xl/workbook.xml").first?[attribute: "date1904"]
        countsFrom1904 = flag == "1" || flag == "true"
    }

    /// The cells from the first column on; those left out are empty.
    func values(of row: XMLElement) -> [String] {
        var values: [String] = []
        for cell in row.children("c") {
            // A cell without a reference follows the one before it; one with a reference into nowhere is none.
            let reference = cell[attribute: "r"]
            let column = reference.map { Self.column($0) ?? .max } ?? values.count
            guard column < WorkbookTable.mostColumns else { continue }
            while values.count <= column { values.append("") }
            values[column] = value(of: cell)
        }
        return values
    }

    private func value(of cell: XMLElement) -> String {
        let text = cell.first("v")?.text ?? ""
        switch cell[attribute: "t"] {
        case "s": return Int(text).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "inlineStr": return cell.first("is").map(Self.text) ?? ""
        case "b": return text == "1" ? "TRUE" : "FALSE"
        case "str", "e": return text.isEmpty ? formula(of: cell) : text
        default:
            if text.isEmpty { return formula(of: cell) }
            let style = cell[attribute: "s"].flatMap { Int($0) } ?? 0
            guard isDate.indices.contains(style), isDate[style], let days = Double(text) else { return text }
            return date(days) ?? text
        }
    }

    private func formula(of cell: XMLElement) -> String {
        guard let formula = cell.first("f")?.text, !formula.isEmpty else { return "" }
        return "=" + formula
    }

    /// The text of runs; readings of Japanese characters (`rPh`) stand beside it and are left out.
    private static func text(_ element: XMLElement) -> String {
        let runs = element.children.filter { $0.name.local == "r" || $0.name.local == "t" }
        return runs.map { $0.name.local == "t" ? letters(of: $0) : $0.children("t").map(letters).joined() }.joined()
    }

    /// With the spaces at its ends: they part it from the next run.
    private static func letters(of element: XMLElement) -> String {
        element.content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// `C12` stands in column 2.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
            guard column <= 20_000 else { return nil }
        }
        return column == 0 ? nil : column - 1
    }

    /// Formats of dates: 14–22, and those of the workbook's own with a day, a month or a year in them (§18.8.30).
    private static func isDate(_ id: Int, _ formats: [Int: String]) -> Bool {
        if (14...22).contains(id) { return true }
        guard let format = formats[id] else { return false }
        // Texts in quotation marks and colours in brackets are no part of the pattern.
        let pattern = format.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").lowercased()
        return pattern.contains("yy") || pattern.contains("d") && pattern.contains("m")
    }

    /// Days since the end of 1899, with a 29 February 1900 that never was (§18.17.4.1); nil outside of 1900…9999.
    private func date(_ serial: Double) -> String? {
        guard serial >= 1, serial < 2_958_466 else { return nil }
        var days = Int(serial) + (countsFrom1904 ? 1462 : 0)
        if days < 60 { days += 1 }
        return CivilDay(daysSince1970: days - 25_569).description
    }
}

/// A day of the Gregorian calendar, from a count of days.
struct CivilDay: CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// By eras of 400 years that begin in March.
    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
