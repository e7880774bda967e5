/// Writes posting lists in the form that `PostingList` reads.
struct PostingEncoder {
    private let documents: Int
    /// What the length of each document makes of the denominator, at the mean length of this segment.
    private let norms: [Float]
    private var best: [Float] = []

    init(lengths: [UInt32], meanLength: Double) {
        documents = lengths.count
        norms = lengths.map { Float(BM25.norm(length: Double($0), mean: meanLength)) }
    }

    /// Appends one list to `buffer`.
    ///
    /// - Parameters:
    ///   - ordinals: ascending, at least one.
    ///   - frequencies: units of each, at least 1.
    ///   - unitValue: what a unit is worth; 0 where the term has no score.
    /// - Returns: the entry, but for its key.
    mutating func encode(
        ordinals: UnsafeBufferPointer<UInt32>, frequencies: UnsafeBufferPointer<UInt32>, unitValue: Double,
        into buffer: inout ByteBuffer
    ) -> TermEntry {
        var entry = TermEntry()
        entry.payload = UInt64(buffer.count)
        entry.documents = UInt32(ordinals.count)
        let form = PostingList.form(postings: ordinals.count, documents: documents)
        let saturated = saturated(ordinals, frequencies, Float(unitValue))
        entry.tenth = best(10, of: saturated)
        entry.fourHundredth = best(400, of: saturated)
        var overflow: [UInt32] = []
        switch form {
        case .column, .dense:
            encodeBlocks(form, ordinals, frequencies, saturated, &overflow, into: &buffer)
        case .sparse:
            var starts: [UInt32] = []
            for (place, ordinal) in ordinals.enumerated() {
                while starts.count <= Int(ordinal >> 16) { starts.append(UInt32(place)) }
            }
            while starts.count <= PostingList.chunks(in: documents) { starts.append(UInt32(ordinals.count)) }
            buffer.append(starts)
            buffer.align()
            buffer.append(ordinals.map { UInt16(truncatingIfNeeded: $0) })
            buffer.align()
            buffer.append(packed(frequencies, saturated, &overflow))
        case .short:
            buffer.append(ordinals)
            buffer.align()
            buffer.append(packed(frequencies, saturated, &overflow))
        }
        buffer.align()
        entry.overflows = UInt32(overflow.count / 2)
        buffer.append(overflow)
        return entry
    }

    /// Frequencies as BM25 saturates them: f / (f + norm).
    private func saturated(
        _ ordinals: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafeBufferPointer<UInt32>, _ unitValue: Float
    ) -> [Float] {
        guard unitValue > 0 else { return Array(repeating: 0, count: ordinals.count) }
        return norms.withUnsafeBufferPointer { norms in
            ordinals.indices.map { place in
                let frequency = Float(frequencies[place]) * unitValue
                return frequency / (frequency + norms[Int(ordinals[place])])
            }
        }
    }

    /// The value of rank `rank`, rounded down; 0 where there are fewer.
    private mutating func best(_ rank: Int, of values: [Float]) -> Float {
        guard values.count >= rank else { return 0 }
        // A heap of the best, the smallest first.
        best.removeAll(keepingCapacity: true)
        best.append(contentsOf: values[..<rank])
        best.sort()
        best.withUnsafeMutableBufferPointer { heap in
            for index in rank..<values.count where values[index] > heap[0] {
                heap[0] = values[index]
                var parent = 0
                while true {
                    var least = 2 * parent + 1
                    guard least < rank else { break }
                    if least + 1 < rank, heap[least + 1] < heap[least] { least += 1 }
                    guard heap[least] < heap[parent] else { break }
                    heap.swapAt(least, parent)
                    parent = least
                }
            }
        }
        return best[0] * 0.999999
    }

    private func encodeBlocks(
        _ form: PostingList.Form, _ ordinals: UnsafeBufferPointer<UInt32>,
        _ frequencies: UnsafeBufferPointer<UInt32>, _ saturated: [Float], _ overflow: inout [UInt32],
        into buffer: inout ByteBuffer
    ) {
        let blocks = (documents + 63) / 64
        var bitmap = Array(repeating: UInt64(0), count: blocks)
        var ranks = Array(repeating: UInt32(0), count: blocks)
        var maxima = Array(repeating: UInt8(0), count: blocks)
        var bytes = Array(repeating: UInt8(0), count: form == .column ? blocks * 64 : ordinals.count)
        for (rank, ordinal) in ordinals.enumerated() {
            let block = Int(ordinal >> 6)
            if bitmap[block] == 0 { ranks[block] = UInt32(rank) }
            bitmap[block] |= 1 << UInt64(ordinal & 63)
            maxima[block] = max(maxima[block], UInt8(min(255, (saturated[rank] * 255).rounded(.up))))
            let place = form == .column ? Int(ordinal) : rank
            bytes[place] = UInt8(min(frequencies[rank], 255))
            if bytes[place] == 255 { overflow += [UInt32(place), frequencies[rank]] }
        }
        buffer.append(bitmap)
        if form == .dense {
            buffer.append(ranks)
            buffer.align()
        }
        buffer.append(maxima)
        buffer.align()
        buffer.append(bytes)
    }

    private func packed(
        _ frequencies: UnsafeBufferPointer<UInt32>, _ saturated: [Float], _ overflow: inout [UInt32]
    ) -> [UInt8] {
        frequencies.indices.map { place in
            if frequencies[place] >= 15 { overflow += [UInt32(place), frequencies[place]] }
            return UInt8(min(frequencies[place], 15)) | PackedBound.step(saturated[place]) << 4
        }
    }
}
