import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// `hoclieu tag bulk`: tags all that a query finds, after a preview, and takes it back.
struct TagBulkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk", abstract: "Gắn thẻ hàng loạt theo câu tìm · tag all that a query finds.",
        subcommands: [
            TagBulkAddCommand.self, TagBulkRemoveCommand.self, TagBulkUndoCommand.self, TagBulkListCommand.self,
        ],
        defaultSubcommand: TagBulkListCommand.self)
}

/// What is tagged with what.
struct TagBulkArguments: ParsableArguments {
    @Argument(help: "Tên thẻ, hoặc tên hay mã khái niệm · name of the tag, or name or code of the concept.") var name:
        String
    @Option(help: "Câu tìm, như ở trang tìm kiếm · the query, as on the search page.") var query: String
    @Option(help: "tags, subjects, levels, audiences, competences, programmes.") var scheme = "tags"
    @Flag(help: "Làm thật, không chỉ xem trước · do it, not only preview it.") var apply = false
    @Option(help: "Ai làm, cần có khi --apply · who does it, needed with --apply.") var by: String?

    /// Others' resources are changed: the log has to know by whom.
    func validate() throws {
        if apply { try CommandActor.require(by) }
    }

    func run(_ verb: TagBatch.Verb, _ options: CatalogueOptions) throws {
        let store = apply ? try options.existing() : try options.open(.read)
        try options.explained {
            let target = try TagTarget(scheme: scheme, name, vocabularies: try store.referenceData().vocabularies)
            let searcher = Searcher(store)
            let ids = try searcher.identifiers(of: SearchRequest(query), limit: Tags.mostHits + 1)
            let language = options.language
            guard apply else {
                let preview = try Tags(store).preview(verb, target, on: ids, query: query)
                print(
                    LocalisedText(
                        vietnamese: "Câu tìm ra \(preview.hits) học liệu; \(preview.changed.count) sẽ thay đổi:",
                        english: "The query finds \(preview.hits) resources; \(preview.changed.count) would change:")[
                            language])
                for id in preview.changed.prefix(50) {
                    print(Terminal.columns("  \(try searcher.resource(id)?.resource.title ?? "")\t\(id)"))
                }
                if preview.changed.count > 50 { print("  … +\(preview.changed.count - 50)") }
                print(
                    LocalisedText(
                        vietnamese: "Thêm --apply --by TÊN để làm.", english: "Add --apply --by NAME to do it.")[
                            language])
                return
            }
            let done = try Tags(store).apply(
                verb, target, on: ids, query: query, token: nil, by: CommandActor.name(by), at: Date())
            print(
                LocalisedText(
                    vietnamese:
                        "Lần số \(done.batch): đã đổi \(done.changed) học liệu. “hoclieu tag bulk undo \(done.batch)” hoàn tác.",
                    english:
                        "Batch \(done.batch): \(done.changed) resources changed. “hoclieu tag bulk undo \(done.batch)” takes it back."
                )[language])
        }
    }
}

struct TagBulkAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Gắn cho mọi học liệu tìm được · assign to all that is found.")
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var bulk: TagBulkArguments

    func run() throws { try bulk.run(.add, options) }
}

struct TagBulkRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Bỏ khỏi mọi học liệu tìm được · take from all that is found.")
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var bulk: TagBulkArguments

    func run() throws { try bulk.run(.remove, options) }
}

struct TagBulkUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Hoàn tác một lần gắn hàng loạt · take a batch back.")
    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Số của lần gắn · number of the batch.") var batch: Int64
    @Option(help: "Ai làm, cần có · who does it, needed.") var by: String?

    func validate() throws { try CommandActor.require(by) }

    func run() throws {
        let store = try options.existing()
        let changed = try options.explained {
            try Tags(store).undo(batch: batch, by: CommandActor.name(by), at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã hoàn tác trên \(changed) học liệu.", english: "Taken back on \(changed) resources.")[
                    options.language])
    }
}

struct TagBulkListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Các lần gắn hàng loạt · the batches.")
    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            for batch in try Tags(store).batches() {
                let undone = batch.undoneAt == nil ? "" : "\t(" + Self.undone[options.language] + ")"
                print(
                    Terminal.columns(
                        "\(batch.number)\t\(RunPrinter.instant(batch.doneAt))\t\(batch.verb.rawValue)\t"
                            + "\(batch.scheme):\(batch.name)\t“\(batch.query)”\t\(batch.changed)\t\(batch.doneBy)\(undone)"
                    ))
            }
        }
    }

    private static let undone = LocalisedText(vietnamese: "đã hoàn tác", english: "taken back")
}
