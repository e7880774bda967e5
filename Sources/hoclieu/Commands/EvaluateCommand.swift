import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Vocabularies

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Đo chất lượng xếp hạng trên một bộ đã chấm · measure ranking quality on a judged set.",
        discussion: """
            --corpus: JSON Lines có _id, title, text; --queries: _id, text; --qrels: query-id, corpus-id, score.
            Lặp lại ba tùy chọn này với --tune để chọn trọng số trên nhiều bộ bằng kiểm định chéo.

            --corpus: JSON Lines with _id, title, text; --queries: _id, text; --qrels: query-id, corpus-id, score.
            Repeat the three with --tune to choose weights over several sets by cross-validation.
            """)

    @Option(help: "Tài liệu · documents.") var corpus: [String]
    @Option(help: "Câu hỏi · queries.") var queries: [String]
    @Option(help: "Đánh giá · judgements.") var qrels: [String]
    @Option(help: "Thư mục bảng mã và từ vựng · folder of vocabularies and glossary.") var vocabularies = "Corpus"
    @Flag(help: "Bỏ dấu tiếng Việt trong câu hỏi · strip Vietnamese marks from the queries.") var unmarked = false
    @Flag(help: "Chuyển tài liệu và câu hỏi sang NFD · turn documents and queries into NFD.") var decomposed = false
    @Flag(help: "Chọn trọng số bằng kiểm định chéo · choose weights by cross-validation.") var tune = false
    @Flag(help: "Một đối tượng JSON · one JSON object.") var json = false

    func validate() throws {
        guard corpus.count == queries.count, corpus.count == qrels.count else {
            throw ValidationError("Mỗi bộ cần đủ --corpus, --queries, --qrels · every set needs all three.")
        }
        guard tune || corpus.count == 1 else {
            throw ValidationError("Nhiều bộ chỉ đi với --tune · several sets go with --tune only.")
        }
    }

    func run() throws {
        let reference = try CorpusFolder(vocabularies).referenceData()
        let sets = try corpus.indices.map { index in
            try JudgedCollection(
                corpus: corpus[index], queries: queries[index], qrels: qrels[index], reference: reference,
                isUnmarked: unmarked, isDecomposed: decomposed)
        }
        if tune { return try tuneWeights(sets) }
        let evaluation = try sets[0].evaluation()
        if json {
            let object: [String: Double] = [
                "nDCG@10": evaluation.nDCG10, "MRR@10": evaluation.reciprocalRank10, "recall@100": evaluation.recall100,
                "queriesPerSecond": evaluation.queriesPerSecond,
            ]
            let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
            print(String(decoding: bytes, as: UTF8.self))
        } else {
            print("queries     \(evaluation.queries)")
            print("nDCG@10     \(String(format: "%.4f", evaluation.nDCG10))")
            print("MRR@10      \(String(format: "%.4f", evaluation.reciprocalRank10))")
            print("recall@100  \(String(format: "%.4f", evaluation.recall100))")
            print("queries/s   \(String(format: "%.0f", evaluation.queriesPerSecond))")
        }
    }

    private func tuneWeights(_ collections: [JudgedCollection]) throws {
        let sets =
            try collections.map { try $0.judgedSet() }
            + (try collections.filter(\.hasMarks).map { try $0.judgedSet(isUnmarked: true) })
        let (weights, heldOut) = WeightTuner(sets).tuned()
        for (name, value) in heldOut.sorted(by: { $0.key < $1.key }) {
            print("held-out nDCG@10  \(String(format: "%.4f", value))  \(name)")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        print(String(decoding: try encoder.encode(weights), as: UTF8.self))
    }
}
