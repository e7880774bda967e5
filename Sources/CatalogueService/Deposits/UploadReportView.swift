import CatalogueModel
import Publishing
import Vocabularies

/// What was found in a spreadsheet, row by row: what needs mending first.
struct UploadReportView {
    /// Rows that are listed; the counts tell of all.
    private static let mostRows = 3000

    private let results: [DepositBatch.Result]
    private let name: String
    private let encoding: LocalisedText?
    private let isAllOrNothing: Bool
    private let upload: String?
    private let isDone: Bool
    private let language: PreferredLanguage

    /// - Parameters:
    ///   - upload: names what is held until it is confirmed; nil where there is nothing to take.
    ///   - isDone: whether the rows were taken.
    init(
        _ results: [DepositBatch.Result], name: String, encoding: LocalisedText?, isAllOrNothing: Bool, upload: String?,
        isDone: Bool, language: PreferredLanguage
    ) {
        self.results = results
        self.name = name
        self.encoding = encoding
        self.isAllOrNothing = isAllOrNothing
        self.upload = upload
        self.isDone = isDone
        self.language = language
    }

    var values: [String: Any] {
        let refused = results.filter { $0.outcome == .refused }
        let taken = results.filter { $0.outcome != .refused }
        let listed = taken.prefix(max(0, Self.mostRows - refused.count))
        var values: [String: Any] = [
            "pageTitle": PageText.text("uploadReportTitle", in: language), "noIndex": true, "name": name,
            "isDone": isDone, "counts": counts, "hasRefused": !refused.isEmpty,
            "refused": refused.prefix(Self.mostRows).map(row), "hasTaken": !taken.isEmpty, "taken": listed.map(row),
            "takenCount": Printing.number(taken.count, in: language),
            "isCut": listed.count < taken.count || refused.count > Self.mostRows,
            "nothing": upload == nil && !isDone,
            "isKeptOut": isAllOrNothing && !isDone && !refused.isEmpty,
            "takes": Printing.number(
                results.count { $0.outcome == .created || $0.outcome == .changed }, in: language),
        ]
        let warnings = warnings
        values["hasWarnings"] = !warnings.isEmpty
        values["warnings"] = warnings
        values["encoding"] = encoding?[language]
        values["upload"] = upload
        return values
    }

    /// What was noticed about rows that go in, the commonest first: one line for each kind, with the first rows of it.
    private var warnings: [[String: String]] {
        struct Kind: Hashable {
            let field: String?
            let reason: RecordProblem.Reason
            let remedy: LocalisedText
        }
        var order: [Kind] = []
        var groups: [Kind: (message: LocalisedText, lines: [Int])] = [:]
        for result in results where result.outcome != .refused {
            for problem in result.problems {
                let kind = Kind(field: problem.field, reason: problem.reason, remedy: problem.remedy)
                if groups[kind] == nil { order.append(kind) }
                groups[kind, default: (problem.message, [])].lines.append(result.line)
            }
        }
        let sorted = order.enumerated().sorted { a, b in
            let counts = (groups[a.element]?.lines.count ?? 0, groups[b.element]?.lines.count ?? 0)
            return counts.0 == counts.1 ? a.offset < b.offset : counts.0 > counts.1
        }
        return sorted.prefix(100).compactMap { _, kind in
            guard let group = groups[kind] else { return nil }
            let lines = group.lines.prefix(5).map(String.init).joined(separator: ", ")
            return [
                "field": kind.field.map { FieldWords.label(ofColumn: $0, in: language) } ?? "",
                "message": group.message[language].withoutFullStop, "remedy": kind.remedy[language],
                "rows": Printing.number(group.lines.count, in: language),
                "lines": lines + (group.lines.count > 5 ? "…" : ""),
            ]
        }
    }

    private var counts: [[String: String]] {
        [DepositBatch.Result.Outcome.created, .changed, .unchanged, .skipped, .refused].compactMap { outcome in
            let count = results.count { $0.outcome == outcome }
            guard count > 0 else { return nil }
            return ["label": label(outcome), "count": Printing.number(count, in: language)]
        }
    }

    private func row(_ result: DepositBatch.Result) -> [String: Any] {
        var problems: [[String: String]] = result.problems.map { problem in
            [
                "field": problem.field.map { FieldWords.label(ofColumn: $0, in: language) } ?? "",
                "message": problem.message[language].withoutFullStop,
                "remedy": problem.remedy[language],
                "severity": PageText.text(
                    problem.severity == .refused ? "severityRefused" : "severityWarning", in: language),
            ]
        }
        if let error = result.error {
            problems.append([
                "field": "", "message": error.message[language].withoutFullStop, "remedy": "",
                "severity": PageText.text("severityRefused", in: language),
            ])
        }
        var values: [String: Any] = [
            "line": result.line, "title": result.title ?? "–", "outcome": label(result.outcome),
            "problems": problems, "hasProblems": !problems.isEmpty,
        ]
        if isDone, let deposit = result.deposit { values["href"] = DepositWords.href(of: deposit.id, language) }
        return values
    }

    private func label(_ outcome: DepositBatch.Result.Outcome) -> String {
        PageText.text("outcome." + outcome.rawValue + (isDone ? "" : ".planned"), in: language)
    }
}
