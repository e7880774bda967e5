/// Writes a table that spreadsheets open as they should: UTF-8 with its mark, lines ended by CR LF (RFC 4180), and no cell
/// that a spreadsheet takes for a formula.
package struct TableWriter {
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init() {}

    package mutating func row(_ cells: [String]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { bytes.append(0x2C) }
            append(Self.harmless(cell))
        }
        bytes += [0x0D, 0x0A]
    }

    /// A cell that begins like a formula gets an apostrophe, which spreadsheets take for *this is text*.
    static func harmless(_ cell: String) -> String {
        FormulaCell.isFormula(cell) ? "'" + cell : cell
    }

    private mutating func append(_ cell: String) {
        let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x3B, 0x0D, 0x0A].contains($0) }
        guard needsQuotes else {
            bytes += cell.utf8
            return
        }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
