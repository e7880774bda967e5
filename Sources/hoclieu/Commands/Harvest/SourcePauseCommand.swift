import ArgumentParser
import CatalogueStore
import Vocabularies

struct SourcePauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Tạm ngừng thu một nguồn · leave a source alone until it is resumed.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn · name of the source.") var id: String
    @Option(help: "Vì sao · why.") var reason = "–"

    func run() throws {
        let store = try options.existing()
        try options.explained { try store.pause(id, reason: reason) }
        print(
            LocalisedText(
                vietnamese: "Đã tạm ngừng nguồn “\(id)”. Thu lại: hoclieu source resume \(id)",
                english: "The source “\(id)” is paused. Take it up again: hoclieu source resume \(id)")[
                    options.language])
    }
}

struct SourceResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Thu lại nguồn đã tạm ngừng · take a paused source up again.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã nguồn · name of the source.") var id: String

    func run() throws {
        let store = try options.existing()
        try options.explained { try store.pause(id, reason: nil) }
        print(
            LocalisedText(
                vietnamese: "Nguồn “\(id)” sẽ được thu ở lượt tới.",
                english: "The source “\(id)” is harvested in the next round.")[options.language])
    }
}
