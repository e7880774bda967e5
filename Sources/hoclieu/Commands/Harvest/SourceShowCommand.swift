import ArgumentParser
import CatalogueModel
import CatalogueStore

struct SourceShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Một nguồn, các lần thu, số bản ghi · one source, its harvests and records.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn · name of the source.") var id: String
    @Flag(help: "Một đối tượng JSON · one JSON object.") var json = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let state = try store.harvestSource(id)
            let runs = try store.harvestRuns(of: id, limit: 10)
            let printer = SourcePrinter(state, last: runs.first, language: options.language)
            if json {
                print(try printer.json())
                return
            }
            printer.printFacts(records: try store.recordCounts(of: id))
            for run in runs { print("  " + RunPrinter(run, language: options.language).line) }
        }
    }
}
