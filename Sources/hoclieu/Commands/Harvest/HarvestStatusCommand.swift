import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

struct HarvestStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Các lần thu gần đây · the latest harvests.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn; bỏ trống: mọi nguồn · source; none: all.") var source: String?
    @Option(help: "Số lần thu · how many.") var limit = 20
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            if let source { _ = try store.harvestSource(source) }
            for run in try store.harvestRuns(of: source, limit: max(1, limit)) {
                let printer = RunPrinter(run, language: options.language)
                print(json ? try printer.json() : printer.line)
            }
        }
    }
}

struct HarvestReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo đầy đủ của một lần thu · the whole report of one harvest.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Số của lần thu (xem harvest status) · number of the harvest.") var number: Int64

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            guard let run = try store.harvestRun(number) else {
                throw Failure(
                    LocalisedText(
                        vietnamese: "Không có lần thu số \(number). Xem: hoclieu harvest status",
                        english: "There is no harvest \(number). See: hoclieu harvest status"),
                    language: options.language)
            }
            print(RunPrinter(run, language: options.language).report(try store.harvestProblems(of: number)))
        }
    }
}

struct HarvestAbortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "abort", abstract: "Dừng lần thu đang chạy sau trang hiện tại · stop a harvest after its page.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn · name of the source.") var source: String

    func run() throws {
        let store = try options.existing()
        let isAsked = try options.explained { try store.requestAbort(of: source, at: .now) }
        print(
            (isAsked
                ? LocalisedText(
                    vietnamese: "Lần thu “\(source)” sẽ dừng sau trang hiện tại.",
                    english: "The harvest of “\(source)” stops after the page at hand.")
                : LocalisedText(
                    vietnamese: "Nguồn “\(source)” không có lần thu nào đang chạy.",
                    english: "The source “\(source)” is not being harvested."))[options.language])
    }
}
