import CatalogueModel
import Foundation
import Normalisation
import Testing

/// Precision and recall on texts whose language is known, with floors; they are skipped where the texts are not.
@Suite("Telling languages, measured")
struct LanguageMeasurementTests {
    private struct Line: Decodable {
        var title: String?
        var text: String?
        var language: String?
    }

    private struct Measure: Sendable {
        var labelled = 0
        var told = 0
        var right = 0
        var precision: Double { told == 0 ? 1 : Double(right) / Double(told) }
        var recall: Double { labelled == 0 ? 0 : Double(right) / Double(labelled) }
    }

    /// Lines of a file of JSON objects; nil, with a word about it, where it is not there.
    private func read(_ file: String) throws -> [Line]? {
        guard let url = Shipped.sharedData(file) else {
            print("skipped: ../shared/data is not here")
            return nil
        }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    private func measure(_ cases: [(text: String, language: String)], _ name: String) -> [String: Measure] {
        let detector = LanguageDetector()
        var measures: [String: Measure] = [:]
        for (text, language) in cases {
            measures[language, default: Measure()].labelled += 1
            guard let told = detector.language(of: text)?.primary else { continue }
            measures[told, default: Measure()].told += 1
            if told == language { measures[told]?.right += 1 }
        }
        for (language, measure) in measures.sorted(by: { $0.key < $1.key }) where measure.told > 0 {
            let (precision, recall) = (Int(measure.precision * 1000), Int(measure.recall * 1000))
            print("PR \(name) \(language): precision \(precision)‰, recall \(recall)‰ of \(measure.labelled)")
        }
        return measures
    }

    @Test("passages", arguments: ["vi", "en"])
    func passages(language: String) throws {
        guard let lines = try read("relevance/xquad-\(language)/corpus.jsonl"),
            let questions = try read("relevance/xquad-\(language)/queries.jsonl")
        else { return }
        let texts = measure(lines.compactMap(\.text).map { ($0, language) }, "xquad passages")
        #expect(texts[language]?.recall ?? 0 >= 0.98)
        #expect(texts.filter { $0.key != language }.allSatisfy { $0.value.told == 0 })
        let short = measure(questions.compactMap(\.text).map { ($0, language) }, "xquad questions")
        #expect(short[language]?.precision ?? 0 >= 0.995)
        #expect(short[language]?.recall ?? 0 >= 0.85)
        #expect(short.filter { $0.key != language }.values.reduce(0) { $0 + $1.told } <= 2)
    }

    @Test("titles of open books and courses in 52 languages")
    func titles() throws {
        guard let lines = try read("records/free-programming-books/records.jsonl") else { return }
        let cases = lines.compactMap { line -> (String, String)? in
            guard let title = line.title, let language = line.language else { return nil }
            return (title, String(language.prefix { $0 != "_" }))
        }
        let measures = measure(cases, "titles")
        // Hundreds of translations stand in the list under their English titles, and count as wrong here.
        let floors = ["vi": (0.97, 0.2), "en": (0.85, 0.2), "fr": (0.9, 0.2), "km": (1.0, 0.5), "zh": (0.97, 0.3)]
        for (language, floor) in floors {
            #expect(measures[language]?.precision ?? 0 >= floor.0, "\(language)")
            #expect(measures[language]?.recall ?? 0 >= floor.1, "\(language)")
        }
    }
}
