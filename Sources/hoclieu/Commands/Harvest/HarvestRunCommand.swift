import ArgumentParser
import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import Vocabularies

struct HarvestRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Thu thập ngay (mặc định) · harvest now; the default.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn; bỏ trống: mọi nguồn đến hạn · sources; none: all that are due.") var sources: [String] =
        []
    @Flag(help: "Thu lại toàn bộ, không chỉ phần đổi mới · everything, not only what changed.") var full = false
    @Flag(help: "Chỉ báo cáo, không ghi gì · report only, write nothing.") var dryRun = false
    @Option(help: "Chấp nhận rút tối đa chừng này học liệu vắng mặt · withdraw up to this many that are missing.")
    var acceptShrink: Int?
    @Option(help: "Giới hạn thời gian mỗi nguồn, ví dụ 2h · time limit a source.") var limit: HarvestInterval?

    func run() async throws {
        let store = try dryRun ? options.open(.read) : options.existing()
        let names = try options.explained {
            try sources.isEmpty ? store.dueSources(at: Date()).map(\.id) : sources
        }
        if names.isEmpty {
            print(
                LocalisedText(
                    vietnamese: "Không có nguồn nào đến hạn. Xem: hoclieu source list",
                    english: "No source is due. See: hoclieu source list")[options.language])
        }
        let runner = HarvestRunner(store, fetcher: .system, holder: LeaseHolder.current)
        var isWell = true
        for name in names {
            let report = try await harvest(name, with: runner)
            isWell = isWell && [.success, .partial].contains(report.run.verdict)
        }
        guard isWell else { throw ExitCode.failure }
    }

    private func harvest(_ name: String, with runner: HarvestRunner) async throws -> HarvestReport {
        let progress = ProgressLine()
        do {
            let report = try await runner.run(name, harvestOptions) { counts in
                progress.show("\(name): \(counts.read) (+\(counts.added), ~\(counts.changed), ✗\(counts.refused))")
            }
            progress.finish()
            if dryRun {
                print(
                    LocalisedText(
                        vietnamese: "[chạy thử, không ghi]", english: "[dry run, nothing written]")[options.language])
            }
            print(RunPrinter(report.run, language: options.language).report(report.problems))
            return report
        } catch {
            progress.finish()
            throw Failure(error, language: options.language)
        }
    }

    private var harvestOptions: HarvestOptions {
        var harvest = HarvestOptions()
        harvest.isFull = full
        harvest.isDryRun = dryRun
        harvest.acceptedShrink = acceptShrink
        if let limit { harvest.timeLimit = .seconds(limit.seconds) }
        return harvest
    }
}
