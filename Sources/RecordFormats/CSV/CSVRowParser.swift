/// Splits the lines of one CSV record (RFC 4180) into cells; a quoted cell may go over several lines.
struct CSVRowParser {
    enum Progress {
        case complete
        /// A quoted cell is open: the record goes on with the next line.
        case needsNextLine
        /// Text stands after the quotation mark that closes a cell.
        case textAfterQuote
    }

    private enum State {
        case cellStart
        case unquoted
        case quoted
        /// After a quotation mark in a quoted cell: the end of the cell, or the first half of a doubled one.
        case quoteInQuoted
    }

    private let delimiter: UInt8
    private var state = State.cellStart
    private var cell: [UInt8] = []
    private(set) var cells: [String] = []

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Takes one line without its line end.
    mutating func take(_ line: [UInt8]) -> Progress {
        if state == .quoted { cell.append(ASCII.newline) }
        for byte in line where !take(byte) { return .textAfterQuote }
        if state == .quoted { return .needsNextLine }
        endCell()
        return .complete
    }

    /// - Returns: false where the byte cannot stand here.
    private mutating func take(_ byte: UInt8) -> Bool {
        switch state {
        case .quoted:
            if byte == ASCII.quote { state = .quoteInQuoted } else { cell.append(byte) }
        case _ where byte == delimiter:
            endCell()
        case .cellStart where byte == ASCII.quote:
            cell.removeAll(keepingCapacity: true)
            state = .quoted
        case .cellStart:
            // White space before a quotation mark does not keep a cell from being quoted.
            if byte != ASCII.space { state = .unquoted }
            cell.append(byte)
        case .unquoted:
            cell.append(byte)
        case .quoteInQuoted:
            if byte == ASCII.quote {
                cell.append(byte)
                state = .quoted
            } else if byte != ASCII.space {
                return false
            }
        }
        return true
    }

    private mutating func endCell() {
        cells.append(String(decoding: cell, as: UTF8.self).trimmed)
        cell.removeAll(keepingCapacity: true)
        state = .cellStart
    }
}
