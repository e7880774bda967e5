import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import LearningTargets
import Vocabularies

struct TargetsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo sơ kết, tổng kết: html, csv, xlsx, json · a report pack.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã kế hoạch · plan.") var plan: String
    @Option(help: "half-year hoặc year · half-year or year.") var period = "year"
    @Option(help: "html, csv, xlsx, json.") var format = "html"
    @Option(help: "Tệp ghi ra; không có: in ra (không dùng cho xlsx) · file to write; none: print.") var output: String?
    @Option(help: "Ngày đã qua · a past day.") var day: String?
    @Flag(help: "Ghi rõ số liệu sử dụng là mô phỏng · say that use is simulated.") var simulated = false

    func validate() throws {
        guard TargetReport.Period(rawValue: period) != nil else {
            throw ValidationError("--period: half-year hoặc · or year")
        }
        guard ["html", "csv", "xlsx", "json"].contains(format) else {
            throw ValidationError("--format: html, csv, xlsx hoặc · or json")
        }
        guard format != "xlsx" || output != nil else {
            throw ValidationError("xlsx: cần --output bao-cao.xlsx · xlsx needs --output report.xlsx")
        }
    }

    func run() throws {
        let store = try options.open(.read)
        if let output { try checkFolder(of: output) }
        try options.explained {
            let book = options.book(store)
            let report = try TargetReport(
                book, plan: book.plan(plan), period: TargetReport.Period(rawValue: period) ?? .year,
                on: options.day(day), isSimulated: simulated, now: Date())
            let writer = ReportWriter(report, options.language)
            if format == "xlsx" { return try writer.writeXLSX(to: output ?? "") }
            let text =
                switch format {
                case "csv": writer.csv
                case "json": String(decoding: try writer.json(), as: UTF8.self)
                default: writer.html
                }
            if let output {
                try text.write(toFile: output, atomically: true, encoding: .utf8)
            } else {
                print(text)
            }
        }
    }
}

extension TargetsReportCommand {
    private func checkFolder(of file: String) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        guard !FileManager.default.isWritableFile(atPath: folder) else { return }
        throw Failure(
            LocalisedText(
                vietnamese: "Không ghi được vào thư mục “\(folder)”: không có, hoặc không có quyền.",
                english: "The folder “\(folder)” cannot be written to: it is not there, or not yours."),
            language: options.language)
    }
}

struct TargetsCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Hai kế hoạch cạnh nhau · two plans side by side.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Kế hoạch · plan.") var one: String
    @Argument(help: "Kế hoạch kia · the other plan.") var other: String

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let book = options.book(store)
            let (first, second) = (try book.plan(one), try book.plan(other))
            let head = ["", name(first), name(second)]
            print(Terminal.columns(head.joined(separator: "\t")))
            let ids = first.targets.map(\.id) + second.targets.map(\.id).filter { first.target($0) == nil }
            for id in ids {
                let figures = try [first, second].map { plan in
                    try plan.target(id).map { ($0, try book.figure($0, of: plan, now: Date())) }
                }
                let cells = [id] + figures.map { $0.map { text($0.1, $0.0) } ?? "–" }
                print(Terminal.columns(cells.joined(separator: "\t")))
                let proxies = figures.compactMap { $0?.1 }.filter { $0.kind == .proxy }
                for note in Set(proxies.compactMap { $0.note?.text[options.language] }).sorted() {
                    print(Terminal.columns("     \(note)"))
                }
            }
            guard (first.to.description < "2025-07-01") != (second.to.description < "2025-07-01") else { return }
            let breaks = LocalisedText(
                vietnamese: "Từ 01/7/2025 quận, huyện không còn; số trước và sau không so thẳng được.",
                english: "Districts ceased on 1 July 2025; figures before and after cannot be compared directly.")
            print(breaks[options.language])
        }
    }
}

extension TargetsCompareCommand {
    /// `can-tho-2024 (can-tho-2004)`: with the territory it is about.
    private func name(_ plan: Plan) -> String { "\(plan.id) (\(plan.territory))" }

    private func text(_ figure: Figure, _ target: Target) -> String {
        let words = FigureWords(figure, target, options.language)
        return "\(words.value) / \(words.goal) [\(words.kind)]"
    }
}

struct TargetsCoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Từng điều khoản của kế hoạch và nơi phục vụ · the plan clause by clause.")

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            for clause in try options.book(store).coverage()?.clauses ?? [] {
                let served = clause.pages + clause.commands.map { "hoclieu " + $0 } + clause.figures
                let out = LocalisedText(vietnamese: "ngoài phạm vi", english: "out of scope")[options.language]
                print(
                    Terminal.columns(
                        "\(clause.clause)\t\(clause.text)\t\(served.isEmpty ? out : served.joined(separator: ", "))\t\(clause.note)"
                    ))
            }
        }
    }
}
