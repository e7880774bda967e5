import ArgumentParser
import CatalogueModel
import Publishing

struct CollectionCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Lập một bộ sưu tập, còn là bản nháp · make a collection, as a draft.")

    @OptionGroup var change: CollectionChange
    @OptionGroup var details: CollectionOptions
    @Argument(help: "Tên · title.") var title: String
    @Option(help: "Địa chỉ, ví dụ ngay-sach-2026; không có: lấy từ tên · address; none: from the title.")
    var slug: String?

    func run() throws {
        try change.run { collections, actor, instant in
            var said = CollectionDetails(title: title)
            try details.apply(to: &said)
            let collection = try collections.create(said, slug: slug, by: actor, at: instant)
            change.say(
                "Đã lập bản nháp “\(collection.slug)”. Thêm học liệu: hoclieu collection add \(collection.slug) MÃ …",
                "Made the draft “\(collection.slug)”. Add resources: hoclieu collection add \(collection.slug) ID …")
        }
    }
}

struct CollectionEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Sửa tên, giới thiệu, ngày · change title, introduction, days.")

    @OptionGroup var change: CollectionChange
    @OptionGroup var details: CollectionOptions
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Option(help: "Tên · title.") var title: String?

    func run() throws {
        try change.run { collections, actor, instant in
            try collections.edit(slug, by: actor, at: instant) { said in
                if let title { said.title = title }
                try details.apply(to: &said)
            }
        }
        change.say("Đã sửa.", "Changed.")
    }
}

struct CollectionAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Thêm học liệu vào cuối · put resources at the end.")

    @OptionGroup var change: CollectionChange
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Argument(help: "Mã học liệu · identifiers.") var resources: [String]
    @Option(help: "Ghi chú cho người đọc · note for readers.") var note: String?

    func run() throws {
        try change.run { collections, actor, instant in
            let ids = try resources.map(CollectionChange.identifier)
            try collections.add(ids, to: slug, note: note, by: actor, at: instant)
        }
        change.say("Đã thêm \(resources.count) học liệu.", "Added \(resources.count) resources.")
    }
}

struct CollectionRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Bỏ một học liệu khỏi bộ sưu tập · take a resource out.")

    @OptionGroup var change: CollectionChange
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Argument(help: "Mã học liệu · identifier.") var resource: String

    func run() throws {
        try change.run { collections, actor, instant in
            try collections.remove(CollectionChange.identifier(resource), from: slug, by: actor, at: instant)
        }
        change.say("Đã bỏ.", "Taken out.")
    }
}

struct CollectionMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Đổi chỗ một học liệu · put a resource at another place.")

    @OptionGroup var change: CollectionChange
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Argument(help: "Mã học liệu · identifier.") var resource: String
    @Argument(help: "Vị trí mới, từ 1 · new place, from 1.") var position: Int

    func run() throws {
        try change.run { collections, actor, instant in
            try collections.move(
                CollectionChange.identifier(resource), in: slug, to: position, by: actor, at: instant)
        }
        change.say("Đã đổi chỗ.", "Moved.")
    }
}

struct CollectionNoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Ghi chú cho một học liệu; không có chữ: xóa · note for a resource; none clears it.")

    @OptionGroup var change: CollectionChange
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Argument(help: "Mã học liệu · identifier.") var resource: String
    @Argument(help: "Ghi chú · note.") var note: String?

    func run() throws {
        try change.run { collections, actor, instant in
            try collections.setNote(
                note, of: CollectionChange.identifier(resource), in: slug, by: actor, at: instant)
        }
        change.say("Đã ghi.", "Kept.")
    }
}

struct CollectionPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Công bố, hoặc thu lại thành bản nháp · publish, or take back to a draft.")

    @OptionGroup var change: CollectionChange
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String
    @Flag(help: "Thu lại thành bản nháp · take it back to a draft.") var undo = false

    func run() throws {
        try change.run { collections, actor, instant in
            try collections.set(undo ? .draft : .published, of: slug, by: actor, at: instant)
        }
        if undo {
            change.say("Đã thu lại; địa chỉ trả lời 410.", "Taken back; its address answers 410.")
        } else {
            change.say("Đã công bố: /collections/\(slug)", "Published: /collections/\(slug)")
        }
    }
}
