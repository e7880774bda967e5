import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import UsageStatistics
import Vocabularies

struct UsageSimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Tạo số liệu mô phỏng để thử báo cáo; mọi nơi hiện đều ghi là mô phỏng · make use up, marked everywhere.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var period: UsagePeriod
    @Option(help: "Cùng số, cùng dữ liệu · the same number, the same data.") var seed: UInt64 = 1

    func run() throws {
        let catalogue = try options.open(.read)
        let usage = try options.usage()
        let made = try options.explained {
            let months = try period.months()
            let last = min(months.upperBound.lastDay, UsageDay(of: Date()))
            let items = try Searcher(catalogue).identifiers(
                of: SearchRequest("", filters: [.link: ["ok", "dead"]]), limit: 5_000)
            return try UsageSimulation(usage, items: items.map(\.rawValue), seed: seed).run(
                from: months.lowerBound.firstDay, through: last,
                rollup: UsageRollup(usage, robots: RobotFile.list("Corpus/Robots/robots.tsv", data: options.data)) {
                    try catalogue.itemFacts(of: $0)
                })
        }
        print(
            LocalisedText(
                vietnamese: "Đã tạo \(made) sự kiện MÔ PHỎNG.", english: "\(made) SIMULATED events made.")[
                    options.language])
    }
}
