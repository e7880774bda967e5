import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import UsageStatistics
import Vocabularies

/// `hoclieu usage`: what is used, by COUNTER 5.1 and for people.
struct UsageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage",
        abstract: "Thống kê sử dụng · statistics of use.",
        discussion: """
            hoclieu usage report pr --from 2026-01 --to 2026-12        báo cáo COUNTER · a COUNTER report
            hoclieu usage top subject --from 2026-01 --to 2026-12      dùng nhiều nhất · most used
            hoclieu usage gaps                                         tìm mà không thấy · searched, not found
            hoclieu usage import access.log.1.gz --institution ctu     nhật ký máy chủ của đơn vị · logs of servers
            hoclieu usage privacy                                      giữ gì, bao lâu · what is kept
            """,
        subcommands: [
            UsageReportCommand.self, UsageTopCommand.self, UsageGapsCommand.self, UsageExportCommand.self,
            UsagePrivacyCommand.self, UsageImportCommand.self, UsageRollCommand.self, UsageSimulateCommand.self,
        ])
}

/// A period of months.
struct UsagePeriod: ParsableArguments {
    @Option(name: .customLong("from"), help: "Tháng đầu, ví dụ 2026-01 · first month.") var first: String?
    @Option(name: .customLong("to"), help: "Tháng cuối · last month.") var last: String?

    /// By default the last twelve months.
    func months() throws -> ClosedRange<UsageMonth> {
        let now = UsageDay(of: Date()).month
        guard let last = last.map({ UsageMonth($0) }) ?? now else { throw UsageError.period(last ?? "") }
        guard let first = first.map({ UsageMonth($0) }) ?? last.advanced(by: -11) else {
            throw UsageError.period(first ?? "")
        }
        guard first <= last else { throw UsageError.period("\(first.text)…\(last.text)") }
        return first...last
    }
}

extension CatalogueOptions {
    /// Says so, on standard error, where use was made up.
    func usage() throws -> UsageStore {
        let usage = try explained { try UsageStore(folder: data) }
        if usage.isSimulated { Terminal.writeError(Self.simulated[language] + "\n") }
        return usage
    }

    /// The last line of a table of made-up use, so that the mark goes where the table goes.
    func printMark(of usage: UsageStore) {
        if usage.isSimulated { print(Self.simulated[language]) }
    }

    static let simulated = LocalisedText(
        vietnamese: "SỐ LIỆU MÔ PHỎNG, không phải sử dụng thật.", english: "SIMULATED USAGE, not real use.")
}

struct UsageReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo COUNTER 5.1: pr, pr_p1, ir, ir_m1 · a report of COUNTER 5.1.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var period: UsagePeriod
    @Argument(help: "pr, pr_p1, ir, ir_m1.") var report: String
    @Option(help: "Chỉ học liệu của đơn vị này · only the resources of this institution.") var institution: String?
    @Option(help: "tsv hoặc json · tsv or json.") var format = "tsv"
    @Option(help: "Thêm cột, cách nhau bằng | · further columns, by |.") var attributes = ""

    func validate() throws {
        let kinds = CounterKind.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
        guard let kind = CounterKind(name: report) else {
            throw ValidationError("không có báo cáo “\(report)”; các báo cáo · the reports are: \(kinds)")
        }
        guard ["tsv", "json"].contains(format) else {
            throw ValidationError("--format “\(format)”: tsv hoặc · or json")
        }
        let known = kind.attributes
        if let unknown = attributes.split(separator: "|").first(where: { !known.contains(String($0)) }) {
            throw ValidationError(
                "--attributes: \(kind.rawValue) không có cột · has no column “\(unknown)”; có · it has: "
                    + (known.isEmpty ? "–" : known.joined(separator: "|")))
        }
    }

    func run() throws {
        let usage = try options.usage()
        try options.explained {
            let months = try period.months()
            var request = CounterRequest(
                CounterKind(name: report) ?? .platform, from: months.lowerBound, through: months.upperBound)
            request.institution = institution
            request.attributes = attributes.split(separator: "|").map(String.init)
            let catalogue = try? CatalogueStore(folder: options.data, access: .read)
            let name = try institution.map { id in
                guard let row = try catalogue?.referenceData().registers.institution(id) else {
                    throw UsageError.unknownInstitution(id)
                }
                return row.name
            }
            let writer = CounterWriter(
                try CounterReport(request, institutionName: name ?? "The World", store: usage, at: Date()))
            if format == "json" {
                print(String(decoding: try writer.json(), as: UTF8.self))
            } else {
                print(writer.tsv, terminator: "")
            }
        }
    }
}

