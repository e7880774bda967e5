import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import GRDB
import RecordFormats

/// The layers above the index on made-up records: ingest, complete searches in process, and the API through `wrk`.
struct ServiceBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract:
            "Ingest, complete searches and HTTP on made-up records; HTTP needs wrk and hoclieu beside this program.")

    @Option(help: "Made-up records.") var records = 100_000
    @Option(help: "Queries.") var queries = 1000
    @Option(help: "Rounds; the least time of each query counts.") var rounds = 3
    @Option(help: "Folder of vocabularies and registers.") var corpus = "Corpus"
    @Option(help: "Folder for the catalogue; one that is there is searched as it is.") var data: String?
    @Option(help: "Seconds of load.") var seconds = 10
    @Option(help: "Connections of the load.") var connections = 16

    func run() throws {
        let temporary = FileManager.default.temporaryDirectory.appendingPathComponent(
            "hoclieu-bench-\(UUID().uuidString)")
        let folder = data.map { URL(fileURLWithPath: $0, isDirectory: true) } ?? temporary
        let isThere = FileManager.default.fileExists(
            atPath: folder.appendingPathComponent(CatalogueStore.fileName).path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if data == nil { try? FileManager.default.removeItem(at: folder) } }
        print("\(records) made-up records · \(MachineLine.text)\n")
        var catalogue = SyntheticCatalogue()
        var sample: [SyntheticRecord] = []
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: CorpusFolder(corpus).referenceData())
        let written = try write(&catalogue, &sample, folder)
        if !isThere { try fill(store, from: written) }
        try FileManager.default.removeItem(at: written)
        var source = SyntheticQueries(for: sample)
        let asked = source.words(queries, stripsMarks: true).filter { !$0.isEmpty }
        try measureSearches(asked, folder)
        try measureAddition(store, &catalogue, folder)
        try measureHTTP(asked, folder)
    }

    /// Makes the records up; every `sample` keeps some for queries.
    private func write(
        _ catalogue: inout SyntheticCatalogue, _ sample: inout [SyntheticRecord], _ folder: URL
    ) throws -> URL {
        let file = folder.appendingPathComponent("records.jsonl")
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let handle = try FileHandle(forWritingTo: file)
        for number in 1...records {
            let record = catalogue.next()
            if number.isMultiple(of: max(1, records / 4000)) { sample.append(record) }
            try handle.write(contentsOf: Data((record.json + "\n").utf8))
        }
        try handle.close()
        return file
    }

    private func fill(_ store: CatalogueStore, from file: URL) throws {
        let clock = ContinuousClock()
        let start = clock.now
        _ = try ingest(file, store)
        let taken = (clock.now - start) / .seconds(1)
        let (pages, segments, postings) = try store.read { db in
            (
                try (Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0)
                    * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM searchSegment1") ?? 0,
                try Int.fetchOne(db, sql: "SELECT sum(byteCount) FROM searchSegment1") ?? 0
            )
        }
        print(
            "ingest from JSON: \(Int(Double(records) / taken)) records/s; file: \(pages / records) bytes a record, "
                + "ranked postings \(postings / records) in \(segments) segments; "
                + "peak memory \(Int(PeakMemory.megabytes)) MB")
    }

    private func ingest(_ file: URL, _ store: CatalogueStore) throws -> Int {
        let inputs = try IngestInputs.find(at: file.path, format: nil, mapping: nil)
        let session = try IngestSession(store, source: "made up", at: Date())
        return try Ingest(into: .catalogue(session), clock: { Date() }, report: { _ in }).run(inputs).refused
    }

    /// Searches as the service makes them: analysis, expansions, ranking, facets, ten rows with snippets.
    private func measureSearches(_ asked: [String], _ folder: URL) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let searcher = Searcher(try CatalogueStore(folder: folder.path, access: .read))
        _ = try searcher.search(SearchRequest("học"))
        let first = clock.now - start
        let before = clock.now
        try searcher.load()
        print(
            "open + first complete search: \(first / .milliseconds(1)) ms; full load: "
                + "\((clock.now - before) / .milliseconds(1)) ms\n")
        var times = EngineTimes("complete search", queries: asked.count)
        var without = 0
        for round in 0..<rounds {
            for (number, text) in asked.enumerated() {
                let (time, page) = try ProcessorTime.of { try searcher.search(SearchRequest(text, pageSize: 10)) }
                times.add(time, query: number)
                if round == 0, page.total == 0 { without += 1 }
            }
        }
        print(EngineTimes.table("in process", ours: times, others: []))
        print("\nqueries without hits: \(without)\n")
        var suggestions = EngineTimes("suggestions", queries: asked.count)
        for (number, text) in asked.enumerated() {
            let typed = String(text.prefix(2 + number % 7))
            suggestions.add(try ProcessorTime.of { try searcher.suggestions(for: typed) }.nanoseconds, query: number)
        }
        print(EngineTimes.table("in process", ours: suggestions, others: []) + "\n")
    }

    /// A thousand new records: until they are on disk and found.
    private func measureAddition(_ store: CatalogueStore, _ catalogue: inout SyntheticCatalogue, _ folder: URL) throws {
        let searcher = Searcher(try CatalogueStore(folder: folder.path, access: .read))
        try searcher.load()
        let clock = ContinuousClock()
        var times: [Double] = []
        for round in 0..<5 {
            let file = folder.appendingPathComponent("more.jsonl")
            let lines = (0..<1000).map { _ in
                catalogue.next().json.replacing("\"name\":\"", with: "\"name\":\"vuamoithem\(round) ")
            }
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            let start = clock.now
            _ = try ingest(file, store)
            let found = try searcher.search(SearchRequest("vuamoithem\(round)")).total
            times.append((clock.now - start) / .milliseconds(1))
            guard found == 1000 else { return print("only \(found) of 1000 new records are found") }
        }
        print("1,000 new records, from JSON to durable and found: \(times.map { Int($0) }.sorted()) ms\n")
    }

    private func measureHTTP(_ asked: [String], _ folder: URL) throws {
        let program = Bundle.main.bundleURL.appendingPathComponent("hoclieu")
        guard FileManager.default.isExecutableFile(atPath: program.path),
            let wrk = ["/usr/bin/wrk", "/usr/local/bin/wrk"].first(where: FileManager.default.isExecutableFile)
        else { return print("HTTP: left out; build hoclieu beside this program and install wrk") }
        let service = Process()
        service.executableURL = program
        service.arguments = ["serve", "--data", folder.path, "--port", "0", "--lang", "en"]
        let output = Pipe()
        service.standardOutput = output
        service.standardError = FileHandle.nullDevice
        try service.run()
        defer {
            service.terminate()
            service.waitUntilExit()
        }
        guard let line = LineReader(output.fileHandleForReading).next(),
            let address = line.split(separator: " ").first(where: { $0.hasPrefix("http") })
        else { return print("HTTP: hoclieu does not serve") }
        for path in ["/api/v1/search", "/search"] {
            let script = folder.appendingPathComponent("queries.lua")
            let paths = asked.map { text in
                "\"\(path)?size=10&q=\(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")\""
            }
            try """
            local paths = {\(paths.joined(separator: ","))}
            local place = 0
            request = function()
              place = place % #paths + 1
              return wrk.format("GET", paths[place])
            end
            """.write(to: script, atomically: true, encoding: .utf8)
            for (name, duration) in [("warm-up", 3), (path, seconds)] {
                let load = Process()
                load.executableURL = URL(fileURLWithPath: wrk)
                load.arguments = [
                    "-t1", "-c\(connections)", "-d\(duration)s", "--latency", "-s", script.path, String(address),
                ]
                let report = Pipe()
                load.standardOutput = report
                try load.run()
                let text = String(decoding: report.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                load.waitUntilExit()
                guard name == path else { continue }
                let wanted = ["50%", "99%", "requests in", "Requests/sec", "Non-2xx"]
                let lines = text.split(separator: "\n").filter { line in wanted.contains { line.contains($0) } }
                print(
                    "\(path), wrk -t1 -c\(connections): "
                        + lines.map { $0.trimmingCharacters(in: .whitespaces) }
                        .joined(separator: "; "))
            }
        }
    }
}
