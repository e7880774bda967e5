/// Makes one segment of several, without their dead documents.
///
/// Documents are merged by their order, so those that are alike lie together again; posting lists are decoded, renumbered
/// and written anew, with bounds for the mean length of the new segment.
package struct SegmentMerger {
    private let inputs: [Segment]
    private let schema: PostingsSchema
    /// The new ordinal of every document; `dead` for those that are left out.
    private var ordinals: [[UInt32]] = []
    private var documents: [SegmentDocument] = []
    /// Where each document of the new segment was.
    private var origins: [(input: Int, ordinal: Int)] = []

    private static let dead = UInt32.max

    /// - Parameter dead: ordinals that are left out of each input.
    /// - Precondition: the inputs are complete.
    /// - Returns: nil where no document is left.
    /// - Complexity: O(*p* + *t* log *t*) in postings and terms.
    package static func merge(_ inputs: [Segment], dead: [[Int]], schema: PostingsSchema) -> Segment? {
        var merger = Self(inputs: inputs, schema: schema)
        merger.orderDocuments(dead)
        return merger.documents.isEmpty ? nil : merger.merge()
    }

    private init(inputs: [Segment], schema: PostingsSchema) {
        self.inputs = inputs
        self.schema = schema
    }

    private mutating func orderDocuments(_ dead: [[Int]]) {
        var keys: [(key: UInt64, input: Int, ordinal: Int)] = []
        for (number, segment) in inputs.enumerated() {
            var isDead = Array(repeating: false, count: segment.documents)
            for ordinal in dead[number] { isDead[ordinal] = true }
            for ordinal in 0..<segment.documents where !isDead[ordinal] {
                keys.append((UInt64(segment.orders[ordinal]) << 32 | UInt64(segment.ids[ordinal]), number, ordinal))
            }
        }
        keys.sort { $0.key < $1.key }
        ordinals = inputs.map { Array(repeating: Self.dead, count: $0.documents) }
        for (new, document) in keys.enumerated() {
            let segment = inputs[document.input]
            ordinals[document.input][document.ordinal] = UInt32(new)
            origins.append((document.input, document.ordinal))
            documents.append(
                SegmentDocument(
                    id: segment.ids[document.ordinal], order: segment.orders[document.ordinal],
                    attributes: segment.attributes[document.ordinal],
                    length: UInt32(segment.length(of: document.ordinal))))
        }
    }

    private func merge() -> Segment {
        var writer = SegmentWriter(documents: documents, schema: schema)
        let dictionary = MergedDictionary(inputs)
        let types = MergedTypes(inputs, dictionary, ordinals)
        writer.writeStreams { ordinal, units in
            let (input, old) = origins[ordinal]
            types.append(inputs[input].completeStream(of: old), ofInput: input, to: &units)
        }
        var numbers = Array(repeating: TokenType.none, count: dictionary.count)
        var gathered = GatheredPostings(documents: documents.count)
        var next: UInt32 = 0
        for (term, sources) in dictionary.sources.enumerated() {
            gathered.removeAll()
            for source in sources {
                let list = inputs[source.input].completeList(ofTerm: source.term)
                gathered.append(list, ordinals: ordinals[source.input], dead: Self.dead)
            }
            let first = sources[0]
            let isWritten = gathered.withSorted { ordinals, frequencies in
                guard !ordinals.isEmpty else { return false }
                writer.append(
                    inputs[first.input].completeKey(ofTerm: first.term), ordinals: ordinals, frequencies: frequencies)
                return true
            }
            guard isWritten else { continue }
            numbers[term] = next
            next += 1
        }
        return Segment(complete: writer.finish(types: types.numbered(by: numbers)))
    }
}

extension Segment {
    /// The same as the functions that load what they need, in a segment that is complete.
    func completeList(ofTerm term: Int) -> PostingList {
        let entry = pointer(.entries, as: TermEntry.self)[term]
        return PostingList(at: memory.base + Int(entry.payload), entry: entry, documents: documents)
    }

    func completeKey(ofTerm term: Int) -> UnsafeBufferPointer<UInt8> {
        let entries = pointer(.entries, as: TermEntry.self)
        let (start, end) = (Int(entries[term].keyStart), Int(entries[term + 1].keyStart))
        return UnsafeBufferPointer(start: pointer(.keys, as: UInt8.self) + start, count: end - start)
    }

    func completeStream(of ordinal: Int) -> UnsafeBufferPointer<UInt16> {
        let starts = pointer(.streamStarts, as: UInt32.self)
        let (start, end) = (Int(starts[ordinal]), Int(starts[ordinal + 1]))
        return UnsafeBufferPointer(start: pointer(.streams, as: UInt16.self) + start, count: end - start)
    }
}
