import Crypto
import Foundation
import RecordFormats

/// What a response says apart from the metadata of its records: enough to know how the list goes on.
struct OAIResponseSummary {
    private(set) var responseDate: String?
    private(set) var repository: OAIRepository?
    private(set) var metadataPrefixes: [String] = []
    private(set) var setSpecs: [String] = []
    private(set) var errors: [OAIError] = []
    private(set) var token: ResumptionToken?
    private(set) var records = 0
    private(set) var deleted = 0
    private(set) var refused = 0
    /// Records whose XML had to be mended, or that have nothing to say.
    private(set) var mended = 0
    private(set) var order = DatestampOrder()
    /// Digest of identifiers and datestamps; nil for a page without any.
    private(set) var fingerprint: String?
    /// Whether the end of the response, or its token, was lost.
    private(set) var isDamaged = false

    private static let listLimit = 10_000

    /// - Throws: `RecordFormatError` where it is no OAI-PMH response; `SpoolError`.
    init(of body: FetchedBody, address: HTTPAddress) throws {
        var reader = OAIResponseReader(address: address.description, chunks: body.chunks())
        var hash = SHA256()
        let end = String(decoding: try body.suffix(1 << 16), as: UTF8.self)
        let isWhole = end.suffix(512).contains("OAI-PMH>")
        // A token that is there and could not be read is not the end of a list.
        let mentionsToken = end.contains("<resumptionToken") || end.contains(":resumptionToken")
        var events: [OAIEvent] = []
        while let event = try reader.next() {
            switch event {
            case .header(let header): note(header, in: &hash)
            case .record(let record):
                note(record.header, in: &hash)
                if !record.warnings.isEmpty || (record.metadata == nil && !record.isDeleted) { mended += 1 }
            default:
                if events.count < Self.listLimit { events.append(event) } else { refused += event.isRefused ? 1 : 0 }
            }
        }
        isDamaged = !isWhole || (mentionsToken && !events.contains(where: \.isToken))
        events.forEach { note($0) }
        if records > 0 { fingerprint = hash.finalize().prefix(8).map { String($0, radix: 36) }.joined(separator: ".") }
    }

    /// How badly it came through; 0 where nothing is wrong with it.
    var damage: Int { (isDamaged ? 1_000_000_000 : 0) + refused * 1_000 + min(mended, 999) }

    private mutating func note(_ header: OAIHeader, in hash: inout SHA256) {
        records += 1
        if header.isDeleted { deleted += 1 }
        hash.update(data: Data("\(header.identifier)\u{0}\(header.datestamp)\u{0}".utf8))
        order.note(header.datestamp)
    }

    private mutating func note(_ event: OAIEvent) {
        switch event {
        case .responseDate(let date): responseDate = date
        case .identify(let repository): self.repository = repository
        case .metadataFormat(let format): metadataPrefixes.append(format.prefix)
        case .set(let set): setSpecs.append(set.spec)
        case .token(let token): self.token = token
        case .error(let error): errors.append(error)
        case .refused: refused += 1
        case .request, .header, .record: break
        }
    }
}

extension OAIEvent {
    fileprivate var isToken: Bool { if case .token = self { true } else { false } }

    fileprivate var isRefused: Bool { if case .refused = self { true } else { false } }
}
