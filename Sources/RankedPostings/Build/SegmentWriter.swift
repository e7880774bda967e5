/// Writes a segment section by section: documents, their tokens, then the terms in ascending order.
struct SegmentWriter {
    private let documents: [SegmentDocument]
    private let schema: PostingsSchema
    private var layout = SegmentLayout()
    private var buffer = ByteBuffer()
    private var encoder: PostingEncoder
    private var entries: [TermEntry] = []
    private var keys: [UInt8] = []
    private var prefixes: [UInt64] = []
    private var signatures: [UInt32] = []
    /// Ordinals of each facet term that is counted document by document.
    private var facets: [(facet: Int, ordinals: [UInt32])] = []
    /// Runs of documents of the facet terms, and where those of each begin; empty for terms that have too many.
    private var facetRuns: [UInt32] = []
    private var facetRunStarts: [UInt32] = [0]

    /// - Parameter documents: in the order of their ordinals.
    init(documents: [SegmentDocument], schema: PostingsSchema) {
        self.documents = documents
        self.schema = schema
        layout.documents = documents.count
        layout.totalLength = documents.reduce(0) { $0 + Int($1.length) }
        encoder = PostingEncoder(lengths: documents.map(\.length), meanLength: layout.meanLength)
        buffer.append(Array(repeating: UInt8(0), count: SegmentLayout.headerBytes))
        section(.ids, documents.map(\.id))
        section(.lengths, documents.map { UInt16(min($0.length, 65_535)) })
        section(
            .longLengths,
            documents.enumerated().flatMap { $1.length >= 65_535 ? [UInt32($0), $1.length] : [] })
        section(.orders, documents.map(\.order))
        section(.attributes, documents.map(\.attributes))
    }

    private mutating func section<Element: BitwiseCopyable>(_ section: SegmentLayout.Section, _ elements: [Element]) {
        begin(section)
        buffer.append(elements)
    }

    private mutating func begin(_ section: SegmentLayout.Section) {
        buffer.align()
        layout.starts[section.rawValue] = buffer.count
    }

    /// Writes the tokens of all documents.
    ///
    /// - Parameter tokens: appends the units of a document to the array it is given.
    mutating func writeStreams(_ tokens: (_ ordinal: Int, inout [UInt16]) -> Void) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(documents.count + 1)
        var units: [UInt16] = []
        for ordinal in documents.indices {
            tokens(ordinal, &units)
            starts.append(UInt32(units.count))
        }
        section(.streamStarts, starts)
        section(.streams, units)
        begin(.payloads)
    }

    /// Appends a term, greater than those before it.
    mutating func append(
        _ key: some Collection<UInt8>, ordinals: UnsafeBufferPointer<UInt32>,
        frequencies: UnsafeBufferPointer<UInt32>
    ) {
        let space = Int(key.first ?? 0)
        var entry = encoder.encode(
            ordinals: ordinals, frequencies: frequencies, unitValue: schema.unitValues[space], into: &buffer)
        entry.keyStart = UInt32(keys.count)
        if space < Int(TermSpace.facet.rawValue) {
            layout.firstFacet = entries.count + 1
        } else {
            appendFacet(ordinals)
        }
        entries.append(entry)
        keys.append(contentsOf: key)
        prefixes.append(TermKey.prefix(of: key))
        signatures.append(WordSignature.signature(of: key.dropFirst()))
    }

    /// - Parameter types: by token number, which are the numbers in the streams.
    consuming func finish(types: [TokenType]) -> SegmentMemory {
        writeFacets()
        section(.prefixes, prefixes)
        var end = TermEntry()
        end.keyStart = UInt32(keys.count)
        section(.entries, entries + [end])
        section(.keys, keys)
        section(
            .peaks,
            stride(from: 0, to: entries.count, by: Segment.termsOfPeak).map { first in
                entries[first..<min(first + Segment.termsOfPeak, entries.count)].reduce(0) { max($0, $1.documents) }
            })
        section(.signatures, signatures)
        section(.types, types)
        let numbers = types.indices.map { UInt32($0) }
        section(.typesByExact, numbers.sorted { (types[Int($0)].exact, $0) < (types[Int($1)].exact, $1) })
        section(.typesByFolded, numbers.sorted { (types[Int($0)].folded, $0) < (types[Int($1)].folded, $1) })
        buffer.align()
        layout.starts[SegmentLayout.Section.allCases.count] = buffer.count
        layout.terms = entries.count
        buffer.replace(at: 0, with: layout.numbers)
        return buffer.bytes.withUnsafeBytes { SegmentMemory(copying: $0) }
    }

    /// Documents lie in the order of their subjects and languages, so that many facet terms fill whole ranges.
    private mutating func appendFacet(_ ordinals: UnsafeBufferPointer<UInt32>) {
        var runs: [UInt32] = []
        for ordinal in ordinals {
            if runs.last == ordinal { runs[runs.count - 1] = ordinal + 1 } else { runs += [ordinal, ordinal + 1] }
        }
        if runs.count * Self.shortestRuns <= ordinals.count {
            facetRuns += runs
        } else if PostingList.form(postings: ordinals.count, documents: documents.count) >= .sparse {
            facets.append((entries.count - layout.firstFacet, Array(ordinals)))
        }
        facetRunStarts.append(UInt32(facetRuns.count))
    }

    /// Runs of 16 documents on average are counted faster as runs.
    private static let shortestRuns = 8

    private mutating func writeFacets() {
        section(.facetRunStarts, facetRunStarts)
        section(.facetRuns, facetRuns)
        var starts = Array(repeating: UInt32(0), count: documents.count + 1)
        for (_, ordinals) in facets { for ordinal in ordinals { starts[Int(ordinal) + 1] += 1 } }
        for ordinal in documents.indices { starts[ordinal + 1] += starts[ordinal] }
        var next = starts
        var values = Array(repeating: UInt16(0), count: Int(starts[documents.count]))
        for (facet, ordinals) in facets {
            for ordinal in ordinals {
                values[Int(next[Int(ordinal)])] = UInt16(facet)
                next[Int(ordinal)] += 1
            }
        }
        section(.facetStarts, starts)
        section(.facets, values)
    }
}

extension PostingList.Form: Comparable {
    private var rank: Int {
        switch self {
        case .column: 0
        case .dense: 1
        case .sparse: 2
        case .short: 3
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
