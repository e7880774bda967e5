import ArgumentParser
import CatalogueStore
import Foundation
import LearningTargets
import Vocabularies

struct TargetsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Nạp kế hoạch (.yaml) hoặc dòng mới của sổ (.csv) · take in a plan, or new rows of a register.",
        discussion: """
            Sổ không bị ghi đè: dòng cũ chỉ nhận ngày kết thúc, dòng mới đứng sau.
            Registers are never overwritten: an old row only gets its last day, new rows follow.
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tệp .yaml hoặc .csv · file.") var file: String
    @Option(help: "Với .csv: institutions hoặc territories · for .csv.") var register = "institutions"
    @Option(help: "Ai nạp · who does it.") var by: String?

    func validate() throws {
        guard RegisterBook.Register(rawValue: register) != nil else {
            throw ValidationError("--register institutions, territories")
        }
    }

    func run() throws {
        let store = try options.existing()
        try options.explained {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            if file.hasSuffix(".csv") {
                let done = try RegisterBook(store).importRows(
                    text, file: file, RegisterBook.Register(rawValue: register) ?? .institutions,
                    by: CommandActor.name(by), at: Date())
                print(
                    LocalisedText(
                        vietnamese: "\(done.added) dòng mới, \(done.ended) dòng nhận ngày kết thúc.",
                        english: "\(done.added) rows added, \(done.ended) got a last day.")[options.language])
                return
            }
            let plan = try options.book(store).importPlan(
                text, file: file, by: CommandActor.name(by), at: Date())
            print(
                plan.isTemplate
                    ? LocalisedText(
                        vietnamese: "Mẫu đúng; bỏ “template: true” để nạp.",
                        english: "The template is sound; take “template: true” out to load it.")[options.language]
                    : LocalisedText(
                        vietnamese: "Đã nạp \(plan.id): \(plan.targets.count) chỉ tiêu.",
                        english: "\(plan.id) is loaded: \(plan.targets.count) targets.")[options.language])
        }
    }
}

struct TargetsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "In một sổ dưới dạng CSV · print a register as CSV.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "institutions hoặc territories.") var register: String

    func validate() throws {
        guard RegisterBook.Register(rawValue: register) != nil else {
            throw ValidationError("institutions, territories")
        }
    }

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            print(
                try RegisterBook(store).csv(RegisterBook.Register(rawValue: register) ?? .institutions),
                terminator: "")
        }
    }
}

struct TargetsSnapshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Lưu sổ dưới một tên để dẫn, và số liệu hôm nay · keep registers under a name, and today's figures.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tên, ví dụ so-2026; không có: liệt kê · a name; none: list.") var name: String?
    @Option(help: "Ai lưu · who does it.") var by: String?

    func run() throws {
        guard let name else {
            let store = try options.open(.read)
            return try options.explained {
                for snapshot in try RegisterBook(store).snapshots() {
                    print(
                        Terminal.columns("\(snapshot.name)\t\(RunPrinter.instant(snapshot.takenAt))\t\(snapshot.hash)"))
                }
            }
        }
        let store = try options.existing()
        try options.explained {
            let hash = try RegisterBook(store).snapshot(name, by: CommandActor.name(by), at: Date())
            let kept = try options.book(store).keepToday(at: Date())
            print(Terminal.columns("\(name)\tSHA-256 \(hash)\t\(kept)"))
        }
    }
}
