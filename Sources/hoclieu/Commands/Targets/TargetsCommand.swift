import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import LearningTargets
import UsageStatistics
import Vocabularies

/// `hoclieu targets`: the plan's targets, each figure with its evidence.
struct TargetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "targets",
        abstract: "Chỉ tiêu xã hội học tập và bằng chứng · targets of the learning society and their evidence.",
        discussion: """
            hoclieu targets status                                    mọi kế hoạch · all plans
            hoclieu targets evidence can-tho-2024 universities        danh sách đứng sau con số · the list behind
            hoclieu targets whatif can-tho-2024 universities tay-do-university
            hoclieu targets observe can-tho-2024 preschool --territory ninh-kieu --value 1/1 --day 2024-12-31 --source "Báo cáo 12/BC" --by Lan
            hoclieu targets confirm 3 --by Hoa                        người thứ hai xác nhận · a second person
            hoclieu targets report can-tho-2024 --format xlsx --output bao-cao.xlsx
            hoclieu targets import Corpus/Plans/template.yaml         kiểm tra, nạp kế hoạch · check, take a plan in
            """,
        subcommands: [
            TargetsStatusCommand.self, TargetsEvidenceCommand.self, TargetsWhatIfCommand.self,
            TargetsReportCommand.self, TargetsImportCommand.self, TargetsPlanCommand.self, TargetsImportsCommand.self,
            TargetsUndoCommand.self, TargetsExportCommand.self, TargetsSnapshotCommand.self, TargetsObserveCommand.self,
            TargetsConfirmCommand.self,
            TargetsWithdrawCommand.self, TargetsObservationsCommand.self, TargetsDifficultyCommand.self,
            TargetsCompareCommand.self, TargetsCoverageCommand.self,
        ],
        defaultSubcommand: TargetsStatusCommand.self)
}

extension CatalogueOptions {
    /// The book over the catalogue, with use where it is counted.
    func book(_ store: CatalogueStore) -> TargetBook {
        let path = (data as NSString).appendingPathComponent(UsageStore.fileName)
        let usage = FileManager.default.fileExists(atPath: path) ? try? UsageStore(folder: data) : nil
        return TargetBook(store, usage: usage)
    }

    /// - Throws: `TargetError.badDay`.
    func day(_ text: String?) throws -> PartialDate? {
        guard let text else { return nil }
        guard let day = PartialDate(text), day.isDay else { throw TargetError.badDay(text) }
        return day
    }
}

struct TargetsStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Mỗi chỉ tiêu đến đâu · how far each target is.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã kế hoạch; không có: tất cả · plan; none: all.") var plan: String?
    @Option(help: "Ngày đã qua, ví dụ 2026-06-30 · a past day.") var day: String?
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let book = options.book(store)
            let plans = try plan.map { [try book.plan($0)] } ?? book.plans()
            if plans.isEmpty {
                Swift.print(
                    LocalisedText(
                        vietnamese: "Chưa có kế hoạch nào. “hoclieu ingest Corpus” hoặc “hoclieu targets import TỆP”.",
                        english: "There are no plans. “hoclieu ingest Corpus” or “hoclieu targets import FILE”.")[
                            options.language])
            }
            for plan in plans {
                if !json { Self.head(plan, options.language) }
                for (target, figure) in zip(
                    plan.targets, try book.figures(of: plan, on: options.day(day), now: Date()))
                {
                    try print(target, figure)
                }
            }
        }
    }

    private static func head(_ plan: Plan, _ language: PreferredLanguage) {
        Swift.print("")
        Swift.print(Terminal.columns("\(plan.id)  \(plan.title[language])"))
        Swift.print(Terminal.columns(plan.basis))
    }

    private func print(_ target: Target, _ figure: Figure) throws {
        if json {
            return Swift.print(try JSONText.of(figure))
        }
        let words = FigureWords(figure, target, options.language)
        Swift.print(
            Terminal.columns(
                "  \(target.id): \(words.value), \(LocalisedText(vietnamese: "mục tiêu", english: "goal")[options.language]) \(words.goal), \(words.state) [\(words.kind)]"
            ))
        if let note = figure.note { Swift.print(Terminal.columns("     \(note.text[options.language])")) }
    }
}

/// The target a command is about.
struct TargetArguments: ParsableArguments {
    @Argument(help: "Mã kế hoạch · plan.") var plan: String
    @Argument(help: "Mã chỉ tiêu · target.") var target: String

    func find(_ book: TargetBook) throws -> (Plan, Target) {
        let plan = try book.plan(self.plan)
        guard let found = plan.target(target) else { throw TargetError.unknownTarget(target, plan: self.plan) }
        return (plan, found)
    }
}

struct TargetsEvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Danh sách đứng sau một con số · the list behind a figure.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var target: TargetArguments
    @Option(help: "Ngày đã qua · a past day.") var day: String?

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let book = options.book(store)
            let (plan, found) = try target.find(book)
            EvidencePrinter(options.language).print(
                try book.figure(found, of: plan, on: options.day(day), now: Date()), found, plan)
        }
    }
}

struct TargetsWhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif", abstract: "Nếu những đơn vị này cũng đạt · what if these institutions reach it, too.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var target: TargetArguments
    @Argument(help: "Mã đơn vị · institutions.") var institutions: [String]

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let book = options.book(store)
            let (plan, found) = try target.find(book)
            let figure = try book.figure(found, of: plan, ifReachedBy: Set(institutions), now: Date())
            print(LocalisedText(vietnamese: "GIẢ ĐỊNH:", english: "SUPPOSED:")[options.language])
            EvidencePrinter(options.language).print(figure, found, plan)
        }
    }
}

/// Prints a figure with its list.
struct EvidencePrinter {
    private let language: PreferredLanguage

    init(_ language: PreferredLanguage) {
        self.language = language
    }

    func print(_ figure: Figure, _ target: Target, _ plan: Plan) {
        let words = FigureWords(figure, target, language)
        let lines =
            [
                target.title[language], "\(words.value) – \(words.goal) – \(words.state) [\(words.kind)]",
                words.method(plan), figure.note?.text[language],
            ].compactMap(\.self)
        lines.forEach { Swift.print(Terminal.columns($0)) }
        for row in figure.evidence {
            let more = FigureWords.note(row, language)
            Swift.print(
                Terminal.columns(
                    "\(row.counts ? "✓" : "–")\t\(Self.have(row, language))\t\(row.id)\t\(row.name)\t\(more)"))
        }
        Swift.print("\(figure.day)  \(figure.methodVersion)  SHA-256 \(figure.hash)")
    }

    private static func have(_ row: Figure.Evidence, _ language: PreferredLanguage) -> String {
        let have = FigureWords.have(row, language)
        return row.percentage == nil && row.need > 0 ? "\(have)/\(FigureWords.need(row, language))" : have
    }
}
