import ArgumentParser
import CatalogueStore
import Foundation
import LearningTargets
import Vocabularies

struct TargetsObserveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe", abstract: "Nhập số liệu cơ quan báo cáo · enter a reported figure.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var target: TargetArguments
    @Option(help: "Mã địa bàn · territory.") var territory: String
    @Option(help: "7/9, 612.000/680.000, 55,55%.") var value: String
    @Option(help: "Ngày của số liệu, ví dụ 2024-12-31 · the day it is true of.") var day: String
    @Option(help: "Văn bản nguồn · source document.") var source: String
    @Option(help: "Ghi chú · note.") var note: String?
    @Option(help: "Ai nhập · who enters it.") var by: String

    func run() throws {
        let store = try options.existing()
        let number = try options.explained {
            try options.book(store).observe(
                target.target, plan: target.plan, territory: territory, value: ReportedValue(value), day: day,
                source: source, note: note, by: CommandActor.name(by), at: Date())
        }
        print(
            LocalisedText(
                vietnamese:
                    "Số \(number). Chưa tính cho đến khi người khác chạy “hoclieu targets confirm \(number) --by TÊN”.",
                english:
                    "Number \(number). It does not count until somebody else runs “hoclieu targets confirm \(number) --by NAME”."
            )[options.language])
    }
}

struct TargetsConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Người thứ hai xác nhận · a second person confirms.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Số của số liệu · number of the observation.") var number: Int64
    @Option(help: "Ai xác nhận · who confirms.") var by: String

    func run() throws {
        let store = try options.existing()
        try options.explained {
            try options.book(store).confirm(number, by: CommandActor.name(by), at: Date())
        }
        print(LocalisedText(vietnamese: "Đã xác nhận.", english: "Confirmed.")[options.language])
    }
}

struct TargetsWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Rút một số liệu, kèm lý do · withdraw a figure, with a reason.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Số của số liệu · number of the observation.") var number: Int64
    @Option(help: "Lý do · reason.") var why: String
    @Option(help: "Ai rút · who withdraws.") var by: String?

    func run() throws {
        let store = try options.existing()
        try options.explained {
            try options.book(store).withdraw(number, because: why, by: CommandActor.name(by), at: Date())
        }
        print(LocalisedText(vietnamese: "Đã rút.", english: "Withdrawn.")[options.language])
    }
}

struct TargetsObservationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observations", abstract: "Số liệu đã nhập · the figures entered.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã kế hoạch · plan.") var plan: String

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            for row in try options.book(store).observations(of: plan) {
                let cells = [
                    "\(row.number)", row.target, row.territory, row.value(in: options.language), row.day, row.source,
                    row.enteredBy, Self.state(of: row)[options.language], row.note ?? "",
                ]
                print(Terminal.columns(cells.joined(separator: "\t")))
            }
        }
    }

    private static func state(of row: Observation) -> LocalisedText {
        if let why = row.withdrawnWhy {
            return LocalisedText(vietnamese: "đã rút: \(why)", english: "withdrawn: \(why)")
        }
        guard let confirmer = row.confirmedBy else {
            return LocalisedText(vietnamese: "chờ người thứ hai xác nhận", english: "awaits a second person")
        }
        return LocalisedText(vietnamese: "\(confirmer) xác nhận", english: "confirmed by \(confirmer)")
    }
}

struct TargetsDifficultyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "difficulty", abstract: "Ghi một khó khăn cho báo cáo · note a difficulty for the report.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã kế hoạch · plan.") var plan: String
    @Argument(help: "Khó khăn, vướng mắc · the difficulty.") var text: String
    @Option(help: "Mã địa bàn · territory.") var territory: String
    @Option(help: "Ai ghi · who notes it.") var by: String?

    func run() throws {
        let store = try options.existing()
        try options.explained {
            try options.book(store).note(
                difficulty: text, plan: plan, territory: territory, by: CommandActor.name(by), at: Date())
        }
        print(LocalisedText(vietnamese: "Đã ghi.", english: "Noted.")[options.language])
    }
}
