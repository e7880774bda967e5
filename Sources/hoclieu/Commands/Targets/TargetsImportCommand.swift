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
            Nạp nhầm thì lấy lại bằng “targets undo”; nạp Corpus mới không làm mất dòng đã nạp.
            Registers are never overwritten: an old row only gets its last day, new rows follow.
            A mistake is taken back with “targets undo”; a new Corpus keeps what was added.
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tệp .yaml hoặc .csv · file.") var file: String
    @Option(help: "Với .csv: institutions, territories hoặc population · for .csv.") var register = "institutions"
    @Option(help: "Ai nạp · who does it.") var by: String?
    @Flag(help: "Chỉ kiểm tra, không nạp · only check.") var dryRun = false
    @Flag(help: "Thay kế hoạch đang có cùng mã · replace a plan of the same identifier.") var replace = false

    func validate() throws { _ = try RegisterBook.Register(named: register, option: "--register") }

    func run() throws {
        let store = try options.existing()
        try options.explained {
            guard let text = FileManager.default.contents(atPath: file).flatMap({ String(data: $0, encoding: .utf8) })
            else { throw TargetError.unreadable(file) }
            if file.hasSuffix(".csv") {
                let register = try RegisterBook.Register(named: register, option: "--register")
                let done = try RegisterBook(store).importRows(
                    text, file: file, register, by: CommandActor.name(by), at: Date(), isTrial: dryRun)
                return print(said(done)[options.language])
            }
            let book = options.book(store)
            let checked = try book.checkPlan(text, file: file)
            let change = try book.change(to: checked, text)
            if let change, dryRun || replace { print(change.text[options.language]) }
            if dryRun {
                return print(
                    LocalisedText(
                        vietnamese: "\(checked.id) đúng: \(checked.targets.count) chỉ tiêu; chưa nạp.",
                        english: "\(checked.id) is sound: \(checked.targets.count) targets; not loaded.")[
                            options.language])
            }
            let plan = try book.importPlan(
                text, file: file, mayReplace: replace, by: CommandActor.name(by), at: Date())
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

extension TargetsImportCommand {
    private func said(_ done: RegisterBook.Outcome) -> LocalisedText {
        let counts = LocalisedText(
            vietnamese: "\(done.added) dòng mới, \(done.ended) dòng nhận ngày kết thúc.",
            english: "\(done.added) rows added, \(done.ended) got a last day.")
        guard let number = done.number else {
            let trial = LocalisedText(vietnamese: "Thử, chưa nạp: ", english: "Checked, not taken in: ")
            return dryRun
                ? LocalisedText(
                    vietnamese: trial.vietnamese + counts.vietnamese, english: trial.english + counts.english) : counts
        }
        return LocalisedText(
            vietnamese: "\(counts.vietnamese) Lần nạp \(number); lấy lại: hoclieu targets undo \(number) --why LÝ-DO",
            english: "\(counts.english) Number \(number); to take it back: hoclieu targets undo \(number) --why REASON")
    }
}

extension RegisterBook.Register {
    /// - Throws: `ValidationError` that names the registers there are.
    init(named name: String, option: String) throws {
        guard let register = Self(rawValue: name) else {
            let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\(option): “\(name)”; một trong · one of: \(names)")
        }
        self = register
    }
}

struct TargetsPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "In tệp của một kế hoạch · print the file of a plan.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã kế hoạch · plan.") var plan: String
    @Flag(help: "Như trước lần thay gần nhất · as it was before it was last replaced.") var before = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained { print(try options.book(store).planText(plan, before: before), terminator: "") }
    }
}

struct TargetsImportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports", abstract: "Các tệp đã nạp vào sổ · files taken into the registers.")

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            for taken in try RegisterBook(store).imports() {
                let why = taken.undoneWhy ?? ""
                let state =
                    taken.undoneAt == nil
                    ? ""
                    : LocalisedText(vietnamese: "đã lấy lại: \(why)", english: "taken back: \(why)")[options.language]
                let cells = [
                    "\(taken.number)", taken.register.rawValue, "+\(taken.added)", "⏹\(taken.ended)",
                    RunPrinter.instant(taken.importedAt), taken.importedBy, taken.file, state,
                ]
                print(Terminal.columns(cells.joined(separator: "\t")))
            }
        }
    }
}

struct TargetsUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Lấy lại một tệp đã nạp nhầm vào sổ · take back a file of a register.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Số của lần nạp, xem “targets imports” · number of the file.") var number: Int64
    @Option(help: "Lý do · reason.") var why: String
    @Option(help: "Ai lấy lại · who does it.") var by: String?

    func run() throws {
        let store = try options.existing()
        try options.explained {
            try RegisterBook(store).undo(number, because: why, by: CommandActor.name(by), at: Date())
        }
        print(LocalisedText(vietnamese: "Đã lấy lại.", english: "Taken back.")[options.language])
    }
}

struct TargetsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "In một sổ dưới dạng CSV · print a register as CSV.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "institutions, territories hoặc · or population.") var register: String
    @Option(help: "Bản chụp đã lưu dưới tên này · as kept under this name.") var snapshot: String?

    func validate() throws { _ = try RegisterBook.Register(named: register, option: "register") }

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let (book, register) = (
                RegisterBook(store), try RegisterBook.Register(named: register, option: "register")
            )
            print(try snapshot.map { try book.csv(register, keptAs: $0) } ?? book.csv(register), terminator: "")
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
            print(Terminal.columns("\(name)\tSHA-256 \(hash)"))
            print(
                LocalisedText(
                    vietnamese: "Đã lưu sổ, cùng \(kept) số liệu của hôm nay.",
                    english: "The registers are kept, and \(kept) figures of today.")[options.language])
        }
    }
}
