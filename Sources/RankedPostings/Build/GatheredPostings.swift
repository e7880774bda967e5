/// The postings of one term from several segments, under their new ordinals.
struct GatheredPostings {
    private let documents: Int
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var isAscending = true
    /// Frequency of every document while a long list is sorted; 0 otherwise.
    private var byOrdinal: [UInt32]

    init(documents: Int) {
        self.documents = documents
        byOrdinal = Array(repeating: 0, count: documents)
    }

    mutating func removeAll() {
        ordinals.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        isAscending = true
    }

    mutating func append(_ list: PostingList, ordinals new: [UInt32], dead: UInt32) {
        var last = ordinals.last
        var ascends = isAscending
        new.withUnsafeBufferPointer { new in
            list.forEach { place, ordinal in
                let ordinal = new[ordinal]
                guard ordinal != dead else { return }
                if let last, ordinal < last { ascends = false }
                last = ordinal
                ordinals.append(ordinal)
                frequencies.append(list.frequency(at: place))
            }
        }
        isAscending = ascends
    }

    /// Calls `body` with the postings by ordinal.
    mutating func withSorted<Result>(
        _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        if !isAscending {
            if ordinals.count * 16 > documents { sortByScattering() } else { sortByComparing() }
        }
        return ordinals.withUnsafeBufferPointer { ordinals in
            frequencies.withUnsafeBufferPointer { body(ordinals, $0) }
        }
    }

    private mutating func sortByComparing() {
        let pairs = zip(ordinals, frequencies).map { UInt64($0) << 32 | UInt64($1) }.sorted()
        for (place, pair) in pairs.enumerated() {
            ordinals[place] = UInt32(truncatingIfNeeded: pair >> 32)
            frequencies[place] = UInt32(truncatingIfNeeded: pair)
        }
    }

    private mutating func sortByScattering() {
        for (ordinal, frequency) in zip(ordinals, frequencies) { byOrdinal[Int(ordinal)] = frequency + 1 }
        var place = 0
        for ordinal in 0..<documents where byOrdinal[ordinal] != 0 {
            ordinals[place] = UInt32(ordinal)
            frequencies[place] = byOrdinal[ordinal] - 1
            byOrdinal[ordinal] = 0
            place += 1
        }
    }
}
