import CatalogueModel
import Vocabularies

/// The columns of a table and the fields they hold.
struct CSVHeader {
    let columns: [String]
    let indices: [String: Int]
    private let fields: [SourceField?]
    /// Headings by field, for messages in the words of the table.
    let namesInSource: [SourceField: String]
    /// Columns whose headings say nothing to us.
    let unknownColumns: [String]

    init(_ columns: [String]) {
        self.columns = columns
        indices = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        fields = columns.map(CSVHeadings.field)
        namesInSource = Dictionary(
            zip(fields, columns).compactMap { field, column in field.map { ($0, column) } },
            uniquingKeysWith: { first, _ in first })
        unknownColumns = zip(fields, columns).compactMap { $0 == nil && !$1.isEmpty ? $1 : nil }
    }

    /// - Throws: `RecordFormatError` where a column is missing that every record needs.
    func check(_ needed: [SourceField], file: String, line: Int) throws {
        let missing = needed.filter { !fields.contains($0) }
        guard !missing.isEmpty else { return }
        let vietnamese: [SourceField: String] = [
            .identifier: "Mã", .name: "Tên học liệu", .url: "Địa chỉ", .publisher: "Đơn vị",
        ]
        throw RecordFormatError(
            location: SourceLocation(file: file, line: line),
            message: LocalisedText(
                vietnamese: "Dòng tiêu đề thiếu cột: \(missing.compactMap { vietnamese[$0] }.joined(separator: ", "))",
                english: "The header lacks: \(missing.map(\.rawValue).joined(separator: ", "))"),
            remedy: LocalisedText(
                vietnamese: "Các cột đang có: \(listed). Hãy sửa dòng đầu, hoặc dùng tệp ánh xạ (--mapping)",
                english: "It has: \(listed). Mend the first line, or use a mapping file (--mapping)"))
    }

    /// The columns for a message, at most 30 of them.
    var listed: String {
        let names = columns.prefix(30).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: ", ")
        return columns.count > 30 ? names + ", …" : names
    }

    /// The cells of a row as field values; lists are split.
    ///
    /// - Precondition: as many cells as columns.
    func values(of cells: [String], delimiter: UInt8) -> [SourceField: [String]] {
        var values: [SourceField: [String]] = [:]
        for (field, cell) in zip(fields, cells) where !cell.isEmpty {
            guard let field else { continue }
            values[field, default: []] += Self.split(cell, of: field, delimiter: delimiter)
        }
        return values
    }

    private static func split(_ cell: String, of field: SourceField, delimiter: UInt8) -> [String] {
        var separators: Set<Character> = []
        if CSVHeadings.addressLists.contains(field) || CSVHeadings.lists.contains(field) { separators.insert("|") }
        if CSVHeadings.lists.contains(field), delimiter != ASCII.semicolon { separators.insert(";") }
        if field == .keywords, !cell.contains(where: separators.contains) { separators.insert(",") }
        guard !separators.isEmpty else { return [cell] }
        return cell.split(whereSeparator: separators.contains).map(\.trimmed).filter { !$0.isEmpty }
    }
}
