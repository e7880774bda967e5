import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Our own judged queries over the shipped Corpus")
struct JudgementTests {
    private struct Query: Decodable {
        let _id: String
        let text: String
        let kind: String
    }

    @Test("ranking stays above its floor, and every kind of query is answered")
    func floor() throws {
        let folder = try TemporaryFolder()
        let outcome = try CommandLineProgram.hoclieu.run([
            "ingest", Project.corpus, "--data", folder.path, "--corpus", Project.corpus,
        ])
        #expect(outcome.status == 0, "\(outcome.errors.prefix(600))")
        let searcher = Searcher(try CatalogueStore(folder: folder.path, access: .read))
        let queries = try Project.text(of: "Corpus/Judgements/queries.jsonl").split(whereSeparator: \.isNewline).map {
            try JSONDecoder().decode(Query.self, from: Data($0.utf8))
        }
        let judgements = try Judgements(reading: Project.text(of: "Corpus/Judgements/qrels.tsv"), file: "qrels.tsv")
        #expect(queries.count >= 80)
        let evaluation = try RankingEvaluation(queries: queries.map { ($0._id, $0.text) }, judgements: judgements) {
            try searcher.ranking(for: $0, limit: 100).map(\.rawValue)
        }
        print("Corpus/Judgements: nDCG@10 \(evaluation.nDCG10), MRR@10 \(evaluation.reciprocalRank10)")
        #expect(evaluation.queries == queries.count)
        #expect(evaluation.nDCG10 > 0.8)
        for kind in Set(queries.map(\.kind)) {
            let some = queries.filter { $0.kind == kind }
            let part = try RankingEvaluation(queries: some.map { ($0._id, $0.text) }, judgements: judgements) {
                try searcher.ranking(for: $0, limit: 100).map(\.rawValue)
            }
            #expect(part.nDCG10 > 0.5, "\(kind): \(part.nDCG10)")
            if part.nDCG10 < 0.8 { print(kind, part.nDCG10) }
        }
        for query in queries {
            let grades = judgements.grades[query._id] ?? [:]
            let ranking = try searcher.ranking(for: query.text, limit: 10).map(\.rawValue)
            let measures = RankingMeasures(of: ranking, grades: grades)
            if measures.nDCG10 < 0.6 { print("  \(measures.nDCG10) \(query.text): \(ranking.prefix(4))") }
        }
    }
}
