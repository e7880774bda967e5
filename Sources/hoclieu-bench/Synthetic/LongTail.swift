/// Draws numbers from 0, low ones often: number *n* with a weight of 1 / (n + shift).
struct LongTail {
    /// Running sums of the weights, in whole numbers, so that no machine rounds differently.
    private let sums: [UInt64]

    init(count: Int, shift: Int) {
        var sum: UInt64 = 0
        sums = (0..<count).map { number in
            sum += 1_000_000_000 / UInt64(number + shift)
            return sum
        }
    }

    func draw(_ random: inout RandomSource) -> Int {
        guard let total = sums.last else { return 0 }
        let wanted = random.next() % total
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
