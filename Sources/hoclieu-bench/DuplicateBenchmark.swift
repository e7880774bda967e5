import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import RecordFormats

/// Takes a file in, finds its duplicates all anew and after a change, and measures them by judged pairs.
struct DuplicateBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Duplicates: clusters, speed, precision and recall on judged pairs.")

    @Option(help: "File to take in.") var input: String
    @Option(help: "Its mapping file.") var mapping: String?
    @Option(help: "Judged pairs: two identifiers and 1 or 0, by tabs.") var labels: String?
    @Option(help: "Folder of vocabularies and registers.") var corpus = "Corpus"
    @Option(help: "Records to change for measuring how changes are worked in.") var changes = 100

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: CorpusFolder(corpus).referenceData())
        let mapping = try mapping.map { path in
            try RecordMapping(yaml: String(contentsOfFile: path, encoding: .utf8), file: path)
        }
        let inputs = try IngestInputs.find(at: input, format: nil, mapping: mapping)
        let session = try IngestSession(store, source: input, at: Date())
        let counts = try Ingest(into: .catalogue(session), clock: { Date() }, report: { _ in }).run(inputs)
        print("records: \(counts.read - counts.refused) of \(counts.read)")
        try measureFull(store)
        try measureChanges(store)
        if let labels {
            let pairs = JudgedPairs(try String(contentsOfFile: labels, encoding: .utf8))
            print(try pairs.agreement(with: store).description)
        }
    }

    private func measureFull(_ store: CatalogueStore) throws {
        let clock = ContinuousClock()
        var update = DuplicateUpdate.none
        let times = try (0..<3).map { _ in
            try clock.measure { update = try store.updateDuplicates(at: Date(), isFull: true) }
        }
        let seconds = (times.min() ?? .zero) / .milliseconds(1) / 1000
        let count = try store.readDuplicates { try $0.clusterCount() }
        let doubtful = try store.readDuplicates { try $0.doubtfulPairs(most: 1_000_000).count }
        print(
            "all anew: \(String(format: "%.2f", seconds)) s, \(Int(Double(update.resources) / seconds)) records/s, "
                + "\(update.comparisons) pairs compared, peak memory \(Int(PeakMemory.megabytes)) MB\n"
                + "clusters: \(count.clusters) of \(count.members) records; \(doubtful) doubtful pairs for people")
    }

    /// Takes the log of changes back by some records, so that they are compared again.
    private func measureChanges(_ store: CatalogueStore) throws {
        try store.write { db in
            try db.execute(
                sql: "UPDATE duplicateState SET sequence = max(0, sequence - ?)", arguments: [changes])
        }
        let clock = ContinuousClock()
        var update = DuplicateUpdate.none
        let time = try clock.measure { update = try store.updateDuplicates(at: Date()) }
        print("\(update.resources) records changed: \(String(format: "%.1f", time / .milliseconds(1))) ms")
    }
}
