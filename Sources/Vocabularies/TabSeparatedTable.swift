/// A tab-separated file with a header line, as `Corpus/Vocabularies` and `Corpus/Crosswalks` hold them: no quoting, no
/// empty lines, every row as long as the header.
package struct TabSeparatedTable: Sendable {
    package struct Row: Sendable {
        package let line: Int
        fileprivate let cells: [Substring]
        fileprivate let columns: [String: Int]

        /// The cell under `column`; empty where the table has no such column.
        package subscript(column: String) -> String {
            columns[column].map { String(cells[$0]) } ?? ""
        }

        /// The cell under `column`, split at `|`; empty parts are left out.
        package func list(_ column: String) -> [String] {
            self[column].split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
        }
    }

    package let file: String
    package let rows: [Row]

    /// - Parameters:
    ///   - text: the whole file; `\n` or `\r\n` ends a line.
    ///   - required: columns the header must have.
    /// - Throws: `VocabularyError` for a missing column or a row of another length.
    package init(_ text: String, file: String, required: [String]) throws(VocabularyError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard
            let header = lines.popFirst()?.withoutCarriageReturn.split(
                separator: "\t", omittingEmptySubsequences: false)
        else {
            throw VocabularyError(file: file, line: 1, problem: "the file is empty", remedy: "Add the header line")
        }
        let columns = Dictionary(
            header.enumerated().map { (String($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
        for column in required where columns[column] == nil {
            throw VocabularyError(
                file: file, line: 1, field: column, problem: "the column is missing",
                remedy: "The header needs: \(required.joined(separator: ", "))")
        }
        var rows: [Row] = []
        for (offset, line) in lines.enumerated() {
            let cells = line.withoutCarriageReturn.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == header.count else {
                throw VocabularyError(
                    file: file, line: offset + 2, problem: "\(cells.count) cells where the header has \(header.count)",
                    remedy: "Separate cells by one tab each")
            }
            rows.append(Row(line: offset + 2, cells: cells, columns: columns))
        }
        self.file = file
        self.rows = rows
    }
}

extension Substring {
    fileprivate var withoutCarriageReturn: Substring { last == "\r" ? dropLast() : self }

    fileprivate var trimmed: String {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
