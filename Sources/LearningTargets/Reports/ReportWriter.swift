import CXLSXWriter
import CatalogueModel
import Crypto
import RecordFormats
package import Foundation
import UsageStatistics
package import Vocabularies

/// Writes a report as a page to print, as CSV, as JSON, and as a workbook.
package struct ReportWriter: Sendable {
    private let report: TargetReport
    private let language: PreferredLanguage

    package init(_ report: TargetReport, _ language: PreferredLanguage) {
        self.report = report
        self.language = language
    }

    private func t(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    private var headings: [String] {
        [
            t("Chỉ tiêu", "Target"), t("Điều, khoản", "Clause"), t("Mục tiêu", "Goal"), t("Đã có", "Figure"),
            t("Đầu kỳ", "Before the period"), t("Thay đổi trong kỳ", "Change in the period"),
            t("Loại số", "Kind"), t("Kết quả", "Result"), t("Còn thiếu", "Missing"), t("Dự báo", "Forecast"),
            t("Cách tính", "Method"), t("Chủ trì", "Lead"), t("Ngày", "Day"), t("Nguồn", "Source"),
            t("Ghi chú", "Note"), t("Kế hoạch", "Plan"), t("Kỳ báo cáo", "Period"),
        ]
    }

    private func row(_ line: TargetReport.Line) -> [String] {
        let words = FigureWords(line.figure, line.target, language)
        return [
            line.target.title[language], line.target.clause, words.goal, words.value,
            FigureWords(line.before, line.target, language).value, line.change(in: language) ?? "–", words.kind,
            words.state, line.progress.missing(in: language) ?? "–", line.progress.forecast[language],
            words.method(report.plan), line.target.lead, FigureWords.day(line.figure.trueOn, language),
            line.figure.sources.joined(separator: "; "),
            [line.figure.note?.text[language], line.target.note].compactMap(\.self).joined(separator: " "),
            report.plan.title[language], "\(title). \(days)",
        ]
    }

    private var title: String { report.period.label(of: report.day)[language] }

    private func shown(_ day: String) -> String { FigureWords.day(day, language) }

    private var days: String {
        t("Từ \(shown(report.from)) đến \(shown(report.day))", "From \(shown(report.from)) to \(shown(report.day))")
    }

    // MARK: Tables

    package var csv: String {
        UsageTable(headings: headings, rows: report.lines.map(row)).csv()
    }

    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(
            Document(
                plan: report.plan.id, title: report.plan.title[language], basis: report.plan.basis,
                period: report.period.rawValue, from: report.from, day: report.day,
                made: report.made.formatted(.iso8601),
                simulatedUsage: report.isSimulated,
                targets: report.lines.map { line in
                    Document.Line(
                        id: line.target.id, title: line.target.title[language], clause: line.target.clause,
                        goal: line.target.printed, figure: line.figure, hash: line.figure.hash, gap: line.progress.gap,
                        gapInPercentagePoints: line.progress.gapInPoints, before: line.before.numerator,
                        forecast: line.progress.forecast[language],
                        method: FigureWords(line.figure, line.target, language).method(report.plan))
                },
                difficulties: report.difficulties.map {
                    Document.Difficulty(territory: $0.territory, text: $0.text, day: $0.day)
                }))
    }

    private struct Document: Encodable {
        let plan: String
        let title: String
        let basis: String
        let period: String
        let from: String
        let day: String
        let made: String
        let simulatedUsage: Bool
        let targets: [Line]
        let difficulties: [Difficulty]

        struct Line: Encodable {
            let id: String
            let title: String
            let clause: String
            let goal: String
            let figure: Figure
            let hash: String
            let gap: Int?
            let gapInPercentagePoints: Double?
            /// Numerator on the last day before the period.
            let before: Int?
            let forecast: String
            let method: String
        }

        struct Difficulty: Encodable {
            let territory: String
            let text: String
            let day: String
        }
    }

    // MARK: Workbook

    /// Writes a workbook: the targets on one sheet, the lists behind them on another, difficulties on a third.
    ///
    /// - Throws: `CocoaError` where the file cannot be written.
    package func writeXLSX(to path: String) throws {
        guard let book = workbook_new(path), let bold = workbook_add_format(book) else {
            throw CocoaError(.fileWriteUnknown)
        }
        format_set_bold(bold)
        let sheet = workbook_add_worksheet(book, t("Chỉ tiêu", "Targets"))
        let cover = [
            title + (report.isSimulated ? " – " + simulated : ""), report.plan.title[language],
            report.plan.basis, days,
        ]
        for (line, text) in cover.enumerated() { worksheet_write_string(sheet, UInt32(line), 0, text, bold) }
        write([headings], to: sheet, from: 5, format: bold)
        write(report.lines.map(row), to: sheet, from: 6, format: nil)
        worksheet_set_column(sheet, 0, 0, 60, nil)
        worksheet_set_column(sheet, 1, 16, 22, nil)
        let evidence = workbook_add_worksheet(book, t("Căn cứ", "Evidence"))
        write(
            [
                [
                    t("Chỉ tiêu", "Target"), t("Mã", "Identifier"), t("Tên", "Name"), t("Được tính", "Counts"),
                    t("Có", "Has"), t("Cần", "Needs"), t("Ghi chú", "Note"),
                ]
            ], to: evidence, from: 0, format: bold)
        write(evidenceRows, to: evidence, from: 1, format: nil)
        worksheet_set_column(evidence, 0, 2, 40, nil)
        let notes = workbook_add_worksheet(book, t("Khó khăn", "Difficulties"))
        write(
            [[t("Ngày", "Day"), t("Địa bàn", "Territory"), t("Khó khăn, vướng mắc", "Difficulty")]], to: notes, from: 0,
            format: bold)
        write(report.difficulties.map { [shown($0.day), $0.territory, $0.text] }, to: notes, from: 1, format: nil)
        guard workbook_close(book) == LXW_NO_ERROR else { throw CocoaError(.fileWriteUnknown) }
    }

    private var evidenceRows: [[String]] {
        report.lines.flatMap { line in
            line.figure.evidence.map { evidence in
                [
                    line.target.title[language], evidence.id, evidence.name,
                    evidence.counts ? t("có", "yes") : t("không", "no"), FigureWords.have(evidence, language),
                    FigureWords.need(evidence, language),
                    FigureWords.note(evidence, language),
                ]
            }
        }
    }

    private func write(
        _ rows: [[String]], to sheet: UnsafeMutablePointer<lxw_worksheet>?, from first: Int,
        format: UnsafeMutablePointer<lxw_format>?
    ) {
        for (line, cells) in rows.enumerated() {
            for (column, text) in cells.enumerated() {
                if let number = Double(text), format == nil {
                    worksheet_write_number(sheet, UInt32(first + line), UInt16(column), number, nil)
                } else {
                    // Written as text: nothing is ever a formula.
                    worksheet_write_string(sheet, UInt32(first + line), UInt16(column), text, format)
                }
            }
        }
    }

    // MARK: Page

    private var simulated: String { t("SỐ LIỆU SỬ DỤNG MÔ PHỎNG", "SIMULATED USAGE") }

    /// A page of its own with print style: a cover, the targets, the lists behind them, difficulties.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(XMLText.escaped(title)) – \(XMLText.escaped(report.plan.title[language]))</title>
        <style>\(Self.style)</style></head><body>
        \(cover)
        <h2>\(t("Chỉ tiêu", "Targets"))</h2>
        \(report.lines.map(section).joined(separator: "\n"))
        \(difficulties)
        <p class="small">\(t("Lập lúc", "Made at")) \(report.made.formatted(.iso8601)). \(Figure.method).</p>
        </body></html>
        """
    }

    private var cover: String {
        let reached = report.lines.count { $0.figure.isMet == true }
        let judged = report.lines.count { $0.figure.isMet != nil }
        let late = report.lines.count { $0.figure.isMet == true && $0.figure.isAfterPlan }
        let end = shown(report.plan.to.description)
        let over = t(
            " Kỳ của kế hoạch đã hết ngày \(end); số liệu sau ngày ấy không thuộc kỳ.",
            " The plan's period ended on \(end); later figures do not belong to it.")
        let reachedLate = t(
            " Trong số đạt, \(late) chỉ tiêu chỉ đạt sau khi kỳ đã hết.",
            " Of those reached, \(late) are so only after the period was over.")
        let after = (report.isAfterPlan ? over : "") + (late > 0 ? reachedLate : "")
        return """
            <header>
            \(report.isSimulated ? "<p class=\"warn\">\(simulated)</p>" : "")
            <p class="small">\(XMLText.escaped(report.plan.basis))</p>
            <h1>\(XMLText.escaped(title))</h1>
            <p class="title">\(XMLText.escaped(report.plan.title[language]))</p>
            <p>\(days). \(t("Đạt \(reached) trên \(judged) chỉ tiêu có số liệu; \(report.lines.count - judged) chỉ tiêu chưa có.", "\(reached) of \(judged) targets with a figure are reached; \(report.lines.count - judged) have none."))\(after)</p>
            </header>
            """
    }

    private func section(_ line: TargetReport.Line) -> String {
        let words = FigureWords(line.figure, line.target, language)
        let bar = ProgressBar(line.figure, line.target, language)?.svg ?? ""
        let facts = zip(headings, row(line)).dropFirst().dropLast(2).filter { !$0.1.isEmpty && $0.1 != "–" }
            .map { "<div><dt>\(XMLText.escaped($0.0))</dt><dd>\(XMLText.escaped($0.1))</dd></div>" }.joined()
        let rows = line.figure.evidence.map { evidence in
            "<tr><td>\(evidence.counts ? "✓" : "–")</td><th scope=\"row\">\(XMLText.escaped(evidence.name))</th><td>\(FigureWords.have(evidence, language))</td><td>\(FigureWords.need(evidence, language))</td><td>\(XMLText.escaped(FigureWords.note(evidence, language)))</td></tr>"
        }
        let shown = rows.prefix(60).joined()
        let table =
            rows.isEmpty
            ? ""
            : "<table><thead><tr><th></th><th scope=\"col\">\(t("Nơi", "Who"))</th><th scope=\"col\">\(t("Có", "Has"))</th><th scope=\"col\">\(t("Cần", "Needs"))</th><th scope=\"col\">\(t("Ghi chú", "Note"))</th></tr></thead><tbody>\(shown)</tbody></table>"
                + (rows.count > 60 ? "<p class=\"small\">… +\(rows.count - 60)</p>" : "")
        return """
            <section><h3>\(XMLText.escaped(line.target.title[language]))</h3>
            \(line.figure.kind == .proxy ? "<p class=\"warn\">\(XMLText.escaped(words.kind))</p>" : "")
            \(bar)<dl>\(facts)</dl>\(table)
            <p class="small">SHA-256 \(line.figure.hash.prefix(16))…</p></section>
            """
    }

    private var difficulties: String {
        let items = report.difficulties.map {
            "<li>\(XMLText.escaped($0.territory)), \(shown($0.day)): \(XMLText.escaped($0.text))</li>"
        }
        return "<h2>\(t("Khó khăn, vướng mắc", "Difficulties"))</h2>"
            + (items.isEmpty ? "<p>\(t("Chưa ghi nhận.", "None noted."))</p>" : "<ul>\(items.joined())</ul>")
    }

    /// What a Content-Security-Policy names the style in the page by (CSP Level 3 §2.3.1): `sha256-` and the hash in Base64.
    package static let styleHash = "sha256-" + Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()

    private static let style = """
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; color: #111; background: #fff; }
        header { border-bottom: 3px solid #0b5d4a; margin-bottom: 1.5rem; } .title { font-size: 1.25rem; font-weight: 600; }
        .small { font-size: .85rem; color: #444; } .warn { background: #fff3cd; border: 2px solid #8a6d00; padding: .4rem .7rem; font-weight: 700; }
        section { break-inside: avoid; border-top: 1px solid #bbb; padding: .5rem 0 1rem; }
        dl div { display: flex; gap: .75rem; } dt { flex: 0 0 8rem; color: #444; } dd { margin: 0; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0; } th, td { border: 1px solid #bbb; padding: .2rem .5rem; text-align: left; font-weight: normal; }
        .bar { width: 100%; max-width: 26rem; } .track { fill: #e5e5e5; } .have { fill: #0b5d4a; } .goal { stroke: #111; stroke-width: 3; }
        @media print { body { max-width: none; } a { color: inherit; text-decoration: none; } @page { margin: 18mm; } }
        """
}
