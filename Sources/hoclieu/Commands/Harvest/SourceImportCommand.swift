import ArgumentParser
import CatalogueStore
import Foundation
import Vocabularies

struct SourceImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Nhập danh sách nguồn từ tệp CSV · take over a list of sources in CSV.",
        discussion: """
            Nguồn mới được tạm dừng cho đến khi “hoclieu source resume MÃ”, trừ khi có --start.
            New sources are paused until “hoclieu source resume ID”, unless --start is given.
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tệp CSV · the CSV file.") var file = "Corpus/Sources.csv"
    @Flag(help: "Thu thập nguồn mới theo lịch ngay · schedule new sources at once.") var start = false

    func run() throws {
        let store = try options.existing()
        let (all, new) = try options.explained {
            guard let bytes = FileManager.default.contents(atPath: file) else { throw IngestInputError.missing(file) }
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            let sources = try HarvestSourceList.sources(from: String(decoding: bytes, as: UTF8.self), file: file) {
                FileManager.default.contents(atPath: folder.appendingPathComponent($0).path)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
            return (sources.count, try store.importSources(sources, isStarted: start, at: Date()))
        }
        print(
            LocalisedText(
                vietnamese: "\(all) nguồn, \(new.count) nguồn mới. Thử một nguồn: hoclieu source test MÃ.",
                english: "\(all) sources, \(new.count) of them new. Try one: hoclieu source test ID.")[options.language]
        )
        for id in new { print("  " + id) }
    }
}
