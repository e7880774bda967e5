import ArgumentParser

/// The command `hoclieu-bench`: measurements anybody can run again.
@main
struct HocLieuBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hoclieu-bench", abstract: "Reproducible measurements of hoclieu.",
        subcommands: [
            CatalogueBenchmark.self, RelevanceBenchmark.self, AnalysisBenchmark.self, PostingsBenchmark.self,
            ServiceBenchmark.self, HarvestBenchmark.self, DuplicateBenchmark.self, ClassificationBenchmark.self,
            UsageBenchmark.self, CountingBenchmark.self,
            FuzzBenchmark.self,
        ],
        defaultSubcommand: CatalogueBenchmark.self)
}
