import ArgumentParser
import CatalogueModel
import CatalogueService
import CatalogueSearch
import CatalogueStore
import Foundation
import UsageStatistics
import Vocabularies

struct UsageImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Nạp nhật ký máy chủ (Combined Log Format) của đơn vị · take in access logs of an institution.",
        discussion: """
            Nạp lại cùng nhật ký, kể cả đã xoay vòng hay nén, chỉ thêm dòng mới.
            The same log again, also rotated or compressed, adds only what is new.
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tệp nhật ký, cũng .gz · logs, also .gz.") var logs: [String]
    @Option(help: "Đơn vị có học liệu trên máy chủ ấy · institution whose material the server holds.")
    var institution: String
    @Option(help: "Danh sách máy thu thập · list of robots.") var robots = "Corpus/Robots/robots.tsv"

    func run() throws {
        let catalogue = try options.open(.read)
        let usage = try options.usage()
        try options.explained {
            let items = try catalogue.itemsByPath(of: institution)
            guard !items.isEmpty else { throw UsageError.unknownInstitution(institution) }
            let list = try RobotFile.list(robots, data: options.data)
            let reading = LogImport(usage, institution: institution, items: items, robots: list, now: Date())
            var strange: [String] = []
            for log in logs {
                let outcome = try reading.run(log)
                print(Terminal.columns("\(log): \(Self.text(outcome)[options.language])"))
                for address in outcome.examples {
                    let words = LocalisedText(
                        vietnamese: "không học liệu nào của đơn vị có địa chỉ", english: "no resource has the address")
                    print(Terminal.columns("     \(words[options.language]) \(address)"))
                }
                if outcome.lines > 0, outcome.unreadable == outcome.lines { strange.append(log) }
            }
            try UsageRollup(usage, robots: list, facts: { try catalogue.itemFacts(of: $0) }).roll(at: Date())
            guard let first = strange.first else { return }
            throw UsageError.noLog(first)
        }
    }

    private static func text(_ outcome: LogImport.Outcome) -> LocalisedText {
        let cut = outcome.isCut
        return LocalisedText(
            vietnamese:
                "\(outcome.lines) dòng mới: \(outcome.events) lượt lấy học liệu (\(outcome.robots) của máy thu thập, không tính vào báo cáo; bấm đúp cũng chỉ tính một), \(outcome.unknown) lượt ở địa chỉ không có trong danh mục, \(outcome.unanswered) không phải GET 200/304, \(outcome.unreadable) không đọc được, \(outcome.late) quá \(UsageRollup.daysKept) ngày, \(outcome.future) ở tương lai"
                + (cut ? "; dòng cuối chưa trọn, để lần sau" : ""),
            english:
                "\(outcome.lines) new lines: \(outcome.events) requests of resources (\(outcome.robots) by robots, which reports leave out; double-clicks count once), \(outcome.unknown) at addresses the catalogue does not have, \(outcome.unanswered) no GET with 200/304, \(outcome.unreadable) unreadable, \(outcome.late) older than \(UsageRollup.daysKept) days, \(outcome.future) from the future"
                + (cut ? "; the last line has no end yet and waits" : ""))
    }
}

extension CatalogueStore {
    /// Identifiers of an institution's resources by path and query of their addresses.
    func itemsByPath(of institution: String) throws -> [String: String] {
        var items: [String: String] = [:]
        for (id, url) in try addresses(of: institution) {
            if let key = LogImport.key(of: url) { items[key] = id }
        }
        return items
    }
}

struct UsageRollCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roll",
        abstract: "Đếm các ngày còn sự kiện thô; --full đếm lại tất cả · count raw days; --full all of them anew.")

    @OptionGroup var options: CatalogueOptions
    @Flag(help: "Đếm lại mọi ngày còn thô, như sau khi đổi danh sách máy thu thập · all raw days anew.") var full =
        false
    @Option(help: "Danh sách máy thu thập · list of robots.") var robots = "Corpus/Robots/robots.tsv"

    func run() throws {
        let usage = try options.usage()
        let catalogue = try options.open(.write)
        let days = try options.explained {
            let days = try UsageRollup(
                usage, robots: try RobotFile.list(robots, data: options.data),
                facts: { try catalogue.itemFacts(of: $0) }
            ).roll(at: Date(), isFull: full)
            try DemandMeasuring(usage, Searcher(catalogue)).update(at: Date())
            return days
        }
        print(
            LocalisedText(vietnamese: "Đã đếm \(days.count) ngày.", english: "\(days.count) days counted.")[
                options.language])
    }
}
