/// A view over the documents of one term in one segment, with how often it stands in each.
///
/// The form follows from the share of documents that have the term:
///
/// | form | where | ordinals | frequency |
/// |---|---|---|---|
/// | column | ≥ 1/4 | bitmap | a byte for every document of the segment, 0 for none |
/// | dense | ≥ 1/32 | bitmap, rank of each block | a byte a posting |
/// | sparse | fewer | 16 low bits, by chunks of 65,536 documents | half a byte a posting, beside half a byte of bound |
/// | short | few | 32 bits | the same |
///
/// Column and dense lists have an 8-bit upper bound of the saturated frequency in each block of 64 documents; it is
/// rounded up. A frequency that does not fit its place is found in the overflow list.
struct PostingList {
    enum Form {
        case column, dense, sparse, short
    }

    static let columnShare = 4
    static let denseShare = 32
    /// A short list costs two bytes more a posting and no directory.
    static let shortPostings = 32

    let form: Form
    /// Postings.
    let count: Int
    /// Column and dense: one bit a document.
    let bitmap: UnsafePointer<UInt64>
    /// Dense: postings before each block.
    let ranks: UnsafePointer<UInt32>
    /// Column and dense: bound of each block, in 1/255.
    let maxima: UnsafePointer<UInt8>
    /// Column and dense: a byte a document or posting, 255 for more. Sparse and short: low half the frequency, 15 for
    /// more, high half the bound (`PackedBound`).
    let frequencies: UnsafePointer<UInt8>
    /// Sparse: postings before each chunk of 65,536 documents.
    let chunkStarts: UnsafePointer<UInt32>
    let lowOrdinals: UnsafePointer<UInt16>
    /// Short: the ordinals.
    let ordinals: UnsafePointer<UInt32>
    /// Pairs of (place, frequency), by place: an ordinal in columns, a rank elsewhere.
    let overflow: UnsafePointer<UInt32>
    let overflows: Int
    let chunks: Int

    static func form(postings: Int, documents: Int) -> Form {
        if postings * columnShare >= documents { return .column }
        if postings * denseShare >= documents { return .dense }
        return postings <= shortPostings ? .short : .sparse
    }

    /// Bytes of a list of this form, overflow list included.
    static func byteCount(_ form: Form, postings: Int, documents: Int, overflows: Int) -> Int {
        let blocks = (documents + 63) / 64
        let body =
            switch form {
            case .column: blocks * 8 + aligned(blocks) + blocks * 64
            case .dense: blocks * 8 + aligned(blocks * 4) + aligned(blocks) + aligned(postings)
            case .sparse:
                aligned((chunks(in: documents) + 1) * 4) + aligned(postings * 2) + aligned(postings)
            case .short: aligned(postings * 4) + aligned(postings)
            }
        return body + overflows * 8
    }

    static func chunks(in documents: Int) -> Int { (documents + 65_535) / 65_536 }

    static func aligned(_ bytes: Int) -> Int { (bytes + 7) & ~7 }

    /// A view of the list that `PostingEncoder` wrote at `start`.
    init(at start: UnsafeRawPointer, entry: TermEntry, documents: Int) {
        count = Int(entry.documents)
        overflows = Int(entry.overflows)
        form = Self.form(postings: count, documents: documents)
        chunks = Self.chunks(in: documents)
        let blocks = (documents + 63) / 64
        let (postings, chunks) = (count, chunks)
        var next = start
        func take<Element>(_ type: Element.Type, bytes: Int) -> UnsafePointer<Element> {
            defer { next += Self.aligned(bytes) }
            return next.assumingMemoryBound(to: type)
        }
        func skip<Element>(_ type: Element.Type) -> UnsafePointer<Element> { start.assumingMemoryBound(to: type) }
        let hasBlocks = form == .column || form == .dense
        bitmap = hasBlocks ? take(UInt64.self, bytes: blocks * 8) : skip(UInt64.self)
        ranks = form == .dense ? take(UInt32.self, bytes: blocks * 4) : skip(UInt32.self)
        maxima = hasBlocks ? take(UInt8.self, bytes: blocks) : skip(UInt8.self)
        chunkStarts = form == .sparse ? take(UInt32.self, bytes: (chunks + 1) * 4) : skip(UInt32.self)
        lowOrdinals = form == .sparse ? take(UInt16.self, bytes: postings * 2) : skip(UInt16.self)
        ordinals = form == .short ? take(UInt32.self, bytes: postings * 4) : skip(UInt32.self)
        frequencies = take(UInt8.self, bytes: form == .column ? blocks * 64 : postings)
        overflow = take(UInt32.self, bytes: 0)
    }

