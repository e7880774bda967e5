import ArgumentParser
import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

struct SourceTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract:
            "Hỏi thử nguồn và báo cáo vài phút đầu, không ghi gì · ask a source for a while and report, write nothing.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn · name of the source.") var id: String
    @Option(help: "Hỏi trong bao lâu · for how long.") var limit: HarvestInterval?

    func run() async throws {
        let store = try options.open(.read)
        var harvest = HarvestOptions()
        harvest.isDryRun = true
        harvest.isFull = true
        harvest.timeLimit = .seconds(limit?.seconds ?? 30)
        let runner = HarvestRunner(store, fetcher: .system, holder: LeaseHolder.current)
        do {
            let report = try await runner.run(id, harvest)
            print(RunPrinter(report.run, language: options.language).report(report.problems))
            guard report.run.verdict != .failed else { throw ExitCode.failure }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw Failure(error, language: options.language)
        }
    }
}
