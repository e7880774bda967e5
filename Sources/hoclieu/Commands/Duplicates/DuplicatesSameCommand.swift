import ArgumentParser
import Normalisation

struct DuplicatesSameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "same", abstract: "Hai bản ghi là một học liệu · two records are one resource.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var decision: DuplicatesDecision
    @Option(help: "Vì sao · why.") var note: String?

    func run() throws { try decision.decide(.same, note: note, options) }
}

struct DuplicatesDifferentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "different", abstract: "Hai bản ghi là hai học liệu · two records are two resources.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var decision: DuplicatesDecision
    @Option(help: "Vì sao · why.") var note: String?

    func run() throws { try decision.decide(.different, note: note, options) }
}
