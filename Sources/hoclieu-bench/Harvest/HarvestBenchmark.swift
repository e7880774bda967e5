import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import RecordFormats

/// Reads made-up OAI-PMH pages, then harvests a file twice: all of it, and again with nothing changed. Times are the
/// processor's.
struct HarvestBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest", abstract: "OAI-PMH pages parsed; a first harvest and an unchanged one.")

    @Option(help: "Made-up records in OAI-PMH pages of 100.") var records = 100_000
    @Option(help: "File to harvest; made-up records where none is named.") var input: String?
    @Option(help: "Its mapping file.") var mapping: String?
    @Option(help: "Folder of vocabularies and registers.") var corpus = "Corpus"
    @Option(help: "Made-up records to harvest, where no file is named.") var harvested = 20_000

    func run() throws {
        print("\(MachineLine.text)\n")
        try parse()
        try harvest()
    }

    private func parse() throws {
        var catalogue = SyntheticCatalogue()
        var bytes = 0
        var read = 0
        var seconds = 0.0
        var memory: [Double] = []
        for page in 0..<records / 100 {
            let text = Array(OAIPageText((0..<100).map { _ in catalogue.next() }).text.utf8)
            bytes += text.count
            let start = ProcessorTime.secondsOfAllThreads
            var isRead = false
            var reader = OAIResponseReader(address: "https://example.org/oai") {
                defer { isRead = true }
                return isRead ? nil : text
            }
            while let event = try reader.next() {
                if case .record(let record) = event, case .record = record.sourceRecord() { read += 1 }
            }
            seconds += ProcessorTime.secondsOfAllThreads - start
            if page % (records / 1000) == records / 1000 - 1 { memory.append(PeakMemory.megabytes) }
        }
        print(
            "OAI-PMH pages: \(read) records, \(bytes / 1_000_000) MB, "
                + "\(String(format: "%.1f", Double(bytes) / 1e6 / seconds)) MB/s, \(Int(Double(read) / seconds)) records/s; "
                + "peak memory after a tenth \(Int(memory.first ?? 0)) MB, at the end \(Int(memory.last ?? 0)) MB")
    }

    private func harvest() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try CatalogueStore(folder: folder.path, access: .write)
        let reference = try CorpusFolder(corpus).referenceData()
        try store.replaceReferenceData(with: reference)
        guard let institution = reference.registers.institutions.keys.sorted().first else { return }
        let file = try input ?? makeUp(in: folder)
        var source = HarvestSource(
            id: "bench", institution: institution, sourceProtocol: .file, urls: ["https://example.org/records"])
        source.mapping = try mapping.map { try String(contentsOfFile: $0, encoding: .utf8) }
        try store.save(source, at: Date())
        let first = try pass(file, store, name: "first harvest")
        let again = try pass(file, store, name: "unchanged harvest")
        print("unchanged is \(String(format: "%.1f", first / again)) times as fast as first")
    }

    /// - Returns: seconds of processor time.
    private func pass(_ file: String, _ store: CatalogueStore, name: String) throws -> Double {
        let start = ProcessorTime.secondsOfAllThreads
        let session = try HarvestSession(store, source: "bench", kind: .full, holder: "bench", at: Date())
        let mapping = try session.source.mapping.map { try RecordMapping(yaml: $0, file: "mapping") }
        guard let handle = FileHandle(forReadingAtPath: file) else { throw CocoaError(.fileReadNoSuchFile) }
        var reader = RecordReader(
            format: mapping?.format ?? RecordFormat.of(path: file) ?? .jsonLines, mapping: mapping, file: file
        ) {
            let data = try handle.read(upToCount: 1 << 18) ?? Data()
            return data.isEmpty ? nil : [UInt8](data)
        }
        var batch: [HarvestedRecord] = []
        while let outcome = try reader.next() {
            guard case .record(let record, let warnings) = outcome else { continue }
            batch.append(
                HarvestedRecord(
                    identifier: record[.identifier].first ?? "", content: .record(record, warnings: warnings)))
            if batch.count == 1000 {
                _ = try session.save(batch, checkpoint: nil, at: Date())
                batch.removeAll(keepingCapacity: true)
            }
        }
        _ = try session.save(batch, checkpoint: nil, at: Date())
        let counts = session.counts
        let verdict = try session.finish(.complete(checkpoint: "{}"), at: Date())
        let seconds = ProcessorTime.secondsOfAllThreads - start
        print(
            "\(name): \(counts.read) records, \(counts.added) added, \(counts.unchanged) unchanged, "
                + "\(counts.refused) refused, \(verdict.rawValue), \(String(format: "%.2f", seconds)) s, "
                + "\(Int(Double(counts.read) / seconds)) records/s, peak memory \(Int(PeakMemory.megabytes)) MB")
        return seconds
    }

    private func makeUp(in folder: URL) throws -> String {
        var catalogue = SyntheticCatalogue()
        let path = folder.appendingPathComponent("records.jsonl").path
        let lines = (0..<harvested).map { _ in catalogue.next().json }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}
