import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import GRDB
import RecordFormats

/// Takes a file in, then asks 500 queries drawn from its titles.
struct CatalogueBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Ingest speed and memory, size, query times, start-up, page weight.")

    @Option(help: "File to take in; made-up records where none is named.") var input: String?
    @Option(help: "Its mapping file.") var mapping: String?
    @Option(help: "Folder of vocabularies and registers.") var corpus = "Corpus"
    @Option(help: "Made-up records, where no file is named.") var records = 20_000
    @Option(help: "Queries to ask.") var queries = 500

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try input ?? makeUp(in: folder)
        print("file: \(input ?? "\(records) made-up records"), \(size(of: file) / 1_000_000) MB")
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: CorpusFolder(corpus).referenceData())
        let read = try ingest(file, into: store, name: "ingest")
        _ = try ingest(file, into: store, name: "unchanged")
        try store.read { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            print("size: \(pages * pageSize / max(read, 1)) bytes a record")
        }
        try measureQueries(store)
        try measureStartUp(folder.path)
        try await measurePage(folder.path)
    }

    private func ingest(_ file: String, into store: CatalogueStore, name: String) throws -> Int {
        let mapping = try mapping.map { path in
            try RecordMapping(yaml: String(contentsOfFile: path, encoding: .utf8), file: path)
        }
        let inputs = try IngestInputs.find(at: file, format: nil, mapping: mapping)
        let clock = ContinuousClock()
        let start = clock.now
        let session = try IngestSession(store, source: file, at: Date())
        let counts = try Ingest(into: .catalogue(session), clock: { Date() }, report: { _ in }).run(inputs)
        let seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
        print(
            "\(name): \(counts.read) records (\(counts.refused) refused, \(counts.warnings) warnings) in "
                + "\(String(format: "%.1f", seconds)) s, \(Int(Double(counts.read) / seconds)) records/s, "
                + "peak memory \(Int(PeakMemory.megabytes)) MB")
        return counts.read
    }

    private func measureQueries(_ store: CatalogueStore) throws {
        let titles = try store.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT title FROM learningResource ORDER BY substr(contentHash, 1, 8) LIMIT ?",
                arguments: [queries])
        }
        let searcher = Searcher(store)
        let clock = ContinuousClock()
        _ = try searcher.search(SearchRequest(titles.first ?? ""))
        for (name, cut) in [("whole title", 32), ("first three words", 3), ("first word", 1)] {
            var missed = 0
            let times = try titles.map { title in
                let query = title.split(separator: " ").prefix(cut).joined(separator: " ")
                var total = 0
                let time = try clock.measure { total = try searcher.search(SearchRequest(query)).total }
                if total == 0 { missed += 1 }
                return time
            }
            let latencies = Latencies(times)
            print(
                "query, \(name): p50 \(milliseconds(latencies.percentile(0.5))) ms, "
                    + "p99 \(milliseconds(latencies.percentile(0.99))) ms, mean \(milliseconds(latencies.mean)) ms "
                    + "(\(times.count) queries, \(missed) without hits)")
        }
    }

    /// The whole command, from the shell's point of view.
    private func measureStartUp(_ data: String) throws {
        guard let program = Self.hoclieu else {
            return print("start-up: build hoclieu beside hoclieu-bench to measure")
        }
        let clock = ContinuousClock()
        let times = try (0..<21).map { _ in
            try clock.measure {
                let process = Process()
                process.executableURL = program
                process.arguments = ["search", "học", "--data", data, "--limit", "1"]
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
            }
        }
        print("start-up of “hoclieu search” with one hit: median \(milliseconds(Latencies(times).percentile(0.5))) ms")
    }

    private func measurePage(_ data: String) async throws {
        let store = try CatalogueStore(folder: data, access: .read)
        let word = try store.read { db in
            try String.fetchOne(db, sql: "SELECT title FROM learningResource LIMIT 1")
        }?.split(separator: " ").first.map(String.init)
        let bytes = try await PageWeight.bytes(ofSearching: word ?? "", in: store)
        print("search page with all it loads: \(bytes) bytes")
    }

    private static var hoclieu: URL? {
        let program = Bundle.main.bundleURL.appendingPathComponent("hoclieu")
        return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
    }

    private func makeUp(in folder: URL) throws -> String {
        let file = folder.appendingPathComponent("synthetic.jsonl")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        var catalogue = SyntheticCatalogue()
        for _ in 0..<records { try handle.write(contentsOf: Data((catalogue.next().json + "\n").utf8)) }
        try handle.close()
        return file.path
    }

    private func size(of file: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    private func milliseconds(_ value: Double) -> String { String(format: "%.2f", value) }
}
