/// Where the sections of a segment lie: its header, and the arithmetic of its blocks.
///
/// Sections follow each other in this order, each aligned to 8 bytes:
///
/// | section | content |
/// |---|---|
/// | ids | row number of each document, `UInt32` |
/// | lengths | terms of each document, `UInt16`; 65,535 stands for that many or more |
/// | longLengths | (ordinal, length) of those, `UInt32` pairs |
/// | orders | sort key of each document, `UInt32` |
/// | attributes | the caller's own 32 bits about each document |
/// | streamStarts | first unit of each document's tokens, `UInt32`, and the end |
/// | streams | tokens in reading order, `UInt16` units (`TokenStream`) |
/// | payloads | posting lists (`PostingList`) |
/// | facetRunStarts, facetRuns | runs of documents that have a facet term, (first, end) `UInt32` |
/// | facetStarts, facets | facet terms of each document that are counted neither by runs nor by bitmap, `UInt16` |
/// | prefixes | first eight bytes of each term, `UInt64` |
/// | entries | `TermEntry` of each term, and an end |
/// | keys | the bytes of all terms |
/// | peaks | documents of the most frequent of each 64 terms, `UInt32` |
/// | signatures | `WordSignature` of each term, `UInt32` |
/// | types | `TokenType` of each token number |
/// | typesByExact, typesByFolded | token numbers by the number of their key, `UInt32` |
struct SegmentLayout {
    static let magic: UInt64 = 0x32_474E_534D_4C48  // "HLMSNG2"
    static let headerBytes = 256
    static let blockBits = 64

    enum Section: Int, CaseIterable {
        case ids, lengths, longLengths, orders, attributes, streamStarts, streams, payloads
        case facetRunStarts, facetRuns, facetStarts, facets, prefixes, entries, keys, peaks, signatures, types,
            typesByExact, typesByFolded
    }

    /// Documents.
    var documents = 0
    /// Sum of the lengths of all documents.
    var totalLength = 0
    var terms = 0
    /// Index of the first facet term.
    var firstFacet = 0
    /// First byte of each section; the last entry is the end.
    var starts = Array(repeating: 0, count: Section.allCases.count + 1)

    var blocks: Int { (documents + Self.blockBits - 1) / Self.blockBits }
    var meanLength: Double { documents == 0 ? 1 : max(1, Double(totalLength) / Double(documents)) }

    func range(_ section: Section) -> Range<Int> { starts[section.rawValue]..<starts[section.rawValue + 1] }

    /// The header's numbers, in file order.
    var numbers: [UInt64] {
        [Self.magic] + [documents, totalLength, terms, firstFacet].map { UInt64($0) } + starts.map { UInt64($0) }
    }

    init() {}

    /// - Returns: nil where the bytes are no segment of this format.
    init?(numbers: [UInt64]) {
        guard numbers.count >= 5 + starts.count, numbers[0] == Self.magic else { return nil }
        documents = Int(numbers[1])
        totalLength = Int(numbers[2])
        terms = Int(numbers[3])
        firstFacet = Int(numbers[4])
        starts = numbers[5..<5 + starts.count].map { Int($0) }
        guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    }
}
