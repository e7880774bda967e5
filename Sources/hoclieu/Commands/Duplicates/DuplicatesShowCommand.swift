import ArgumentParser
import CatalogueModel
import CatalogueStore
import Vocabularies

struct DuplicatesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Cụm của một học liệu, vì sao, ai đã quyết định · the cluster of a resource, why, and who decided.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã học liệu · identifier of the resource.") var resource: String
    @Argument(help: "Mã thứ hai: so hai học liệu · a second one: compares the two.") var other: String?
    @Flag(help: "Một đối tượng JSON · one JSON object.") var json = false

    func run() throws {
        let store = try options.open(.read)
        let printer = DuplicatePrinter(language: options.language)
        try options.explained {
            let id = try DuplicateArgument.identifier(resource)
            if let other { return try compare(id, DuplicateArgument.identifier(other), store, printer) }
            let (merged, cluster) = try store.readDuplicates { (try $0.merged(id), try $0.cluster(of: id)) }
            guard merged != nil else { throw DuplicateDecisionError.unknownResource(id) }
            let decisions = try store.decisions(about: id)
            if json {
                if let cluster { try printer.printJSON(cluster) } else { print("{}") }
                return
            }
            if let cluster {
                printer.print(cluster)
            } else {
                print(
                    LocalisedText(
                        vietnamese: "“\(id)” không trùng với học liệu nào.",
                        english: "“\(id)” is no duplicate of anything.")[options.language])
            }
            decisions.forEach(printer.print)
        }
    }

    private func compare(
        _ first: ResourceID, _ second: ResourceID, _ store: CatalogueStore, _ printer: DuplicatePrinter
    ) throws {
        let (pair, missing) = try store.readDuplicates { reading in
            (try reading.pair(first, second), try [first, second].first { try reading.merged($0) == nil })
        }
        if let missing { throw DuplicateDecisionError.unknownResource(missing) }
        guard let pair else { return }
        if json { return try printer.printJSON(pair) }
        printer.print(pair)
        try store.decisions(about: first).filter { [$0.first, $0.second].contains(second) }.forEach(printer.print)
    }
}
