import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TestSupport
import Testing
import Vocabularies

@testable import Publishing

@Suite("What a classifier may learn from, and how sure it may be")
struct ClassifierFairnessTests {
    /// Records none of whose words stands in another, of several institutions.
    private static func strangers(_ count: Int) -> ClassifierMaterial {
        let resources = (0..<count).map { number in
            Fixture.resource("example:\(number)", title: "zq\(number)x zq\(number)y") {
                $0.subjects = [number.isMultiple(of: 2) ? "083" : "101"]
                $0.publisher = Publisher(id: "nhom-\(number % 7)", name: "Nhóm \(number % 7)")
            }
        }
        return ClassifierMaterial(reference: Fixture.reference, resources: resources)
    }

    @Test(
        "a record is judged by a model that has not seen it: words that stand nowhere else suggest nothing",
        arguments: ClassifierEvaluation.Split.allCases)
    func heldOut(split: ClassifierEvaluation.Split) {
        let material = Self.strangers(60)
        let judged = ClassifierEvaluation(material, .subjects, split, .classifier)
        #expect(judged.records == 60 && judged.coverage == 0 && judged.hitAt3 == 0)
        let classifier = Classifier(material)
        for resource in material.resources {
            let found = classifier.concepts(for: ClassifiedText(resource), in: [.subjects], limit: 1, least: 0)
            #expect(found.map(\.code) == resource.subjects, "a model that has seen it knows")
        }
    }

    @Test("a fold holds whole institutions, and no fold is empty where there are enough of them", arguments: 5..<25)
    func folds(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let examples = (0..<200).map { number in
            let group = number < seed ? number : Int.random(in: 0..<seed, using: &random)
            return ConceptClassifier.Example(
                features: TextFeatures(phrase: ""), labels: ["083"], group: "nhom-\(group)")
        }
        let folds = ConceptClassifier.foldsByGroup(examples)
        let foldsOf = Dictionary(grouping: zip(examples, folds)) { $0.0.group }
        #expect(foldsOf.values.allSatisfy { Set($0.map(\.1)).count == 1 })
        #expect(Set(folds) == Set(0..<ConceptClassifier.folds))
    }

    @Test("of many suggestions of one confidence about that share is right", arguments: 0..<5)
    func calibrated(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let samples = (0..<4_000).map { _ in
            let evidence = Calibration.Evidence(
                margin: .random(in: -2...2, using: &random), known: .random(in: 0...9, using: &random),
                share: .random(in: 0.05...0.95, using: &random))
            let truth = 1 / (1 + exp(-1.5 * evidence.margin - log(evidence.share / (1 - evidence.share))))
            return Calibration.Sample(
                evidence: evidence, isRight: .random(in: 0..<1, using: &random) < truth, weight: 1)
        }
        let calibration = Calibration(samples)
        for lower in stride(from: 0.0, to: 1, by: 0.25) {
            let bin = samples.filter { (lower..<lower + 0.25).contains(calibration.confidence($0.evidence)) }
            let said = bin.reduce(0) { $0 + calibration.confidence($1.evidence) } / Double(bin.count)
            let right = Double(bin.count(where: \.isRight)) / Double(bin.count)
            #expect(abs(said - right) < 0.06, "\(bin.count) from \(lower) on")
        }
    }

    @Test("what stands out more is surer, and without examples of both kinds everything is a half")
    func monotone() {
        let evidence = stride(from: -3.0, through: 3, by: 0.5).map {
            Calibration.Evidence(margin: $0, known: 4, share: 0.5)
        }
        let samples = evidence.map { Calibration.Sample(evidence: $0, isRight: $0.margin > 0.2, weight: 1) }
        let confidences = evidence.map(Calibration(samples).confidence)
        #expect(confidences == confidences.sorted() && confidences.allSatisfy { (0...1).contains($0) })
        for one in [[], samples.filter(\.isRight), samples.filter { !$0.isRight }] {
            #expect(evidence.map(Calibration(one).confidence).allSatisfy { $0 == 0.5 })
        }
    }

    @Test(
        "a phrase ends where a sentence or a clause does",
        arguments: [
            "Nuôi tôm. Nấu ăn", "Nuôi tôm, nấu ăn", "Nuôi tôm: nấu ăn", "Nuôi tôm\nnấu ăn", "Nuôi tôm (nấu ăn)",
        ])
    func phrases(text: String) {
        let features = TextFeatures(phrase: text)
        #expect(features.contains("nuoi tom") && features.contains("nau an") && !features.contains("tom nau"))
        #expect(TextFeatures(phrase: "Node.js cơ bản").contains("node js co"))
    }

    @Test("reasons are whole phrases as the author wrote them, that neither open nor close with a word of no meaning")
    func reasons() throws {
        let text = "Về bệnh của tôm càng xanh và giống tôm sú"
        let features = TextFeatures(phrase: text)
        let arguments = features.features.map { (feature: $0, value: Double($0.length)) }
        let phrases = ReasonPhrases(arguments).texts(in: features, limit: 4)
        #expect(!phrases.isEmpty)
        for phrase in phrases {
            #expect(text.contains(phrase) && phrase.split(separator: " ").count <= 5)
            #expect(["Về", "của", "và"].allSatisfy { !phrase.hasPrefix($0) && !phrase.hasSuffix($0) }, "\(phrase)")
        }
        let chosen = features.features.filter { ["giong tom", "tom su"].contains($0.key) }.map { ($0, 1.0) }
        #expect(ReasonPhrases(chosen).texts(in: features, limit: 4) == ["giống tôm sú"])
    }

    @Test("keywords speak for a subject, and propose no tag of the same name")
    func keywords() throws {
        let classifier = Classifier(try ClassifierMaterial(of: ClassifierTests.catalogue()))
        let bare = ClassifiedText(title: "Bài một", description: "")
        let spoken = ClassifiedText(title: "Bài một", description: "", keywords: ["ẩm thực"])
        #expect(classifier.concepts(for: bare, in: [.subjects]).isEmpty)
        let found = try #require(classifier.concepts(for: spoken, in: [.subjects]).first)
        #expect(found.code == "101" && found.because == ["ẩm thực"])
        #expect(classifier.tags(for: spoken).isEmpty)
    }

    @Test("a lone syllable is no reason, unless it names the concept; phrases and long foreign words are")
    func tellingReasons() throws {
        func features(_ title: String) -> TextFeatures { TextFeatures(ClassifiedText(title: title, description: "")) }
        let examples = (0..<60).map { number in
            let isFarmers = number.isMultiple(of: 2)
            return ConceptClassifier.Example(
                features: features(isFarmers ? "Nước mặn aquaculture \(number)q" : "Phấn trắng \(number)q"),
                labels: [isFarmers ? "farmers" : "teachers"], group: "nhom-\(number % 7)")
        }
        func reasons(_ title: String, _ scheme: SchemeID) throws -> [String] {
            let classifier = ConceptClassifier(
                scheme, codes: ["farmers", "teachers"], vocabulary: [(TextFeatures(phrase: "ruộng"), "farmers")],
                examples: examples)
            return try #require(
                classifier.suggestions(features(title), limit: 2, least: 0).first { $0.code == "farmers" }
            ).because
        }
        #expect(try reasons("Đất mặn", .audiences).isEmpty)
        #expect(try reasons("Nước mặn", .audiences) == ["Nước mặn"])
        #expect(try reasons("Aquaculture", .audiences) == ["Aquaculture"])
        #expect(try reasons("Ruộng", .audiences) == ["Ruộng"])
        #expect(try reasons("Đất mặn", .subjects) == ["mặn"], "a subject is not left without any reason")
    }
}
