import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

struct SourceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Liệt kê nguồn và kết quả lần thu cuối · list sources and how each stands.")

    @OptionGroup var options: CatalogueOptions
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        let states = try options.explained { try store.harvestSources() }
        if states.isEmpty, !json {
            print(
                LocalisedText(
                    vietnamese: "Chưa có nguồn nào. Thêm: hoclieu source add MÃ --institution … --url …",
                    english: "There are no sources. Add one: hoclieu source add NAME --institution … --url …")[
                        options.language])
        }
        for state in states {
            let last = try options.explained { try store.harvestRuns(of: state.source.id, limit: 1).first }
            let printer = SourcePrinter(state, last: last, language: options.language)
            if json { print(try printer.json()) } else { print(printer.line) }
        }
    }
}
