import ArgumentParser
import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import Vocabularies

/// `hoclieu links`: do the addresses of resources still lead somewhere?
struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "Kiểm tra liên kết của học liệu · check the links of resources.",
        subcommands: [LinksReportCommand.self, LinksCheckCommand.self], defaultSubcommand: LinksReportCommand.self)
}

struct LinksCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hỏi các địa chỉ đến hạn · ask for the addresses whose time has come.",
        discussion: """
            Một liên kết chỉ bị coi là hỏng sau ít nhất 3 lần lỗi trong ít nhất 3 ngày; một lần mở được là sống lại.
            A link counts as broken only after three failures over three days; one good answer revives it.
            """)

    @OptionGroup var options: CatalogueOptions
    @Option(help: "Nhiều nhất bao nhiêu địa chỉ · how many addresses at most.") var limit = 200

    func run() async throws {
        let store = try options.existing()
        let progress = ProgressLine()
        var done = 0
        do {
            let counts = try await LinkChecker(store, fetcher: .once).checkDue(limit: max(1, limit)) { check in
                done += 1
                progress.show("\(done): \(check.url)")
            }
            progress.finish()
            print(LinksReportCommand.figures(counts, options.language))
        } catch {
            progress.finish()
            throw Failure(error, language: options.language)
        }
    }
}

struct LinksReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Liên kết hỏng và đã chuyển của một đơn vị · broken and moved links of an institution.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã đơn vị · institution.") var institution: String
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        let report = try options.explained {
            try store.requireInstitution(institution)
            return try store.linkReport(of: institution, limit: 10_000)
        }
        if !json { print("\(institution): \(Self.figures(report.counts, options.language))") }
        for item in report.items {
            let check = item.check
            if json {
                var object: [String: Any] = [
                    "id": item.id, "title": item.title, "url": check.url, "state": check.state.rawValue,
                    "failures": check.failures,
                ]
                object["reason"] = check.reason
                object["movedTo"] = check.movedTo
                object["checkedAt"] = check.checkedAt.map(RunPrinter.instant)
                let bytes = try JSONSerialization.data(
                    withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
                print(String(decoding: bytes, as: UTF8.self))
            } else {
                let why = [check.reason, check.movedTo.map { "→ \($0)" }].compactMap(\.self).joined(separator: " ")
                print(Terminal.plain("  \(check.state.label[options.language]): \(item.id) \(check.url) \(why)"))
            }
        }
    }

    /// `3 còn mở được, 1 đã hỏng`
    static func figures(_ counts: [LinkState: Int], _ language: PreferredLanguage) -> String {
        LinkState.allCases.map { "\(counts[$0] ?? 0) \($0.label[language])" }.joined(separator: ", ")
    }
}
