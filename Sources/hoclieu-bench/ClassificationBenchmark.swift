import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import Vocabularies

/// Suggestions of subjects, audiences and levels on records the classifier had not seen, beside two plain methods.
struct ClassificationBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classification",
        abstract: "Suggested subjects, audiences and levels: precision, coverage and calibration on held-out records.")

    @Option(help: "Folder of vocabularies and registers.") var corpus = "Corpus"
    @Option(help: "Records to learn from and judge by.") var input = "Corpus/Records"

    @Option(help: "Count suggestions from this confidence on; without it those that are shown.") var least: Double?

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: CorpusFolder(corpus).referenceData())
        let session = try IngestSession(store, source: input, at: Date())
        _ = try Ingest(into: .catalogue(session), clock: { Date() }, report: { _ in }).run(
            IngestInputs.find(at: input, format: nil, mapping: nil))
        let material = try ClassifierMaterial(of: store)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Classifier(material) }
        print("\(material.resources.count) records, learning all: \(Int(time / .milliseconds(1))) ms")
        print(
            "scheme split method: records concepts | P@1 macro-P@1 P@3 macro-P@3 coverage | macro-R@3 hit@3 | calibration error "
                + "| share from \(ClassifierEvaluation.sure) on, precision there")
        for scheme in Classifier.schemes {
            for split in ClassifierEvaluation.Split.allCases {
                for method in ClassifierEvaluation.Method.allCases {
                    let found = ClassifierEvaluation(material, scheme, split, method, least: least)
                    let figures = [
                        found.precisionAt1, found.macroPrecisionAt1, found.precisionAt3, found.macroPrecisionAt3,
                        found.coverage,
                        found.macroRecallAt3, found.hitAt3, found.calibrationError, found.sureCoverage,
                        found.surePrecision,
                    ].map { String(format: "%.3f", $0) }
                    print(
                        "\(scheme.rawValue) \(split.rawValue) \(method.rawValue): \(found.records) \(found.concepts) | "
                            + figures[0...4].joined(separator: " ") + " | " + figures[5...6].joined(separator: " ")
                            + " | " + figures[7] + " | " + figures[8...9].joined(separator: " "))
                }
            }
        }
    }
}
