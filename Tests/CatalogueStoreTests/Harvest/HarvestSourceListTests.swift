import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing
import Vocabularies

@Suite("A list of sources")
struct HarvestSourceListTests {
    private static let header =
        "id,institution,protocol,url,format,set,licence,language,mapping,delay_seconds,interval_hours"

    private func read(_ rows: String...) throws -> [HarvestSource] {
        try HarvestSourceList.sources(
            from: ([Self.header] + rows).joined(separator: "\n"), file: "Sources.csv"
        ) {
            $0 == "there.yaml"
                ? "name: x\nformat: csv\npublisher: { identifier: a, name: A }\nfields: { identifier: id, name: n, url: u }"
                : nil
        }
    }

    @Test("gives each source what its row says, and the usual values for what it does not")
    func reading() throws {
        let sources = try read(
            "a,inst,oai-pmh,https://a.example/oai,oai_dc qdc,s1 s2,CC-BY-4.0,vi,,5,12",
            "b,inst,file,https://b.example/1.csv https://b.example/2.csv,,,,,there.yaml,,")
        #expect(sources.map(\.id) == ["a", "b"])
        #expect(sources[0].formats == ["oai_dc", "qdc"] && sources[0].sets == ["s1", "s2"])
        #expect(sources[0].delay == 5 && sources[0].interval == 43_200 && sources[0].licence == "CC-BY-4.0")
        #expect(sources[1].urls.count == 2 && sources[1].delay == 1 && sources[1].interval == 86_400)
        #expect(sources[1].mapping?.contains("name: x") == true)
    }

    @Test(
        "is refused with the line and the column of what is wrong",
        arguments: [
            ("a,inst,ftp,https://a.example/,,,,,,,", "protocol"),
            ("a,,file,https://a.example/,,,,,,,", "institution"),
            (",inst,file,https://a.example/,,,,,,,", "id"),
            ("a,inst,file,https://a.example/,,,,,,x,", "delay_seconds"),
            ("a,inst,file,https://a.example/,,,,,,,-4", "interval_hours"),
            ("a,inst,file,https://a.example/,,,,,nowhere.yaml,,", "mapping"),
            ("first,inst,file,https://a.example/,,,,,,,", "id"),
        ])
    func refusing(row: String, column: String) throws {
        let error = try #require(throws: VocabularyError.self) {
            try read("first,inst,file,https://a.example/,,,,,,,", row)
        }
        #expect(error.line == 3 && error.field == column)
    }

    @Test("starts new sources paused, and leaves known ones as they are")
    func importing() throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: try CorpusFolder(Project.corpus).referenceData())
        let list = try HarvestSourceList.sources(
            from: try Project.text(of: "Corpus/Sources.csv"), file: "Corpus/Sources.csv"
        ) { try Project.text(of: "Corpus/" + $0) }
        #expect(list.count >= 5)
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        #expect(try store.importSources(list, isStarted: false, at: now) == list.map(\.id))
        #expect(try store.harvestSources().allSatisfy { $0.source.pausedReason != nil })
        try store.pause(list[0].id, reason: nil)
        #expect(try store.importSources(list, isStarted: false, at: now).isEmpty)
        let running = try store.harvestSources().filter { $0.source.pausedReason == nil }
        #expect(running.map(\.source.id) == [list[0].id])
        #expect(running.first?.source.interval == list[0].interval)
    }
}
