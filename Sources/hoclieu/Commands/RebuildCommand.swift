import ArgumentParser
import CatalogueStore
import Foundation
import Vocabularies

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract:
            "Dựng lại chỉ mục bên cạnh chỉ mục cũ rồi chuyển sang · build the index anew beside the old, then switch.")

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.existing()
        let progress = ProgressLine()
        let indexed = try options.explained {
            try store.rebuild { progress.show("\($0)/\($1)") }
        }
        progress.finish()
        print(
            LocalisedText(
                vietnamese: "Đã dựng lại chỉ mục của \(indexed) học liệu.",
                english: "Rebuilt the index of \(indexed) resources.")[options.language])
    }
}
