import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation
import RecordFormats
import TestSupport
import Testing

@Suite("Duplicates on judged pairs")
struct JudgedPairsTests {
    private static let file = "Tests/CatalogueStoreTests/Duplicates/labels.tsv"

    @Test("the judged pairs are whole: three hundred and more, both kinds, each once")
    func whole() throws {
        let pairs = JudgedPairs(try Project.text(of: Self.file)).pairs
        #expect(pairs.count >= 300 && Set(pairs.map { [$0.first, $0.second] }).count == pairs.count)
        #expect(pairs.filter(\.isSame).count >= 50)
    }

    @Test("clusters agree with people on real records")
    func agreement() throws {
        guard let shared = Project.sharedData else {
            print("skipped: ../shared/data is not here")
            return
        }
        let judged = JudgedPairs(try Project.text(of: Self.file))
        let store = try CatalogueStore.containing(
            try Self.resources(
                Set(judged.pairs.flatMap { [$0.first, $0.second] }),
                in: shared + "/records/free-programming-books/records.jsonl"))
        try store.updateDuplicates(at: Fixture.instant)
        let agreement = try judged.agreement(with: store)
        print(agreement)
        #expect(agreement.judged == judged.pairs.count)
        #expect(agreement.precision >= 0.95)
        #expect(agreement.recall >= 0.8)
    }

    /// Those of the records in `file` that are wanted.
    private static func resources(_ wanted: Set<ResourceID>, in file: String) throws -> [LearningResource] {
        let mapping = try RecordMapping(
            yaml: try Project.text(of: "Corpus/Mappings/free-programming-books.yaml"), file: "mapping")
        let normaliser = RecordNormaliser(vocabularies: try CorpusFolder(Project.corpus).referenceData().vocabularies)
        var chunks = [Array(try Data(contentsOf: URL(fileURLWithPath: file)))]
        var reader = RecordReader(format: .jsonLines, mapping: mapping, file: file) { chunks.popLast() }
        var found: [ResourceID: LearningResource] = [:]
        while let outcome = try reader.next() {
            guard case .record(let record, _) = outcome, let id = record[.identifier].first.flatMap({ ResourceID($0) }),
                wanted.contains(id)
            else { continue }
            found[id] = try normaliser.normalise(record).resource
        }
        return Array(found.values)
    }
}
