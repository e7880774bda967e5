import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// `hoclieu translation`: what is wanted in Vietnamese, and who is at it.
struct TranslationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translation",
        abstract: "Việt hóa: học liệu cần dịch, ai dịch, đến đâu · translation into Vietnamese.",
        discussion: """
            hoclieu translation want openstax:x --institution can-tho-university --note "Cho lớp K48"
            hoclieu translation claim openstax:x --institution can-tho-university --until 2026-06-30
            hoclieu translation review openstax:x --draft https://example.org/ban-thao
            hoclieu translation publish openstax:x can-tho-university:x-tieng-viet
            hoclieu translation release openstax:x      trả lại · give it up
            hoclieu translation                          danh sách, nơi cần nhất đứng trước · the most wanted first
            """,
        subcommands: [
            TranslationListCommand.self, TranslationWantCommand.self, TranslationClaimCommand.self,
            TranslationReviewCommand.self, TranslationPublishCommand.self, TranslationReleaseCommand.self,
        ],
        defaultSubcommand: TranslationListCommand.self)
}

/// Runs a change of the backlog for whoever is at the keyboard.
struct TranslationChange: ParsableArguments {
    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã bản gốc · identifier of the original.") var original: String
    @Option(help: "Ai ghi · who sets it.") var by: String?

    func run(_ change: (TranslationBacklog, ResourceID, _ actor: String, _ instant: Date) throws -> Void) throws {
        let store = try options.existing()
        try options.explained {
            let id = try Self.identifier(original)
            try change(TranslationBacklog(store), id, CommandActor.name(by), Date())
        }
    }

    func say(_ vietnamese: String, _ english: String) {
        print(LocalisedText(vietnamese: vietnamese, english: english)[options.language])
    }

    /// - Throws: `TranslationError.unknownResource`.
    static func identifier(_ text: String) throws -> ResourceID {
        guard let id = ResourceID(text) else { throw TranslationError.unknownResource(text) }
        return id
    }
}
