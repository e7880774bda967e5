import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

/// `hoclieu relation`: how resources stand to each other.
struct RelationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relation",
        abstract: "Quan hệ giữa các học liệu · relations between resources.",
        discussion: """
            hoclieu relation add a:1 translationOf b:2     a:1 dịch từ b:2 · a:1 is a translation of b:2
            hoclieu relation add a:1 basedOn https://example.org/goc
            hoclieu relation list a:1                      a:1 có quan hệ với gì · what a:1 is related to
            hoclieu relation list --circular               quan hệ bị bỏ vì thành vòng · left out: they would go round
            hoclieu relation remove a:1 translationOf b:2

            partOf, versionOf, translationOf, basedOn, prerequisite
            """,
        subcommands: [RelationListCommand.self, RelationAddCommand.self, RelationRemoveCommand.self],
        defaultSubcommand: RelationListCommand.self)
}

/// Arguments of the commands that set relations and take them back.
struct RelationArguments: ParsableArguments {
    @Argument(help: "Mã học liệu · identifier of the resource.") var subject: String
    @Argument(help: "partOf, versionOf, translationOf, basedOn, prerequisite.") var kind: RelationKind
    @Argument(help: "Mã học liệu kia hoặc địa chỉ · identifier of the other, or an address.") var target: String
    @Option(help: "Ai ghi · who sets it.") var by: String?

    /// - Throws: `RelationError` for what is neither identifier nor address.
    func ends() throws -> (ResourceID, RelationTarget) {
        guard let subject = ResourceID(self.subject) else { throw RelationError.unknownResource(self.subject) }
        guard let target = RelationTarget(self.target) else { throw RelationError.noTarget(self.target) }
        return (subject, target)
    }

    var actor: String { CommandActor.name(by) }
}

extension RelationKind: ExpressibleByArgument {}

struct RelationAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Ghi một quan hệ · set a relation.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var relation: RelationArguments
    @Option(help: "Ghi chú · note.") var note: String?

    func run() throws {
        let store = try options.existing()
        try options.explained {
            let (subject, target) = try relation.ends()
            try store.relate(
                subject, relation.kind, to: target, note: note, by: relation.actor, at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã ghi: “\(relation.subject)” – \(relation.kind.label.vietnamese) – “\(relation.target)”.",
                english: "Kept: “\(relation.subject)” – \(relation.kind.label.english) – “\(relation.target)”.")[
                    options.language])
    }
}

struct RelationRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Bỏ một quan hệ ghi tay · take back a relation set by hand.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var relation: RelationArguments

    func run() throws {
        let store = try options.existing()
        try options.explained {
            let (subject, target) = try relation.ends()
            try store.unrelate(subject, relation.kind, to: target, by: relation.actor, at: Date())
        }
        print(LocalisedText(vietnamese: "Đã bỏ.", english: "Taken back.")[options.language])
    }
}
