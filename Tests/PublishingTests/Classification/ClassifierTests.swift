import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Suggestions from text")
struct ClassifierTests {
    /// Made-up records of three institutions about fish and food.
    static func catalogue() throws -> CatalogueStore {
        let fish = [
            "nuôi tôm sú", "ao nuôi cá tra", "bệnh của tôm", "thức ăn cho cá", "nuôi cua biển", "giống tôm càng",
        ]
        let food = ["nấu ăn chay", "món canh chua", "làm bánh mì", "nấu phở bò", "bếp gia đình", "món kho quẹt"]
        let records = (fish.map { ($0, "083") } + food.map { ($0, "101") }).enumerated().map { number, record in
            Fixture.resource("example:\(number)", title: record.0) {
                $0.subjects = [record.1]
                $0.keywords = [record.1 == "083" ? "thủy sản" : "ẩm thực"]
                $0.description = record.1 == "083" ? "Kỹ thuật thủy sản ở đồng bằng" : "Công thức ẩm thực trong bếp"
                $0.publisher = Publisher(id: "nhom-\(number % 3)", name: "Nhóm \(number % 3)")
            }
        }
        return try CatalogueStore.containing(records)
    }

    @Test(
        "a text is given the subject its words speak of, surest first, with words that stand in it as the reason",
        arguments: [
            ("Kỹ thuật nuôi tôm trong ao", "083"), ("nuoi tom trong ao", "083"), ("Món canh chua nấu với cá", "101"),
            ("Hướng dẫn nấu phở", "101"),
        ])
    func subjects(title: String, code: String) throws {
        let classifier = Classifier(try ClassifierMaterial(of: Self.catalogue()))
        let found = classifier.concepts(
            for: ClassifiedText(title: title, description: ""), in: [.subjects], least: 0)
        #expect(found.first?.code == code)
        #expect(found.map(\.confidence) == found.map(\.confidence).sorted(by: >))
        let reasons = try #require(found.first?.because)
        #expect(!reasons.isEmpty && reasons.allSatisfy { title.contains($0) }, "\(reasons)")
    }

    @Test(
        "confidences lie from 0 to 1, and the same text gets the same answer from a model learned again",
        arguments: 0..<20)
    func deterministic(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["nuôi", "tôm", "bếp", "món", "ao", "sách", "x7", "<b>", "phở", "the", "và", "cá"]
        let title = (0..<Int.random(in: 1...8, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
        let text = ClassifiedText(title: title, description: String(title.reversed()))
        let material = try ClassifierMaterial(of: Self.catalogue())
        let (one, other) = (Classifier(material), Classifier(material))
        let found = one.concepts(for: text, least: 0)
        #expect(found == other.concepts(for: text, least: 0))
        #expect(found.allSatisfy { (0...1).contains($0.confidence) })
        #expect(one.tags(for: text) == other.tags(for: text))
    }

    @Test("nothing is suggested for a text without a known word", arguments: ["", "   ", "qzx wvk", "123", "<>&"])
    func abstains(title: String) throws {
        let classifier = Classifier(try ClassifierMaterial(of: Self.catalogue()))
        #expect(classifier.concepts(for: ClassifiedText(title: title, description: "")).isEmpty)
        #expect(classifier.tags(for: ClassifiedText(title: title, description: "")).isEmpty)
    }

    @Test("tags are proposed where their words stand in the text, and not again on what carries them")
    func tags() throws {
        let store = try Self.catalogue()
        let classifier = Classifier(try ClassifierMaterial(of: store))
        let text = ClassifiedText(title: "Ngành thủy sản", description: "")
        #expect(classifier.tags(for: text).map(\.name) == ["thủy sản"])
        let held = Fixture.resource("example:99", title: "Ngành thủy sản") { $0.keywords = ["Thuỷ sản"] }
        #expect(classifier.suggestions(for: held).tags.isEmpty)
    }

    @Test("nothing is assigned by itself; with an institution's threshold what is sure enough is, and says so")
    func thresholds() throws {
        let store = try Self.catalogue()
        let id = try #require(ResourceID("example:50"))
        try store.add([Fixture.resource("example:50", title: "Ao nuôi tôm, giống tôm, bệnh của tôm")])
        let classifier = Classifier(try ClassifierMaterial(of: store))
        let automatic = AutomaticTagging(store)
        #expect(try automatic.run(classifier, at: Fixture.instant).isEmpty)
        for value in [0.49, 1.01, -1, .nan] {
            #expect(throws: ClassifierError.threshold) {
                try automatic.set(value, .subjects, of: "example", by: "key:hoa", at: Fixture.instant)
            }
        }
        try automatic.set(0.5, .subjects, of: "example", by: "key:hoa", at: Fixture.instant)
        let would = try automatic.run(classifier, isDryRun: true, at: Fixture.instant)
        #expect(would.map(\.suggestion.code) == ["083"])
        #expect(try Searcher(store).resource(id)?.resource.subjects == [])
        try automatic.run(classifier, at: Fixture.instant)
        #expect(try Searcher(store).resource(id)?.resource.subjects == ["083"])
        let assigned = try #require(try Tags(store).assigned(to: id).first).assignment
        #expect(
            assigned.origin == .classifier && assigned.confidence ?? 0 >= 0.5 && assigned.assignedBy == "classifier")
        #expect(try automatic.run(classifier, at: Fixture.instant).isEmpty, "what has a subject is left alone")
        try automatic.set(nil, .subjects, of: "example", by: "key:hoa", at: Fixture.instant)
        #expect(try automatic.thresholds().isEmpty)
        let log = try store.read { try AuditLog.entries(about: "institution:example", limit: 5, in: $0) }
        #expect(log.map(\.change.action) == ["classifier.threshold", "classifier.threshold"])
        #expect(try store.check().isWell)
    }

    @Test("on the Corpus the classifier beats vocabularies alone and the commonest fields, on records it had not seen")
    func corpus() throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: CorpusFolder(Project.corpus).referenceData())
        let session = try IngestSession(store, source: "Corpus", at: Fixture.instant)
        _ = try Ingest(into: .catalogue(session), clock: { Fixture.instant }, report: { _ in }).run(
            IngestInputs.find(at: Project.corpus + "/Records", format: nil, mapping: nil))
        let material = try ClassifierMaterial(of: store)
        func figures(_ method: ClassifierEvaluation.Method) -> ClassifierEvaluation {
            ClassifierEvaluation(material, .subjects, .institutions, method)
        }
        let (own, words, common) = (figures(.classifier), figures(.vocabularies), figures(.commonest))
        #expect(own.hitAt3 > words.hitAt3 && own.hitAt3 > common.hitAt3)
        #expect(own.macroRecallAt3 > common.macroRecallAt3)
        #expect(own.precisionAt1 > 0.6 && own.coverage > 0.7 && own.calibrationError < 0.1)
        for scheme in [SchemeID.audiences, .levels] {
            let shown = ClassifierEvaluation(material, scheme, .institutions, .classifier)
            #expect(shown.precisionAt3 > 0.8 && shown.coverage > 0, "\(scheme)")
        }
    }
}
