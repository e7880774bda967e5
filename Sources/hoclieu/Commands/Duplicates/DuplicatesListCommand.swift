import ArgumentParser
import CatalogueStore
import Vocabularies

struct DuplicatesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Các cụm học liệu trùng, kém chắc nhất trước · clusters of duplicates, the least sure first.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "Chỉ cụm có độ chắc dưới mức này, 0–1 · only clusters less sure than this.") var below: Double?
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 20
    @Flag(help: "Các cặp ngờ là trùng mà quy tắc để người quyết · pairs that are left to people, likeliest first.")
    var undecided = false
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func validate() throws {
        if let below, !(0...1).contains(below) {
            throw ValidationError("--below: 0–1 (ví dụ · for example 0.95)")
        }
        if limit < 1 { throw ValidationError("--limit: 1 trở lên · 1 or more") }
    }

    func run() throws {
        let store = try options.open(.read)
        let printer = DuplicatePrinter(language: options.language)
        if undecided {
            let pairs = try options.explained { try store.readDuplicates { try $0.doubtfulPairs(most: limit) } }
            if json { return try pairs.forEach { try printer.printJSON($0) } }
            pairs.forEach(printer.print)
            if pairs.isEmpty { say("Không có cặp nào chờ quyết định.", "No pairs wait for a decision.") }
            return
        }
        let (clusters, count) = try options.explained {
            // Above 1, so that what people decided is listed as well.
            try store.readDuplicates { (try $0.clusters(below: below ?? 2, most: limit), try $0.clusterCount()) }
        }
        if json { return try clusters.forEach { try printer.printJSON($0) } }
        guard count.clusters > 0 else {
            return say("Không có học liệu nào trùng nhau.", "No resources are duplicates.")
        }
        say(
            "\(count.clusters) cụm, \(count.members) bản ghi; kém chắc nhất trước:",
            "\(count.clusters) clusters of \(count.members) records; the least sure first:")
        clusters.forEach(printer.print)
    }

    private func say(_ vietnamese: String, _ english: String) {
        print(LocalisedText(vietnamese: vietnamese, english: english)[options.language])
    }
}
