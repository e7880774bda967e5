/// The best hits so far: a heap with the worst at its root. Of equal scores the lower row number is better.
struct TopHits {
    private let capacity: Int
    private var heap: [RankedHit] = []
    /// A score that at least as many documents reach as are wanted, known beforehand.
    private var floor = -Double.infinity
    /// Scores below this cannot enter; equal ones may.
    private(set) var threshold = -Double.infinity

    init(capacity: Int) {
        self.capacity = capacity
        heap.reserveCapacity(capacity + 1)
    }

    /// Notes that `capacity` documents at least reach `score`.
    mutating func raiseFloor(to score: Double) {
        floor = max(floor, score)
        threshold = max(threshold, floor)
    }

    /// Best first.
    var sorted: [RankedHit] { heap.sorted { Self.isWorse($1, $0) } }

    private static func isWorse(_ a: RankedHit, _ b: RankedHit) -> Bool {
        a.score < b.score || a.score == b.score && a.id > b.id
    }

    /// - Complexity: O(log *k*).
    mutating func offer(_ hit: RankedHit) {
        guard hit.score >= threshold else { return }
        if heap.count < capacity {
            heap.append(hit)
            siftUp()
        } else if let worst = heap.first, Self.isWorse(worst, hit) {
            heap[0] = hit
            siftDown()
        }
        if heap.count == capacity, let worst = heap.first { threshold = max(floor, worst.score) }
    }

    private mutating func siftUp() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.isWorse(heap[child], heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = 2 * parent + 1
            guard worst < heap.count else { return }
            if worst + 1 < heap.count, Self.isWorse(heap[worst + 1], heap[worst]) { worst += 1 }
            guard Self.isWorse(heap[worst], heap[parent]) else { return }
            heap.swapAt(worst, parent)
            parent = worst
        }
    }
}
