import CatalogueModel
package import Vocabularies

/// A small CSV file read as a whole, its cells found by column name: a register.
package struct CSVTable {
    package struct Row {
        package let line: Int
        fileprivate let cells: [String]
        fileprivate let columns: [String: Int]

        /// The cell under `column`; nil where it is empty or the table has no such column.
        package subscript(column: String) -> String? {
            columns[column].map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    package let rows: [Row]
    /// Rows of another shape than the header, where the table was read leniently.
    package let misshapen: [VocabularyError]

    /// - Parameters:
    ///   - required: columns the header must have.
    ///   - isLenient: rows of another shape than the header are told in `misshapen` instead of thrown.
    /// - Throws: `VocabularyError` with the line of the first fault.
    package init(_ text: String, file: String, required: [String], isLenient: Bool = false) throws {
        var chunk: [UInt8]? = Array(text.utf8)
        var stream = ByteStream {
            defer { chunk = nil }
            return chunk
        }
        var reader = CSVRows(limit: RecordReader.recordLimit)
        do {
            let header = try reader.header(from: &stream)?.cells ?? []
            for column in required where !header.contains(column) {
                throw VocabularyError(
                    file: file, line: 1, field: column, problem: "the column is missing",
                    remedy: "The header needs: \(required.joined(separator: ", "))",
                    vietnamese: "thiếu cột này. Dòng đầu cần có: \(required.joined(separator: ", "))")
            }
            let columns = Dictionary(
                header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
            var rows: [Row] = []
            var misshapen: [VocabularyError] = []
            while let row = try reader.next(from: &stream) {
                guard row.cells.count == header.count else {
                    let fault = VocabularyError(
                        file: file, line: row.line,
                        problem: "\(row.cells.count) cells where the header has \(header.count)",
                        remedy: "Put cells that hold commas in quotation marks",
                        vietnamese:
                            "\(row.cells.count) ô trong khi dòng đầu có \(header.count). Đặt ô có dấu phẩy trong ngoặc kép"
                    )
                    guard isLenient else { throw fault }
                    misshapen.append(fault)
                    continue
                }
                rows.append(Row(line: row.line, cells: row.cells, columns: columns))
            }
            (self.rows, self.misshapen) = (rows, misshapen)
        } catch let fault as RecordFault {
            let problem = fault.problem(at: .init(file: file, line: reader.line))
            throw VocabularyError(
                file: file, line: reader.line, problem: problem.message.english, remedy: problem.remedy.english,
                vietnamese: "\(problem.message.vietnamese). \(problem.remedy.vietnamese)")
        }
    }
}
