import ArgumentParser
import Foundation
import UsageStatistics

/// Made-up events recorded and counted: events a second, time for a month, peak memory.
struct UsageBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage", abstract: "Usage: recording, counting a month, memory.")

    @Option(help: "Made-up events, spread over thirty days.") var events = 1_000_000
    @Option(help: "List of robots.") var robots = "Corpus/Robots/robots.tsv"

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try UsageStore(folder: folder.path)
        let list = try RobotList(String(contentsOfFile: robots, encoding: .utf8), file: robots)
        let clock = ContinuousClock()
        var random = RandomSource(seed: 1)
        let begin = Date(timeIntervalSince1970: 1_793_466_000)
        let recording = try clock.measure {
            var batch: [UsageEvent] = []
            for number in 0..<events {
                let at = begin.addingTimeInterval(Double(number) / Double(events) * 29 * 86_400)
                batch.append(event(at: at, &random))
                if batch.count == 2_000 {
                    try store.append(batch)
                    batch.removeAll(keepingCapacity: true)
                }
            }
            try store.append(batch)
        }
        say("written", recording)
        let rollup = UsageRollup(store, robots: list) { _ in [:] }
        let end = begin.addingTimeInterval(30 * 86_400)
        say("counted", try clock.measure { _ = try rollup.roll(at: end) })
        say("counted anew", try clock.measure { _ = try rollup.roll(at: end, isFull: true) })
    }

    private func say(_ what: String, _ time: Duration) {
        let seconds = time / .seconds(1)
        print(
            "\(events) events \(what): \(String(format: "%.1f", seconds)) s, \(Int(Double(events) / seconds)) a second, "
                + "peak memory \(Int(PeakMemory.megabytes)) MB")
    }

    private static let agents = [
        "Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0) Firefox/127.0", "Googlebot/2.1",
        "Mozilla/5.0 (iPhone) Version/17.5 Safari/604.1",
    ]
    private static let kinds: [UsageEvent.Kind] = [.investigation, .investigation, .search, .outClick, .request]

    private func event(at instant: Date, _ random: inout RandomSource) -> UsageEvent {
        let kind = Self.kinds[random.below(5)]
        let item = Int(Double(random.below(1_000_000)).squareRoot() * 10)
        let path = kind == .search ? "/search?\(item % 500)" : "/resources/made-up:\(item)"
        var event = UsageEvent(
            kind, at: instant, path: path, address: "visitor-\(random.below(20_000))",
            agent: Self.agents[random.below(4)])
        if kind == .search {
            event.query = "câu \(item % 500)"
            event.resultSet = "q=\(item % 500)"
            event.hits = item % 7
        } else {
            event.item = "made-up:\(item)"
        }
        return event
    }
}
