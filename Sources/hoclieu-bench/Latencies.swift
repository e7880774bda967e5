/// Times of one operation over many runs.
struct Latencies {
    /// Milliseconds, sorted.
    private let milliseconds: [Double]

    init(_ durations: [Duration]) {
        milliseconds = durations.map { duration in
            Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
        }.sorted()
    }

    /// The time within which a share of the runs ended (nearest rank); 0 without runs.
    func percentile(_ share: Double) -> Double {
        guard !milliseconds.isEmpty else { return 0 }
        let rank = Int((share * Double(milliseconds.count)).rounded(.up))
        return milliseconds[min(max(rank, 1), milliseconds.count) - 1]
    }

    var mean: Double { milliseconds.isEmpty ? 0 : milliseconds.reduce(0, +) / Double(milliseconds.count) }
}
