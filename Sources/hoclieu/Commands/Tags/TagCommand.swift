import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// `hoclieu tag`: free tags and controlled concepts on resources.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Thẻ của học liệu · tags of resources.",
        discussion: """
            hoclieu tag add ctu:1 "nấu ăn" "món chay"            gắn thẻ · assign tags
            hoclieu tag add ctu:1 7620301 --scheme programmes    gắn khái niệm, theo mã · assign a concept, by its code
            hoclieu tag add ctu:1 "thủy sản" --scheme subjects   hay theo tên · or by a name
            hoclieu tag merge nau-nuong nau-an                   gộp nau-nuong vào nau-an · merge
            hoclieu tag bulk add "nuôi tôm" --query "tôm sú"     xem trước; thêm --apply --by Hoa để làm · preview; --apply --by Hoa does it
            hoclieu tag bulk undo 3 --by Hoa                     hoàn tác · take it back

            Mọi thay đổi vào nhật ký cùng tên sau --by; không có --by, nhật ký chỉ ghi “command”. Gắn hàng loạt cần --by.
            The log keeps every change with the name after --by; without it, it says only “command”. Bulk needs --by.
            """,
        subcommands: [
            TagListCommand.self, TagShowCommand.self, TagAddCommand.self, TagRemoveCommand.self,
            TagRenameCommand.self, TagSynonymCommand.self, TagMergeCommand.self, TagUnmergeCommand.self,
            TagDeleteCommand.self, TagRestoreCommand.self, TagSuggestionsCommand.self, TagBulkCommand.self,
        ],
        defaultSubcommand: TagListCommand.self)
}

struct TagListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Các thẻ, dùng nhiều trước · the tags, most used first.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Chỉ thẻ có từ bắt đầu như vậy · only those with a word that begins so.") var text: String?
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 200
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            for (tag, count) in try Tags(store).all(matching: text, includesUnused: true, limit: max(1, limit)) {
                if json {
                    try Terminal.printJSON([
                        "slug": tag.slug, "name": tag.name, "synonyms": tag.synonyms, "resources": count,
                    ])
                } else {
                    let others = tag.synonyms.isEmpty ? "" : "  (= \(tag.synonyms.joined(separator: ", ")))"
                    print(Terminal.columns("\(count)\t\(tag.slug)\t\(tag.name)\(others)"))
                }
            }
        }
    }
}

/// What is assigned to a resource.
struct TagShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Một học liệu mang thẻ gì, ai gắn, khi nào · what a resource carries, by whom, since when.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã học liệu · identifier of the resource.") var resource: String
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            guard let id = ResourceID(resource) else { throw TagError.unknownResource(resource) }
            let vocabularies = try store.referenceData().vocabularies
            for (assignment, tag) in try Tags(store).assigned(to: id) {
                let name =
                    tag?.name
                    ?? SchemeID(rawValue: assignment.scheme).map {
                        vocabularies[$0].label(of: assignment.code, in: options.language)
                    } ?? assignment.code
                let code = tag?.slug ?? assignment.code
                if json {
                    var object: [String: Any] = [
                        "scheme": assignment.scheme, "code": code, "name": name, "by": assignment.assignedBy,
                        "at": RunPrinter.instant(assignment.assignedAt), "origin": assignment.origin.rawValue,
                    ]
                    object["confidence"] = assignment.confidence
                    try Terminal.printJSON(object)
                } else {
                    let sure = assignment.confidence.map { " \(Int(($0 * 100).rounded())) %" } ?? ""
                    print(
                        Terminal.columns(
                            "\(assignment.scheme)\t\(code)\t\(name)\t\(assignment.assignedBy)\t"
                                + "\(RunPrinter.instant(assignment.assignedAt))\t\(assignment.origin.rawValue)\(sure)"))
                }
            }
        }
    }
}
