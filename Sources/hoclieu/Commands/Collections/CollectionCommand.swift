import ArgumentParser

/// `hoclieu collection`: lists of resources made for others.
struct CollectionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection",
        abstract: "Bộ sưu tập cho người học, sự kiện, trung tâm · collections for learners, events, centres.",
        discussion: """
            hoclieu collection create "Ngày sách 2026" --purpose event --opens 2026-04-15 --closes 2026-05-03
            hoclieu collection add ngay-sach-2026 openstax:calculus-1 phet:ohms-law --note "Cho người mới"
            hoclieu collection move ngay-sach-2026 phet:ohms-law 1
            hoclieu collection publish ngay-sach-2026
            hoclieu collection export ngay-sach-2026 --output ngay-sach.zip
            """,
        subcommands: [
            CollectionListCommand.self, CollectionShowCommand.self, CollectionCreateCommand.self,
            CollectionEditCommand.self, CollectionAddCommand.self, CollectionRemoveCommand.self,
            CollectionMoveCommand.self, CollectionNoteCommand.self, CollectionPublishCommand.self,
            CollectionExportCommand.self,
        ],
        defaultSubcommand: CollectionListCommand.self)
}