    /// A short list of any length over arrays, which must outlive it.
    init(ordinals: UnsafeBufferPointer<UInt32>, packed: UnsafePointer<UInt8>, overflow: UnsafeBufferPointer<UInt32>) {
        form = .short
        count = ordinals.count
        overflows = overflow.count / 2
        chunks = 0
        let anything = UnsafeRawPointer(packed)
        self.ordinals = ordinals.baseAddress ?? anything.assumingMemoryBound(to: UInt32.self)
        frequencies = packed
        self.overflow = overflow.baseAddress ?? anything.assumingMemoryBound(to: UInt32.self)
        bitmap = anything.assumingMemoryBound(to: UInt64.self)
        ranks = anything.assumingMemoryBound(to: UInt32.self)
        maxima = packed
        chunkStarts = anything.assumingMemoryBound(to: UInt32.self)
        lowOrdinals = anything.assumingMemoryBound(to: UInt16.self)
    }

    var hasBlocks: Bool { form == .column || form == .dense }
}

extension PostingList {
    /// Calls `visit` with the place and ordinal of every posting, by ordinal.
    @inline(__always)
    func forEach(_ visit: (_ place: Int, _ ordinal: Int) -> Void) {
        switch form {
        case .short:
            for place in 0..<count { visit(place, Int(ordinals[place])) }
        case .sparse:
            for chunk in 0..<chunks {
                let high = chunk << 16
                for place in Int(chunkStarts[chunk])..<Int(chunkStarts[chunk + 1]) {
                    visit(place, high | Int(lowOrdinals[place]))
                }
            }
        case .column, .dense:
            var place = 0
            var block = 0
            while place < count {
                var bits = bitmap[block]
                while bits != 0 {
                    let ordinal = block << 6 | bits.trailingZeroBitCount
                    visit(form == .column ? ordinal : place, ordinal)
                    bits &= bits &- 1
                    place += 1
                }
                block += 1
            }
        }
    }

    /// The place of the first posting at or after `ordinal` in a sparse or short list.
    @inline(__always)
    func place(notBefore ordinal: Int) -> Int {
        if form == .short {
            var (low, high) = (0, count)
            let key = UInt32(truncatingIfNeeded: ordinal)
            while low < high {
                let middle = (low &+ high) >> 1
                if ordinals[middle] < key { low = middle &+ 1 } else { high = middle }
            }
            return low
        }
        let chunk = ordinal >> 16
        guard chunk < chunks else { return count }
        var (low, high) = (Int(chunkStarts[chunk]), Int(chunkStarts[chunk + 1]))
        let key = UInt16(truncatingIfNeeded: ordinal)
        while low < high {
            let middle = (low &+ high) >> 1
            if lowOrdinals[middle] < key { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// Where the frequency of `ordinal` stands, or nil where the document has not the term.
    @inline(__always)
    func place(of ordinal: Int) -> Int? {
        switch form {
        case .column:
            return frequencies[ordinal] == 0 ? nil : ordinal
        case .dense:
            let word = bitmap[ordinal >> 6]
            let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: ordinal & 63)
            guard word & bit != 0 else { return nil }
            return Int(ranks[ordinal >> 6]) &+ (word & (bit &- 1)).nonzeroBitCount
        case .sparse:
            let place = place(notBefore: ordinal)
            let chunk = ordinal >> 16
            guard chunk < chunks, place < Int(chunkStarts[chunk + 1]),
                lowOrdinals[place] == UInt16(truncatingIfNeeded: ordinal)
            else { return nil }
            return place
        case .short:
            let place = place(notBefore: ordinal)
            return place < count && ordinals[place] == UInt32(truncatingIfNeeded: ordinal) ? place : nil
        }
    }

    @inline(__always)
    func contains(_ ordinal: Int) -> Bool {
        switch form {
        case .column, .dense: bitmap[ordinal >> 6] >> UInt64(truncatingIfNeeded: ordinal & 63) & 1 != 0
        case .sparse, .short: place(of: ordinal) != nil
        }
    }

    /// Units at `place`.
    @inline(__always)
    func frequency(at place: Int) -> UInt32 {
        let byte = frequencies[place]
        let isWhole = hasBlocks
        let small = isWhole ? byte : byte & 15
        return small == (isWhole ? 255 : 15) ? overflowed(at: place) : UInt32(small)
    }

    private func overflowed(at place: Int) -> UInt32 {
        var (low, high) = (0, overflows)
        while low < high {
            let middle = (low + high) / 2
            if Int(overflow[2 * middle]) < place { low = middle + 1 } else { high = middle }
        }
        return overflow[2 * low + 1]
    }
}

/// The half byte that bounds a saturated frequency from above, in a sparse or short list.
enum PackedBound {
    static let steps = 15

    /// The smallest step whose value is at least `value`, which is below 1.
    static func step(_ value: Float) -> UInt8 {
        UInt8(min(steps, max(0, Int((value * Float(steps)).rounded(.up)))))
    }

    static let scale = 1 / Float(steps)
}
