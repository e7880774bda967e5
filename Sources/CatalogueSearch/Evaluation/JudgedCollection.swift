import CatalogueModel
package import CatalogueStore
import Foundation
import TextAnalysis

/// A judged collection in a temporary catalogue, taken in through the ordinary session.
package final class JudgedCollection {
    private struct Document: Decodable {
        let _id: String
        let title: String?
        let text: String
    }

    private struct Query: Decodable {
        let _id: String
        let text: String
    }

    private let name: String
    private let queries: [(id: String, text: String)]
    /// Whether any query has Vietnamese marks.
    package let hasMarks: Bool
    private let judgements: Judgements
    private let searcher: Searcher
    private var documents: [ResourceID: String] = [:]

    package init(
        corpus: String, queries: String, qrels: String, reference: ReferenceData, isUnmarked: Bool, isDecomposed: Bool
    ) throws {
        name = corpus
        func prepared(_ text: String) -> String { isDecomposed ? text.decomposedStringWithCanonicalMapping : text }
        judgements = try Judgements(reading: Self.text(of: qrels), file: qrels)
        let analyser = TextAnalyser()
        self.queries = try Self.lines(of: queries, as: Query.self).map {
            ($0._id, isUnmarked ? analyser.folded($0.text) : prepared($0.text))
        }
        hasMarks = self.queries.contains { analyser.tokens(of: $0.text).contains { $0.marking != .unmarked } }
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: reference)
        let session = try IngestSession(store, source: corpus, at: Date())
        var batch: [AcceptedRecord] = []
        let read = try Self.lines(of: corpus, as: Document.self)
        // Documents may be a title and nothing else, too short to tell the language of: a collection has one.
        let sample = read.lazy.filter { !$0.text.isEmpty }.prefix(200)
        let isEnglish = sample.count { EnglishText.isLikely($0.text) } * 2 > sample.count
        for (index, document) in read.enumerated() {
            guard let id = ResourceID("evaluation:\(index)") else { continue }
            // A title may be missing here; the catalogue has none without, so a mark without words stands for it.
            let title = prepared((document.title ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
            var resource = LearningResource(
                id: id, title: title.isEmpty ? "–" : title, url: "https://example.org/\(index)",
                publisher: Publisher(id: "evaluation", name: ""))
            resource.description = prepared(document.text)
            if isEnglish { resource.languages = [LanguageTag("en")].compactMap(\.self) }
            documents[id] = document._id
            batch.append(AcceptedRecord(resource: resource, location: SourceLocation(file: corpus, line: index + 1)))
        }
        _ = try session.save(batch, at: Date())
        searcher = Searcher(store)
    }

    package func evaluation() throws -> RankingEvaluation {
        try RankingEvaluation(queries: queries, judgements: judgements) { text in
            try searcher.ranking(for: text, limit: 100).map { documents[$0] ?? "" }
        }
    }

    /// - Parameter isUnmarked: whether marks are taken out of the queries, as people on phones leave them out.
    package func judgedSet(isUnmarked: Bool = false) throws -> WeightTuner.JudgedSet {
        let analyser = TextAnalyser()
        return try WeightTuner.JudgedSet(
            name: name + (isUnmarked ? " (unmarked)" : ""),
            queries: isUnmarked ? queries.map { ($0.id, analyser.folded($0.text)) } : queries, judgements: judgements,
            searcher: searcher
        ) { documents[$0] ?? "" }
    }

    private static func text(of file: String) throws -> String {
        do {
            return try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw EvaluationError("\(file): cannot be read as UTF-8; check the path")
        }
    }

    private static func lines<Value: Decodable>(of file: String, as type: Value.Type) throws -> [Value] {
        let decoder = JSONDecoder()
        return try text(of: file).split(whereSeparator: \.isNewline).enumerated().map { number, line in
            do {
                return try decoder.decode(type, from: Data(line.utf8))
            } catch {
                throw EvaluationError("\(file):\(number + 1): not an object with _id and text; mend the line")
            }
        }
    }
}
