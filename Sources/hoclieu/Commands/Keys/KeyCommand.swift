import ArgumentParser

/// `hoclieu key`: who may publish, curate and report.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Khóa của đơn vị công bố, người biên tập, cán bộ · keys of publishers, curators and officials.",
        subcommands: [
            KeyListCommand.self, KeyCreateCommand.self, KeyRevokeCommand.self, KeyEndSessionsCommand.self,
        ],
        defaultSubcommand: KeyListCommand.self)
}
