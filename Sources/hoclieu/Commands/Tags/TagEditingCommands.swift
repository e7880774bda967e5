import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// The tag a command is about, and who changes it.
struct TagSubject: ParsableArguments {
    @Argument(help: "Địa chỉ thẻ, ví dụ nau-an · slug of the tag.") var slug: String
    @Option(
        help: "Ai làm; không ghi thì nhật ký chỉ ghi “command” · who does it; without it the log says only “command”.")
    var by: String?

    var actor: String { CommandActor.name(by) }
}

extension CatalogueOptions {
    /// Changes tags, and says what was done.
    fileprivate func changeTags(_ done: LocalisedText, _ change: (Tags) throws -> Void) throws {
        let store = try existing()
        try explained { try change(Tags(store)) }
        print(done[language])
    }
}

struct TagRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Đổi tên thẻ; tên cũ vẫn dùng được · rename a tag; the old name still means it.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagSubject
    @Argument(help: "Tên mới · the new name.") var name: String
    @Option(help: "Thẻ dùng để làm gì · what the tag is for.") var note: String?

    func run() throws {
        try options.changeTags(LocalisedText(vietnamese: "Đã đổi tên.", english: "Renamed.")) {
            try $0.rename(tag.slug, to: TagName(name), note: note, by: tag.actor, at: Date())
        }
    }
}

struct TagSynonymCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synonym", abstract: "Thêm từ đồng nghĩa cho thẻ · add another word for a tag.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagSubject
    @Argument(help: "Từ đồng nghĩa · the other word.") var name: String
    @Flag(help: "Bỏ từ này · take it away.") var remove = false

    func run() throws {
        try options.changeTags(LocalisedText(vietnamese: "Đã ghi.", english: "Kept.")) { tags in
            if remove {
                try tags.removeSynonym(TagName(name), from: tag.slug, by: tag.actor, at: Date())
            } else {
                try tags.addSynonym(TagName(name), to: tag.slug, by: tag.actor, at: Date())
            }
        }
    }
}

struct TagMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Gộp một thẻ vào thẻ khác · merge a tag into another.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagSubject
    @Argument(help: "Thẻ giữ lại · the tag that stays.") var into: String

    func run() throws {
        try options.changeTags(
            LocalisedText(
                vietnamese: "Đã gộp; “hoclieu tag unmerge \(tag.slug)” tách lại.",
                english: "Merged; “hoclieu tag unmerge \(tag.slug)” takes it back.")
        ) { try $0.merge(tag.slug, into: into, by: tag.actor, at: Date()) }
    }
}

struct TagUnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Tách một thẻ đã gộp · let a merged tag stand for itself again.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagSubject

    func run() throws {
        try options.changeTags(LocalisedText(vietnamese: "Đã tách.", english: "Parted.")) {
            try $0.unmerge(tag.slug, by: tag.actor, at: Date())
        }
    }
}

struct TagDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Xóa thẻ khỏi mọi học liệu · take a tag away everywhere.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagSubject

    func run() throws {
        try options.changeTags(
            LocalisedText(
                vietnamese: "Đã xóa; “hoclieu tag restore \(tag.slug)” khôi phục.",
                english: "Deleted; “hoclieu tag restore \(tag.slug)” brings it back.")
        ) { try $0.delete(tag.slug, by: tag.actor, at: Date()) }
    }
}

struct TagRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Khôi phục thẻ đã xóa · bring a deleted tag back.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagSubject

    func run() throws {
        try options.changeTags(LocalisedText(vietnamese: "Đã khôi phục.", english: "Restored.")) {
            try $0.restore(tag.slug, by: tag.actor, at: Date())
        }
    }
}

struct TagSuggestionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggestions",
        abstract: "Đề nghị của người đọc: xem, nhận, bỏ · suggestions of readers: list, accept, dismiss.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "Nhận đề nghị số này · accept this number.") var accept: Int64?
    @Option(help: "Bỏ đề nghị số này · dismiss this number.") var dismiss: Int64?
    @Option(
        help:
            "Ai quyết định; không ghi thì nhật ký chỉ ghi “command” · who decides; without it the log says only “command”."
    ) var by: String?
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 100

    func run() throws {
        if accept != nil || dismiss != nil {
            return try options.changeTags(LocalisedText(vietnamese: "Đã quyết định.", english: "Decided.")) { tags in
                if let accept { try tags.accept(accept, by: CommandActor.name(by), at: Date()) }
                if let dismiss { try tags.dismiss(dismiss, by: CommandActor.name(by), at: Date()) }
            }
        }
        let store = try options.open(.read)
        try options.explained {
            for suggestion in try Tags(store).suggestions(limit: max(1, limit)).suggestions {
                print(
                    Terminal.columns(
                        "\(suggestion.number)\t\(suggestion.times)×\t\(suggestion.scheme)\t\(suggestion.name)\t"
                            + "\(suggestion.resource)\t\(suggestion.title)"))
            }
        }
    }
}
