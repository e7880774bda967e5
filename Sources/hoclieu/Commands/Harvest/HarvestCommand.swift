import ArgumentParser

/// `hoclieu harvest`: takes in what sources have.
struct HarvestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest",
        abstract: "Thu thập học liệu từ các nguồn · harvest the sources.",
        discussion: """
            hoclieu harvest                    thu mọi nguồn đến hạn · every source whose time has come
            hoclieu harvest ctu-dspace --full  thu lại toàn bộ · everything of one source again
            hoclieu harvest ctu-dspace --dry-run

            Kết thúc: 0 thành công hoặc một phần, 1 có nguồn thất bại hay đáng ngờ.
            Exit status: 0 success or partial, 1 where a source failed or looks suspicious.
            """,
        subcommands: [
            HarvestRunCommand.self, HarvestStatusCommand.self, HarvestReportCommand.self, HarvestAbortCommand.self,
        ],
        defaultSubcommand: HarvestRunCommand.self)
}
