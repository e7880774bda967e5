import ArgumentParser
import CatalogueSearch
import CatalogueStore
import Foundation

/// Ranking quality on the judged sets of a folder, beside what stock engines reach on the same machine.
struct RelevanceBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relevance", abstract: "nDCG@10 on judged sets, beside stock engines.")

    @Argument(help: "Folder with xquad-vi, xquad-en, scifact, cranfield and cacm.") var folder: String
    @Option(help: "Folder of vocabularies and glossary.") var corpus = "Corpus"

    private struct Trial {
        let name: String
        let documents: String
        let queries: String
        /// Best of twelve configurations of FTS5, tantivy, Lucene, Xapian, bm25s and DuckDB.
        let stock: String
        var isUnmarked = false
        var isDecomposed = false
    }

    private static let trials = [
        Trial(name: "xquad-vi", documents: "xquad-vi", queries: "xquad-vi", stock: "0.962"),
        Trial(
            name: "xquad-vi, marks stripped from the queries", documents: "xquad-vi", queries: "xquad-vi",
            stock: "0.941", isUnmarked: true),
        Trial(
            name: "xquad-vi, queries and documents in NFD", documents: "xquad-vi", queries: "xquad-vi", stock: "",
            isDecomposed: true),
        Trial(name: "xquad-en", documents: "xquad-en", queries: "xquad-en", stock: "0.969"),
        Trial(name: "scifact", documents: "scifact", queries: "scifact", stock: "0.689"),
        Trial(name: "cranfield", documents: "cranfield", queries: "cranfield", stock: "0.385"),
        Trial(name: "cacm", documents: "cacm", queries: "cacm", stock: "0.475"),
        Trial(
            name: "xquad, Vietnamese query, English documents", documents: "xquad-en", queries: "xquad-vi",
            stock: "0.458"),
    ]

    func run() throws {
        let reference = try CorpusFolder(corpus).referenceData()
        print("| set | stock, best of 12 | nDCG@10 | MRR@10 | recall@100 | queries/s |\n|---|---|---|---|---|---|")
        for trial in Self.trials {
            let collection = try JudgedCollection(
                corpus: "\(folder)/\(trial.documents)/corpus.jsonl",
                queries: "\(folder)/\(trial.queries)/queries.jsonl",
                qrels: "\(folder)/\(trial.queries)/qrels.tsv", reference: reference, isUnmarked: trial.isUnmarked,
                isDecomposed: trial.isDecomposed)
            let evaluation = try collection.evaluation()
            let figures = [evaluation.nDCG10, evaluation.reciprocalRank10, evaluation.recall100].map {
                String(format: "%.4f", $0)
            }
            print(
                "| \(trial.name) | \(trial.stock) | \(figures.joined(separator: " | ")) "
                    + "| \(Int(evaluation.queriesPerSecond)) |")
        }
    }
}
