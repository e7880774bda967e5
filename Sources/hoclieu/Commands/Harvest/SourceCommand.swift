import ArgumentParser

/// `hoclieu source`: where records come from.
struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Nguồn thu thập học liệu · the sources records are harvested from.",
        subcommands: [
            SourceListCommand.self, SourceAddCommand.self, SourceImportCommand.self, SourceShowCommand.self,
            SourceTestCommand.self, SourcePauseCommand.self,
            SourceResumeCommand.self,
        ],
        defaultSubcommand: SourceListCommand.self)
}
