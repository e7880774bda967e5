import ArgumentParser
import CatalogueStore
import Vocabularies

struct SourceRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Xóa một nguồn chưa cho học liệu nào · remove a source that gave no resource.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn · name of the source.") var id: String

    func run() throws {
        let store = try options.existing()
        try options.explained { try store.removeSource(id) }
        print(
            LocalisedText(vietnamese: "Đã xóa nguồn “\(id)”.", english: "The source “\(id)” is removed.")[
                options.language])
    }
}
