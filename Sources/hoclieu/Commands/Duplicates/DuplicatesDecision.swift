import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation
import Vocabularies

/// Arguments of the commands that decide about two resources.
struct DuplicatesDecision: ParsableArguments {
    @Argument(help: "Mã học liệu · identifier of a resource.") var first: String
    @Argument(help: "Mã học liệu kia · identifier of the other.") var second: String
    @Option(help: "Ai quyết định · who decides.") var by: String?

    /// Identifiers of both and the name of whoever decides.
    func values() throws -> (first: ResourceID, second: ResourceID, name: String) {
        (try DuplicateArgument.identifier(first), try DuplicateArgument.identifier(second), by ?? NSUserName())
    }

    /// Takes a verdict down and says what came of it.
    func decide(_ verdict: DuplicateVerdict, note: String?, _ options: CatalogueOptions) throws {
        let store = try options.existing()
        try options.explained {
            let (first, second, name) = try values()
            try store.decide(verdict, first, second, by: name, note: note, at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã ghi: “\(first)” và “\(second)” \(verdict.label.vietnamese); các lần thu sau vẫn giữ. "
                    + "Hủy: hoclieu duplicates undo \(first) \(second)",
                english: "Kept: “\(first)” and “\(second)” are \(verdict.label.english), through all harvests to come. "
                    + "Take it back: hoclieu duplicates undo \(first) \(second)")[options.language])
    }
}
