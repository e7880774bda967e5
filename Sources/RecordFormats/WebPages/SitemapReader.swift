import CatalogueModel
import Foundation

/// Reads the addresses of a sitemap or a sitemap index, in XML or as plain text with one address a line, also in gzip.
///
/// As the protocol has it (sitemaps.org), at most 50,000 addresses and 50 MiB are read, and addresses of other hosts are
/// refused: whoever writes a sitemap speaks for one host.
package struct SitemapReader {
    package static let entryLimit = 50_000
    /// Bytes, unpacked.
    package static let byteLimit = 50 << 20

    private enum Form {
        case xml(XMLUnitReader)
        case text
    }

    private let address: String
    private let host: String?
    private var stream: ByteStream
    private var form: Form?
    private var line = 0
    private var entries = 0
    private var hasEnded = false

    /// - Parameters:
    ///   - address: of the sitemap; its host is the one entries must be on.
    ///   - chunks: gives the next bytes, nil at the end.
    package init(address: String, chunks: @escaping () throws -> [UInt8]?) {
        self.address = address
        host = Self.host(of: address)
        stream = ByteStream(chunks: chunks)
    }

    /// The next entry, or why there is none; nil at the end.
    ///
    /// - Throws: `RecordFormatError` where this is no sitemap, and what `chunks` throws.
    package mutating func next() throws -> SitemapReading? {
        if form == nil { try open() }
        guard !hasEnded, let reading = try nextEntry() else { return nil }
        entries += 1
        guard entries <= Self.entryLimit, stream.bytesRead <= Self.byteLimit else {
            hasEnded = true
            return .refused(RecordFault.sitemapTooLong.problem(at: SourceLocation(file: address, line: line)))
        }
        return reading
    }

    private mutating func open() throws {
        if try stream.peek(2).elementsEqual([0x1F, 0x8B]) { unpack() }
        if try stream.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { stream.skip(3) }
        let start = String(decoding: try stream.peek(8), as: UTF8.self)
        if start.lowercased().hasPrefix("http") {
            form = .text
        } else {
            form = .xml(
                XMLUnitReader(file: address) { element, _, parent, _ in
                    element.name.local == "url" && parent?.local == "urlset"
                        || element.name.local == "sitemap" && parent?.local == "sitemapindex"
                })
        }
    }

    private mutating func unpack() {
        let archive = ArchiveStream(.gzip)
        let address = address
        archive.exchange(&stream)
        var isOpen = false
        stream = ByteStream {
            do {
                if !isOpen {
                    isOpen = true
                    guard try archive.nextEntry() != nil else { return nil }
                }
                return try archive.nextChunk()
            } catch let fault as ArchiveFault {
                throw fault.fault.fileError(at: SourceLocation(file: address, line: 1))
            }
        }
    }

    private mutating func nextEntry() throws -> SitemapReading? {
        guard case .xml(var reader) = form else { return try nextLine() }
        defer { form = .xml(reader) }
        switch try reader.next(from: &stream) {
        case nil:
            hasEnded = true
            guard ["urlset", "sitemapindex"].contains(reader.root?.name.local) else {
                throw RecordFault.noSitemap.fileError(at: SourceLocation(file: address, line: 1))
            }
            return nil
        case .refused(let problem): return .refused(problem)
        case .unit(let unit):
            line = unit.location.line
            return reading(
                unit.element.first("loc")?.text ?? "", kind: unit.element.name.local == "url" ? .page : .sitemap,
                lastModified: unit.element.first("lastmod")?.text, warnings: unit.warnings)
        }
    }

    private mutating func nextLine() throws -> SitemapReading? {
        var bytes: [UInt8] = []
        while try stream.readLine(into: &bytes, limit: 4096) != nil {
            line += 1
            let text = String(decoding: bytes, as: UTF8.self).trimmed
            if !text.isEmpty { return reading(text, kind: .page, lastModified: nil, warnings: []) }
            bytes.removeAll()
        }
        hasEnded = true
        return nil
    }
}

// MARK: Entries

extension SitemapReader {
    private func reading(
        _ text: String, kind: SitemapEntry.Kind, lastModified: String?, warnings: [RecordProblem]
    ) -> SitemapReading {
        let location = SourceLocation(file: address, line: line)
        guard RecordIdentifiers.isAddress(text), text.utf8.count <= 2048, let host = Self.host(of: text) else {
            return .refused(RecordFault.noPageAddress(text).problem(at: location))
        }
        guard host == self.host else { return .refused(RecordFault.otherHost(text).problem(at: location)) }
        guard let lastModified, !lastModified.isEmpty else {
            return .entry(SitemapEntry(kind: kind, address: text, lastModified: nil), warnings: warnings)
        }
        guard PartialDate(lastModified) != nil else {
            let problem = RecordFault.noModificationDate(lastModified).problem(at: location)
            return .entry(SitemapEntry(kind: kind, address: text, lastModified: nil), warnings: warnings + [problem])
        }
        return .entry(SitemapEntry(kind: kind, address: text, lastModified: lastModified), warnings: warnings)
    }

    /// Host and port, in small letters; the usual ports count as none.
    private static func host(of address: String) -> String? {
        guard let components = URLComponents(string: address), let host = components.host?.lowercased(), !host.isEmpty,
            components.user == nil
        else { return nil }
        guard let port = components.port, port != 80, port != 443 else { return host }
        return "\(host):\(port)"
    }
}
