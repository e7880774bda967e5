/// An immutable part of the index: documents numbered from 0 in an order that puts alike ones together, and the posting
/// lists of their terms.
package struct Segment: Sendable {
    package let memory: SegmentMemory
    let layout: SegmentLayout

    /// A segment whose bytes are all there.
    init(complete memory: SegmentMemory) {
        self.memory = memory
        guard let layout = Self.layout(of: memory) else { preconditionFailure("not a segment") }
        self.layout = layout
    }

    /// A segment over memory that fills from `source`.
    ///
    /// - Returns: nil where the bytes are no segment of this format.
    package init?(_ memory: SegmentMemory, source: any ChunkSource) throws {
        guard memory.byteCount >= SegmentLayout.headerBytes else { return nil }
        try memory.require(0..<SegmentLayout.headerBytes, from: source)
        guard let layout = Self.layout(of: memory), layout.starts[layout.starts.count - 1] == memory.byteCount else {
            return nil
        }
        self.memory = memory
        self.layout = layout
    }

    private static func layout(of memory: SegmentMemory) -> SegmentLayout? {
        let header = UnsafeBufferPointer(
            start: memory.base.assumingMemoryBound(to: UInt64.self), count: SegmentLayout.headerBytes / 8)
        return SegmentLayout(numbers: Array(header))
    }

    /// Documents, dead ones included.
    package var documents: Int { layout.documents }
    /// Terms of all documents.
    package var totalLength: Int { layout.totalLength }
    package var terms: Int { layout.terms }

    func pointer<Element>(_ section: SegmentLayout.Section, as type: Element.Type) -> UnsafePointer<Element> {
        UnsafePointer((memory.base + layout.range(section).lowerBound).assumingMemoryBound(to: type))
    }

    func require(_ section: SegmentLayout.Section, from source: any ChunkSource) throws {
        try memory.require(layout.range(section), from: source)
    }

    var ids: UnsafePointer<UInt32> { pointer(.ids, as: UInt32.self) }
    var orders: UnsafePointer<UInt32> { pointer(.orders, as: UInt32.self) }
    var attributes: UnsafePointer<UInt32> { pointer(.attributes, as: UInt32.self) }
    var lengths: UnsafePointer<UInt16> { pointer(.lengths, as: UInt16.self) }

    /// Terms of a document.
    func length(of ordinal: Int) -> Int {
        let length = Int(lengths[ordinal])
        guard length == 65_535 else { return length }
        let pairs = layout.range(.longLengths).count / 8
        let long = pointer(.longLengths, as: UInt32.self)
        var (low, high) = (0, pairs)
        while low < high {
            let middle = (low + high) / 2
            if Int(long[2 * middle]) < ordinal { low = middle + 1 } else { high = middle }
        }
        return Int(long[2 * low + 1])
    }

    /// The tokens of a document; `TokenStream` reads them.
    func stream(of ordinal: Int, from source: any ChunkSource) throws -> UnsafeBufferPointer<UInt16> {
        let starts = pointer(.streamStarts, as: UInt32.self)
        let first = layout.range(.streamStarts).lowerBound + ordinal * 4
        try memory.require(first..<first + 8, from: source)
        let (start, end) = (Int(starts[ordinal]), Int(starts[ordinal + 1]))
        let base = layout.range(.streams).lowerBound
        try memory.require(base + start * 2..<base + end * 2, from: source)
        return UnsafeBufferPointer(start: pointer(.streams, as: UInt16.self) + start, count: end - start)
    }

    /// The posting list of a term by its number.
    func list(ofTerm term: Int, from source: any ChunkSource) throws -> PostingList {
        let entry = try entry(term, from: source)
        let form = PostingList.form(postings: Int(entry.documents), documents: documents)
        let bytes = PostingList.byteCount(
            form, postings: Int(entry.documents), documents: documents, overflows: Int(entry.overflows))
        try memory.require(Int(entry.payload)..<Int(entry.payload) + bytes, from: source)
        return PostingList(at: memory.base + Int(entry.payload), entry: entry, documents: documents)
    }
}
extension Segment {
    package var sectionSizes: [String] {
        SegmentLayout.Section.allCases.map { "\($0)=\(Double(layout.range($0).count) / Double(max(1, documents)))" }
    }
}

extension Segment {
    /// Ordinals of the documents whose row number is `wanted`, ascending.
    package func ordinals(from source: any ChunkSource, where wanted: (UInt32) -> Bool) throws -> [Int] {
        try require(.ids, from: source)
        let ids = ids
        return (0..<documents).filter { wanted(ids[$0]) }
    }

    /// Terms of some documents.
    package func totalLength(of ordinals: [Int], from source: any ChunkSource) throws -> Int {
        guard !ordinals.isEmpty else { return 0 }
        try requireDocuments(from: source)
        return ordinals.reduce(0) { $0 + length(of: $1) }
    }
}
