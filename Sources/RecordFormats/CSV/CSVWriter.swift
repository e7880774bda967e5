package import CatalogueModel

/// Writes records as a table for spreadsheet programs: UTF-8 with a byte order mark, commas, lists parted by `|`.
///
/// A cell that such a program would compute gets an apostrophe before it, and stays text (OWASP, CSV injection).
package struct CSVWriter {
    private let fields: [SourceField]
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter fields: the columns, in order.
    package init(_ fields: [SourceField]) {
        self.fields = fields
        writeRow(fields.map(CSVHeadings.heading))
    }

    package mutating func write(_ values: [SourceField: [String]]) {
        writeRow(fields.map { cell(values[$0] ?? [], of: $0) })
    }

    private mutating func writeRow(_ cells: [String]) {
        bytes += cells.map(Self.quoted).joined(separator: ",").utf8 + [ASCII.carriageReturn, ASCII.newline]
    }

    private func cell(_ values: [String], of field: SourceField) -> String {
        let cell = values.joined(separator: "|")
        // One keyword with a comma in it would be read as two.
        return field == .keywords && values.count == 1 && cell.contains(",") ? cell + "|" : cell
    }

    private static func quoted(_ cell: String) -> String {
        let safe = FormulaCell.isEscaped(cell) ? "'" + cell : cell
        guard safe.utf8.contains(where: { $0 == ASCII.comma || $0 == ASCII.quote || $0 < 0x20 }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

/// Cells that a spreadsheet program computes instead of showing.
package enum FormulaCell {
    /// Whether such a program takes the text for a formula: it begins with `=`, `+`, `-`, `@`, a tab or a carriage return.
    package static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
    }

    /// The text of a cell: without the apostrophe that keeps it from being a formula.
    package static func text(of cell: String) -> String {
        cell.utf8.first == UInt8(ascii: "'") && isEscaped(cell) ? String(cell.dropFirst()) : cell
    }

    /// Whether the text is a formula, or would look like one that was kept from being computed.
    static func isEscaped(_ text: String) -> Bool { isFormula(String(text.drop { $0 == "'" })) }
}
