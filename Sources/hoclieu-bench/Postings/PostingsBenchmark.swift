import ArgumentParser
import Foundation
import GRDB
import RankedPostings
import TextAnalysis

/// Ranked postings beside FTS5 and, where they are installed, tantivy and Xapian: the same text, the same queries,
/// interleaved in one run.
struct PostingsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postings", abstract: "Ranked postings beside FTS5, tantivy and Xapian on made-up records.")

    @Option(help: "Made-up records.") var records = 100_000
    @Option(help: "Queries.") var queries = 1000
    @Option(help: "Rounds; the least time of each query counts.") var rounds = 3
    @Option(help: "Queries that raw FTS5 is asked, once: it takes long.") var oracleQueries = 100
    @Option(help: "A Python that has the package tantivy.") var python = "/usr/bin/python3"
    @Option(help: "A Python that has the package xapian.") var xapianPython = "/usr/bin/python3"
    @Flag(help: "Leave tantivy and Xapian out.") var withoutPeers = false

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print("\(records) made-up records · \(MachineLine.text)\n")
        let corpus = try AnalysedCorpus(records: records, path: folder.appendingPathComponent("corpus.tsv").path)
        print("analysis: \(Int(Double(records) / corpus.seconds)) records/s")
        let plain = try PlainIndex(folder: folder)
        try plain.build(corpus)
        let sizes = try plain.sizes()
        print(
            "build, FTS5 + ranked postings: \(Int(Double(records) / plain.buildSeconds)) records/s; "
                + "size: \(sizes.fts5 / records) + \(sizes.postings / records) bytes a record")
        let peers = try withoutPeers ? [] : peers(corpus, folder)
        let index = try opened(plain)
        var source = SyntheticQueries(for: corpus.sample)
        let analyser = TextAnalyser()
        let asked = source.words(queries).map { text in
            var seen: Set<String> = []
            return analyser.keys(of: text).folded.split(separator: " ").map(String.init).filter {
                seen.insert($0).inserted
            }
        }.filter { !$0.isEmpty }
        try compare("or", asked, index, plain, peers)
        try compare("and", asked, index, plain, peers)
        measureCounting(asked, index)
        measureWords(asked, index)
        peers.forEach { $0.end() }
    }

    private func peers(_ corpus: AnalysedCorpus, _ folder: URL) throws -> [PeerEngine] {
        try [
            ("tantivy", Data(PackageResources.tantivy_engine_py), python),
            ("Xapian", Data(PackageResources.xapian_engine_py), xapianPython),
        ].compactMap { name, script, python in
            let place = folder.appendingPathComponent(name)
            guard
                let report = try PeerEngine.build(script: script, python: python, corpus: corpus.path, folder: place),
                let seconds = report["seconds"] as? Double, let bytes = report["bytes"] as? Int
            else {
                print("\(name) is left out")
                return nil
            }
            let engine = try PeerEngine(name: name, script: script, python: python, folder: place)
            print(
                "\(name) \(engine.version): built \(Int(Double(records) / seconds)) records/s, \(bytes / records) bytes a record"
            )
            return engine
        }
    }

    /// Opens the index as after a start: the time to the first answer, then to have it all.
    private func opened(_ plain: PlainIndex) throws -> RankedIndex {
        let clock = ContinuousClock()
        let start = clock.now
        let (index, sources) = try plain.open()
        let query = PostingsQuery(anyOf: [TermKey(.folded, "hoc"), TermKey(.folded, "tap")])
        let found = try plain.read { db in try index.search(query, top: 10, sources: sources(db)).hits.count }
        let first = clock.now - start
        let before = clock.now
        try plain.read { db in
            for (segment, source) in zip(index.segments, try sources(db)) { try segment.memory.complete(from: source) }
        }
        let bytes = index.segments.reduce(0) { $0 + $1.memory.byteCount }
        print(
            "open + first answer (\(found) hits): \(first / .milliseconds(1)) ms; full load: "
                + "\((clock.now - before) / .milliseconds(1)) ms; memory: \(bytes / records) bytes a record\n")
        return index
    }

    private func compare(
        _ mode: String, _ asked: [[String]], _ index: RankedIndex, _ plain: PlainIndex, _ peers: [PeerEngine]
    ) throws {
        var ours = EngineTimes("ranked postings", queries: asked.count)
        var fts5 = EngineTimes("FTS5", queries: asked.count)
        var others = peers.map { EngineTimes("\($0.name) \($0.version)", queries: asked.count) }
        var (differing, agreeing) = (0, peers.map { _ in 0 })
        for round in 0..<rounds {
            for (number, keys) in asked.enumerated() {
                let terms = keys.map { TermKey(.folded, $0) }
                let (time, answer) = ProcessorTime.of {
                    index.search(mode == "or" ? PostingsQuery(anyOf: terms) : PostingsQuery(allOf: terms), top: 10)
                }
                ours.add(time, query: number)
                for (peer, engine) in peers.enumerated() {
                    let (time, found) = try engine.ask(mode, keys)
                    others[peer].add(time, query: number)
                    if round == 0, found.first == answer.hits.first?.id { agreeing[peer] += 1 }
                }
                guard round == 0, number < oracleQueries else { continue }
                let expression = keys.map { "\"\($0)\"" }.joined(separator: mode == "or" ? " OR " : " AND ")
                let (oracleTime, rows) = try plain.read { db in
                    try ProcessorTime.of { try plain.fts5(expression, in: db) }
                }
                fts5.add(oracleTime, query: number)
                if rows.map(\.score) != answer.hits.map(\.score) || rows.map(\.number) != answer.hits.map(\.id) {
                    differing += 1
                }
            }
        }
        print(EngineTimes.table("\(mode.uppercased()), top 10", ours: ours, others: [fts5] + others))
        let agreement = zip(peers, agreeing).map { "\($0.name) \($1 * 100 / asked.count) %" }.joined(separator: ", ")
        print(
            "\nanswers of ranked postings with other rows or scores (to the last bit) than FTS5: \(differing) of "
                + "\(min(oracleQueries, asked.count)); same first hit: \(agreement)\n")
    }

    private func measureCounting(_ asked: [[String]], _ index: RankedIndex) {
        for mode in ["or", "and"] {
            var times = EngineTimes("ranked postings", queries: asked.count)
            for _ in 0..<rounds {
                for (number, keys) in asked.enumerated() {
                    let terms = keys.map { TermKey(.folded, $0) }
                    let query = mode == "or" ? PostingsQuery(anyOf: terms) : PostingsQuery(allOf: terms)
                    times.add(
                        ProcessorTime.of { index.search(query, top: 10, [.total, .facets]) }.nanoseconds, query: number)
                }
            }
            print(
                EngineTimes.table("\(mode.uppercased()), top 10 + total + 8 facets", ours: times, others: []) + "\n")
        }
    }

    /// Completions of a beginning of a word, and corrections of words with two slips.
    private func measureWords(_ asked: [[String]], _ index: RankedIndex) {
        let words = asked.compactMap(\.last)
        let sources = index.segments.map { _ in NoChunks() }
        var completions = EngineTimes("completion of 1–3 letters, 8 terms", queries: words.count)
        var corrections = EngineTimes("correction, two slips", queries: words.count)
        var random = RandomSource(seed: 9)
        for (number, word) in words.enumerated() {
            let beginning = TermKey(.folded, String(word.prefix(1 + number % 3)))
            var slipped = Array(word.utf8)
            for _ in 0..<2 { slipped[random.below(slipped.count)] = UInt8(ascii: "a") + UInt8(random.below(26)) }
            for _ in 0..<rounds {
                completions.add(
                    ProcessorTime.of { try? index.completions(of: beginning, most: 8, sources: sources) }.nanoseconds,
                    query: number)
                corrections.add(
                    ProcessorTime.of {
                        try? index.corrections(of: slipped, in: [.folded], slips: 2, most: 3, sources: sources)
                    }.nanoseconds, query: number)
            }
        }
        print(EngineTimes.table("words", ours: completions, others: []) + "\n")
        print(EngineTimes.table("words", ours: corrections, others: []))
    }
}
