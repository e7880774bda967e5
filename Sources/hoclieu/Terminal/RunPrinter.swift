import CatalogueModel
import Foundation
import Vocabularies

/// Prints what a harvest did.
struct RunPrinter {
    private let run: HarvestRun
    private let language: PreferredLanguage

    init(_ run: HarvestRun, language: PreferredLanguage) {
        self.run = run
        self.language = language
    }

    /// ISO 8601 in UTC, to the second.
    static func instant(_ date: Date) -> String { date.formatted(.iso8601) }

    /// Verdict and when.
    var short: String {
        let verdict = run.verdict?.label[language] ?? text("chưa xong", "not finished")
        return "\(verdict) \(Self.instant(run.finishedAt ?? run.startedAt))"
    }

    /// One line with all figures that are not zero.
    var line: String {
        let counts = run.counts
        let figures: [(Int, String)] = [
            (counts.read, text("đọc", "read")), (counts.added, text("mới", "added")),
            (counts.changed, text("thay đổi", "changed")), (counts.unchanged, text("không đổi", "unchanged")),
            (counts.refused, text("bị từ chối", "refused")), (counts.withdrawn, text("đã rút", "withdrawn")),
            (counts.withheld, text("giữ lại", "withheld")), (counts.warnings, text("cảnh báo", "warnings")),
            (counts.pages, text("trang", "pages")),
        ]
        let shown = figures.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }
        return "#\(run.id) \(run.source) \(short): "
            + shown.map { "\($0.element.0) \($0.element.1)" }.joined(separator: ", ")
    }

    /// What ended it and what was noticed, then the problems by kind with examples.
    func report(_ problems: [ProblemGroup]) -> String {
        var lines = [line]
        if let endedBy = run.endedBy { lines.append("  ✗ " + endedBy.text[language]) }
        lines += run.notices.map { "  ! " + $0.text[language] }
        for group in problems {
            let severity =
                group.severity == .refused ? text("từ chối", "refused") : text("cảnh báo", "warning")
            let kind = [group.reason.rawValue, group.field].compactMap(\.self).joined(separator: ": ")
            lines.append("  \(group.count) × \(severity) \(kind) — \(group.remedy[language])")
            lines += group.examples.map { example in
                "      \(example.record): \(language == .vietnamese ? example.vietnamese : example.english)"
            }
        }
        return lines.map(Terminal.plain).joined(separator: "\n")
    }

    func json() throws -> String {
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: bytes, as: UTF8.self)
    }

    var object: [String: Any] {
        var object: [String: Any] = [
            "run": run.id, "source": run.source, "kind": run.kind.rawValue, "startedAt": Self.instant(run.startedAt),
        ]
        object["finishedAt"] = run.finishedAt.map(Self.instant)
        object["verdict"] = run.verdict?.rawValue
        object["endedBy"] = run.endedBy?.text[language]
        object["notices"] = run.notices.map { $0.text[language] }
        let counts = (try? JSONEncoder().encode(run.counts)).flatMap { try? JSONSerialization.jsonObject(with: $0) }
        object["counts"] = counts
        return object
    }

    private func text(_ vietnamese: String, _ english: String) -> String {
        LocalisedText(vietnamese: vietnamese, english: english)[language]
    }
}
