import ArgumentParser
import CatalogueSearch
import CatalogueService
import CatalogueStore
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import RecordFormats
import UsageStatistics

/// What counting use adds to an answer: the same pages asked in turn of a service that counts and of one that does not.
struct CountingBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "counting", abstract: "What counting use adds to the median answer.")

    @Option(help: "Requests of each service.") var requests = 6_000
    @Option(help: "Folder of records, vocabularies and registers.") var corpus = "Corpus"

    private static let words = [
        "nấu ăn", "nuoi tom", "kế toán", "python", "giải tích", "tiếng anh", "lịch sử", "trồng lúa", "vật lý",
        "thống kê",
    ]

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: CorpusFolder(corpus).referenceData())
        let session = try IngestSession(store, source: "bench", at: Date())
        let inputs = try IngestInputs.find(at: corpus + "/Records", format: nil, mapping: nil)
        _ = try Ingest(into: .catalogue(session), clock: { Date() }, report: { _ in }).run(inputs)
        let file = corpus + "/Robots/robots.tsv"
        let robots = try RobotList(String(contentsOfFile: file, encoding: .utf8), file: file)
        let usage = try UsageStore(folder: folder.path)
        let recorder = UsageRecorder(usage, robots: robots, clock: { Date() })
        let counting = try UsageService(store: usage, recorder: recorder, robots: robots)
        let writing = Task { await recorder.run() }
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let searcher = Searcher(store)
        let services = try [counting, nil].map {
            try CatalogueService(searcher, logger: logger, usage: $0, clock: { Date() }).router().buildResponder()
        }
        let pages = try store.changes(in: ChangeWindow(), limit: 50).map { "/resources/\($0.id)" }
        var times: [[Duration]] = [[], []]
        let clock = ContinuousClock()
        for number in 0..<requests {
            let path = number % 3 == 2 ? pages[number % pages.count] : search(number)
            for place in number.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                let start = clock.now
                try await ask(services[place], path, visitor: number % 500, logger)
                times[place].append(clock.now - start)
            }
        }
        writing.cancel()
        await writing.value
        let medians = times.map { Latencies($0).percentile(0.5) }
        let events = try usage.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0 }
        print(
            "\(requests) requests each, in turn: median \(String(format: "%.3f", medians[0])) ms counted, "
                + "\(String(format: "%.3f", medians[1])) ms not counted, ratio "
                + "\(String(format: "%.3f", medians[0] / medians[1])); \(events) events")
    }

    private func search(_ number: Int) -> String {
        let word = Self.words[number % Self.words.count]
        return "/search?q=" + (word.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? word)
    }

    private func ask(
        _ service: some HTTPResponder<ServiceContext>, _ path: String, visitor: Int, _ logger: Logger
    ) async throws {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
        head.headerFields[.userAgent] = "Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0 Mobile Safari/537.36"
        if let name = HTTPField.Name("X-Forwarded-For") { head.headerFields[name] = "192.0.2.\(visitor)" }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let context = ServiceContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        guard try await service.respond(to: request, context: context).status == .ok else {
            throw ValidationError("\(path) was not answered well.")
        }
    }
}
