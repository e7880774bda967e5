import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

/// Prints problems of records as they come, then a summary by kind.
///
/// Of each kind the first are printed in full and all are counted; a file, where one is named, gets every one.
final class ProblemPrinter {
    fileprivate struct Kind: Hashable {
        let severity: RecordProblem.Severity
        let reason: RecordProblem.Reason
        let field: String?
    }

    /// Of refusals more are printed than of warnings: a refused record is missing from the catalogue.
    private static let mostPrinted: [RecordProblem.Severity: Int] = [.refused: 100, .warning: 3]

    private let language: PreferredLanguage
    private let file: FileHandle?
    private var counts: [Kind: Int] = [:]

    /// - Throws: `IngestInputError` where the file cannot be made.
    init(language: PreferredLanguage, file path: String?) throws {
        self.language = language
        guard let path else {
            file = nil
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw IngestInputError.unreadable(path) }
        self.file = file
    }

    func report(_ problem: RecordProblem) {
        let kind = Kind(severity: problem.severity, reason: problem.reason, field: problem.field)
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= Self.mostPrinted[problem.severity] ?? 0 {
            Terminal.writeError(line(problem) + "\n")
        }
        if let file, let line = try? JSONEncoder().encode(Line(problem, language: language)) {
            try? file.write(contentsOf: line + Data("\n".utf8))
        }
    }

    /// Prints the count of every kind, most frequent first; nothing where nothing was wrong.
    func summarise() {
        for (kind, count) in counts.sorted(by: { ($1.value, $0.key.label) < ($0.value, $1.key.label) }) {
            let severity = Self.severity(kind.severity)[language]
            Terminal.writeError("  \(count) × \(severity) \(kind.label)\n")
        }
    }

    private func line(_ problem: RecordProblem) -> String {
        let field = problem.field.map { "\($0): " } ?? ""
        let severity = Self.severity(problem.severity)[language]
        return Terminal.plain(
            "\(problem.location): \(severity): \(field)\(problem.message[language]). \(problem.remedy[language])")
    }

    private static func severity(_ severity: RecordProblem.Severity) -> LocalisedText {
        switch severity {
        case .refused: LocalisedText(vietnamese: "từ chối", english: "refused")
        case .warning: LocalisedText(vietnamese: "cảnh báo", english: "warning")
        }
    }

    private struct Line: Encodable {
        let file: String
        let line: Int
        let severity: String
        let field: String?
        let reason: String
        let message: String
        let remedy: String

        init(_ problem: RecordProblem, language: PreferredLanguage) {
            file = problem.location.file
            line = problem.location.line
            severity = problem.severity.rawValue
            field = problem.field
            reason = problem.reason.rawValue
            message = problem.message[language]
            remedy = problem.remedy[language]
        }
    }
}

extension ProblemPrinter.Kind {
    fileprivate var label: String { [reason.rawValue, field].compactMap(\.self).joined(separator: ": ") }
}