struct UsageTopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: "Dùng nhiều nhất theo một chiều · most used by a dimension.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var period: UsagePeriod
    @Argument(
        help:
            "item, institution, institution-type, territory, subject, level, language, licence, audience, channel, collection."
    )
    var dimension = "item"
    @Option(help: "Chỉ học liệu của đơn vị này · only the resources of this institution.") var institution: String?
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 20

    func validate() throws {
        guard UsageReader.Dimension(rawValue: dimension) != nil else {
            let names = UsageReader.Dimension.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("không có chiều “\(dimension)”; các chiều · the dimensions are: \(names)")
        }
    }

    func run() throws {
        let usage = try options.usage()
        try options.explained {
            let months = try period.months()
            let reference = try options.open(.read).referenceData()
            if let institution, reference.registers.institution(institution) == nil {
                throw UsageError.unknownInstitution(institution)
            }
            let found = try UsageReader(usage).top(
                UsageReader.Dimension(rawValue: dimension) ?? .item, from: months.lowerBound,
                through: months.upperBound, institution: institution, limit: max(1, limit))
            print(
                LocalisedText(
                    vietnamese: "lượt xem\tlượt lấy nội dung\tlượt mở ở nơi gốc\tmã\ttên",
                    english: "views\tcontent requests\tway out\tcode\tname")[options.language])
            for row in found {
                let name = row.title ?? reference.name(of: row.value, in: dimension, options.language) ?? ""
                let figures = [row.totals.views, row.totals.reads, row.totals.outClicks].map(String.init)
                print(Terminal.columns((figures + [row.value, name]).joined(separator: "\t")))
            }
            options.printMark(of: usage)
        }
    }
}

struct UsageGapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Câu tìm mà không thấy · what was searched and not found.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var period: UsagePeriod
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 50

    func run() throws {
        let usage = try options.usage()
        try options.explained {
            let months = try period.months()
            print(
                LocalisedText(
                    vietnamese: "lượt tìm\tkhông có kết quả\txem ngay sau\tcâu tìm",
                    english: "searches\twithout a hit\tviews right after\tquery")[options.language])
            for gap in try UsageReader(usage).gaps(
                from: months.lowerBound, through: months.upperBound, limit: max(1, limit))
            {
                print(Terminal.columns("\(gap.searches)\t\(gap.empty)\t\(gap.clicks)\t\(gap.query)"))
            }
            options.printMark(of: usage)
        }
    }
}

struct UsageExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Bảng theo tháng cho Excel · a table of months for Excel.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var period: UsagePeriod
    @Option(help: "Chỉ học liệu của đơn vị này · only the resources of this institution.") var institution: String?
    @Flag(help: "Dấu phẩy giữa các cột thay vì chấm phẩy · commas instead of semicolons.") var commas = false

    func run() throws {
        let usage = try options.usage()
        try options.explained {
            let months = try period.months()
            let rows = try UsageReader(usage).months(
                from: months.lowerBound, through: months.upperBound, institution: institution
            ).map { month, totals in
                [month.text]
                    + [
                        totals.views, totals.uniqueViews, totals.reads, totals.uniqueReads, totals.outClicks,
                        totals.fromSearch, totals.searches, totals.emptySearches,
                    ].map(String.init)
            }
            let headings =
                options.language == .vietnamese
                ? [
                    "Tháng", "Lượt xem", "Lượt xem theo phiên", "Lượt lấy nội dung", "Lượt lấy theo phiên",
                    "Lượt mở nơi gốc", "Xem ngay sau khi tìm", "Lượt tìm", "Lượt tìm không ra",
                ]
                : [
                    "Month", "Investigations", "Unique investigations", "Requests", "Unique requests", "Out-clicks",
                    "Right after a search", "Searches", "Searches without a hit",
                ]
            let mark = usage.isSimulated ? [[CatalogueOptions.simulated[options.language]]] : []
            let note = LocalisedText(
                vietnamese:
                    "Không tính truy cập của máy qua API và OAI-PMH (TDM); báo cáo COUNTER PR và IR có tính.",
                english:
                    "Without use by programs through API and OAI-PMH (TDM), which the COUNTER reports PR and IR count.")
            // Searches are the platform's: an institution has no number of them.
            let width = institution == nil ? headings.count : headings.count - 2
            let table = rows.map { Array($0.prefix(width)) } + [[note[options.language]]]
            print(
                UsageTable(headings: Array(headings.prefix(width)), rows: table + mark).csv(
                    separator: commas ? "," : ";"), terminator: "")
        }
    }
}

struct UsagePrivacyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "privacy", abstract: "Giữ gì, bao lâu · what is kept, and for how long.")

    @OptionGroup var options: CatalogueOptions

    func run() { PrivacyStatement.lines.forEach { print("• " + $0[options.language]) } }
}
