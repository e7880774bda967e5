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
        let troubled = results.filter { $0.outcome == .refused || !$0.problems.isEmpty }
        let plain = results.filter { $0.outcome != .refused && $0.problems.isEmpty }
        let listed = plain.prefix(max(0, Self.mostRows - troubled.count))
        var values: [String: Any] = [
            "pageTitle": PageText.text("uploadReportTitle", in: language), "noIndex": true, "name": name,
            "isDone": isDone, "counts": counts, "hasTroubled": !troubled.isEmpty,
            "troubled": troubled.prefix(Self.mostRows).map(row), "hasPlain": !plain.isEmpty,
            "plain": listed.map(row), "plainCount": Printing.number(plain.count, in: language),
            "isCut": listed.count < plain.count || troubled.count > Self.mostRows,
            "nothing": upload == nil && !isDone,
            "isKeptOut": isAllOrNothing && !isDone && results.contains { $0.outcome == .refused },
            "takes": Printing.number(
                results.count { $0.outcome == .created || $0.outcome == .changed }, in: language),
        ]
        values["encoding"] = encoding?[language]
        values["upload"] = upload
        return values
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
                "field": problem.field ?? "", "message": problem.message[language],
                "remedy": problem.remedy[language],
                "severity": PageText.text(
                    problem.severity == .refused ? "severityRefused" : "severityWarning", in: language),
            ]
        }
        if let error = result.error {
            problems.append([
                "field": "", "message": error.message[language], "remedy": "",
                "severity": PageText.text("severityRefused", in: language),
            ])
        }
        var values: [String: Any] = [
            "line": result.line, "title": result.title ?? "–", "outcome": label(result.outcome),
            "isRefused": result.outcome == .refused, "problems": problems,
        ]
        if isDone, let deposit = result.deposit { values["href"] = DepositWords.href(of: deposit.id, language) }
        return values
    }

    private func label(_ outcome: DepositBatch.Result.Outcome) -> String {
        PageText.text("outcome." + outcome.rawValue + (isDone ? "" : ".planned"), in: language)
    }
}
