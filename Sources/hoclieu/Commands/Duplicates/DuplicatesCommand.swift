import ArgumentParser

/// `hoclieu duplicates`: records of several sources that stand for one resource.
struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Học liệu trùng giữa các nguồn: xem, quyết định, hủy · the same resource in several sources.",
        discussion: """
            hoclieu duplicates                               cụm kém chắc nhất trước · clusters, the least sure first
            hoclieu duplicates list --below 0.95             chỉ cụm dưới mức này · only those less sure
            hoclieu duplicates list --undecided              cặp ngờ là trùng · pairs the rules leave to people
            hoclieu duplicates show truong-x:1               một cụm và vì sao · one cluster, and why
            hoclieu duplicates different truong-x:1 y:2      tách, giữ mãi · part them for good
            hoclieu duplicates same truong-x:1 z:3           gộp, giữ mãi · join them for good
            hoclieu duplicates undo truong-x:1 z:3           hủy quyết định · take the decision back

            Không bản ghi nào bị xóa; trang của học liệu nêu mọi nơi có nó.
            No record is deleted; the page of a resource names all who have it.
            """,
        subcommands: [
            DuplicatesListCommand.self, DuplicatesShowCommand.self, DuplicatesSameCommand.self,
            DuplicatesDifferentCommand.self, DuplicatesUndoCommand.self, DuplicatesFindCommand.self,
        ],
        defaultSubcommand: DuplicatesListCommand.self)
}
