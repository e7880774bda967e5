import ArgumentParser
import CatalogueStore
import Foundation
import Vocabularies

struct DuplicatesUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Hủy quyết định về hai học liệu; quy tắc quyết lại · take a decision back; the rules decide again.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var decision: DuplicatesDecision

    func run() throws {
        let store = try options.existing()
        try options.explained {
            let (first, second, name) = try decision.values()
            try store.undoDecision(first, second, by: name, at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã hủy; quyết định cũ còn trong lịch sử.",
                english: "Taken back; the history keeps the decision.")[options.language])
    }
}
