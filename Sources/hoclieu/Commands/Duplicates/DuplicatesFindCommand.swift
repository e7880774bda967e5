import ArgumentParser
import CatalogueStore
import Foundation
import Vocabularies

struct DuplicatesFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Tìm học liệu trùng; mỗi lần nạp và thu cũng tự tìm · find duplicates; every ingest does so, too.")

    @OptionGroup var options: CatalogueOptions
    @Flag(help: "So lại tất cả; kết quả như nhau · compare everything anew; the outcome is the same.") var full = false

    func run() throws {
        let store = try options.existing()
        let clock = ContinuousClock()
        let start = clock.now
        let (update, count) = try options.explained {
            let update = try store.updateDuplicates(at: Date(), isFull: full)
            return (update, try store.readDuplicates { try $0.clusterCount() })
        }
        let seconds = String(format: "%.1f", Double((clock.now - start) / .milliseconds(1)) / 1000)
        print(
            LocalisedText(
                vietnamese: "So \(update.resources) học liệu, \(update.comparisons) cặp trong \(seconds) s. "
                    + "\(count.clusters) cụm, \(count.members) bản ghi.",
                english: "Compared \(update.resources) resources in \(update.comparisons) pairs in \(seconds) s. "
                    + "\(count.clusters) clusters of \(count.members) records.")[options.language])
    }
}
