import Foundation

/// A table for Excel: UTF-8 with a byte order mark, semicolons or commas, and nothing a spreadsheet takes for a formula.
package struct UsageTable: Sendable {
    package let headings: [String]
    package let rows: [[String]]

    package init(headings: [String], rows: [[String]]) {
        self.headings = headings
        self.rows = rows
    }

    /// - Parameter separator: a semicolon where the decimal sign is a comma, as Excel in Vietnamese expects.
    package func csv(separator: Character = ";") -> String {
        "\u{FEFF}"
            + ([headings] + rows).map { row in
                row.map { Self.cell($0, separator) }.joined(separator: String(separator)) + "\r\n"
            }.joined()
    }

    private static func cell(_ text: String, _ separator: Character) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let isNumber = Double(text.replacing(",", with: ".")) != nil
        let safe = isFormula && !isNumber ? "'" + text : text
        guard safe.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
