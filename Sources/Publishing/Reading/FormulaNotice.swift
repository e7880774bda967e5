import CatalogueModel
import RecordFormats
import Vocabularies

/// Says of cells that a spreadsheet program would compute that they were taken as text.
enum FormulaNotice {
    /// `-5 °C` and `+84…` are figures, no formulas worth a word.
    static func problems(in record: SourceRecord) -> [RecordProblem] {
        record.values.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { field, values in
            values.filter(isSuspicious).map { problem($0, field, record) }
        }
    }

    private static func isSuspicious(_ text: String) -> Bool {
        guard FormulaCell.isFormula(text), let first = text.first else { return false }
        guard first == "-" || first == "+" else { return true }
        return text.dropFirst().first.map { $0.isLetter || $0 == "(" } ?? false
    }

    private static func problem(_ text: String, _ field: SourceField, _ record: SourceRecord) -> RecordProblem {
        RecordProblem(
            location: record.location, severity: .warning, field: record.namesInSource[field] ?? field.rawValue,
            reason: .malformedValue,
            message: LocalisedText(
                vietnamese: "Ô chứa công thức “\(text.prefix(60))”, được giữ như chữ và không tính",
                english: "The cell holds the formula “\(text.prefix(60))”, which was taken as text and not computed"),
            remedy: LocalisedText(
                vietnamese: "Hãy dán giá trị thay cho công thức", english: "Paste the value in place of the formula"))
    }
}
