import ArgumentParser

/// The command `hoclieu`: composition root; opens files, reads the clock, starts services.
@main
struct HocLieu: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hoclieu",
        abstract: "Học liệu mở: tìm, nạp và phục vụ học liệu mở · catalogue and search of open learning resources",
        subcommands: [
            IngestCommand.self, SourceCommand.self, HarvestCommand.self, CurateCommand.self, KeyCommand.self,
            TrustCommand.self,
            DuplicatesCommand.self,
            RelationCommand.self, CollectionCommand.self, TranslationCommand.self,
            TagCommand.self, ClassifyCommand.self,
            UsageCommand.self, TargetsCommand.self,
            LinksCommand.self, QualityCommand.self, SearchCommand.self, ShowCommand.self, ServeCommand.self,
            RebuildCommand.self,
            EvaluateCommand.self,
            CheckCommand.self,
        ])
}
