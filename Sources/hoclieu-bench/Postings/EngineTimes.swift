import Foundation

/// Times of one engine over the queries: the least of all rounds for each query, in nanoseconds.
struct EngineTimes {
    let name: String
    private(set) var least: [UInt64?]

    init(_ name: String, queries: Int) {
        self.name = name
        least = Array(repeating: nil, count: queries)
    }

    mutating func add(_ nanoseconds: UInt64, query: Int) {
        least[query] = min(least[query] ?? .max, nanoseconds)
    }

    /// Milliseconds of the queries it was asked, ascending.
    private func milliseconds(where isAsked: (Int) -> Bool = { _ in true }) -> [Double] {
        least.indices.filter(isAsked).compactMap { least[$0] }.map { Double($0) / 1e6 }.sorted()
    }

    struct Summary {
        let p50, p95, p99, mean: Double

        fileprivate init(_ sorted: [Double]) {
            func percentile(_ share: Double) -> Double {
                sorted.isEmpty
                    ? .nan : sorted[min(sorted.count - 1, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
            }
            (p50, p95, p99) = (percentile(0.5), percentile(0.95), percentile(0.99))
            mean = sorted.reduce(0, +) / Double(max(1, sorted.count))
        }
    }

    /// - Parameter other: only queries that this engine was asked too count.
    func summary(asIn other: EngineTimes? = nil) -> Summary {
        Summary(milliseconds { other.map { other in { other.least[$0] != nil } }?($0) ?? true })
    }

    /// A Markdown table of `engines` beside `ours`, which is the first row.
    static func table(_ title: String, ours: Self, others: [Self]) -> String {
        func number(_ value: Double) -> String { String(format: value < 10 ? "%.3f" : "%.1f", value) }
        func ratio(_ value: Double) -> String { String(format: value < 10 ? "%.1f ×" : "%.0f ×", value) }
        var lines = [
            "| \(title) (ms) | queries | p50 | p95 | p99 | mean | p50, p99, mean in ours |",
            "|---|---|---|---|---|---|---|",
        ]
        for engine in [ours] + others {
            let summary = engine.summary()
            let same = ours.summary(asIn: engine)
            let ratios =
                engine.name == ours.name
                ? ""
                : [summary.p50 / same.p50, summary.p99 / same.p99, summary.mean / same.mean].map(ratio).joined(
                    separator: ", ")
            let count = engine.least.count { $0 != nil }
            lines.append(
                "| \(engine.name) | \(count) | \(number(summary.p50)) | \(number(summary.p95)) | \(number(summary.p99)) "
                    + "| \(number(summary.mean)) | \(ratios) |")
        }
        return lines.joined(separator: "\n")
    }
}
