import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Sitemaps")
struct SitemapReadingTests {
    private func read(_ bytes: [UInt8], chunk: Int = 4_096) throws -> [SitemapReading] {
        var reader = SitemapReader(
            address: "https://kho.example.vn/sitemap.xml", chunks: RecordFormatsTests.chunks(of: bytes, size: chunk))
        var readings: [SitemapReading] = []
        while let reading = try reader.next() { readings.append(reading) }
        return readings
    }

    private func read(_ text: String) throws -> [SitemapReading] { try read(Array(text.utf8)) }

    static let map = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc> https://kho.example.vn/a?x=1&amp;y=2 </loc><lastmod>2021-05-30T08:00:00+07:00</lastmod><priority>0.5</priority></url>
        <url><loc>https://KHO.example.vn:443/học-liệu</loc><lastmod>hôm qua</lastmod></url>
        <url><loc>https://khac.example.vn/b</loc></url><url><loc>/c</loc></url><url/>
        <url><loc>http://kho.example.vn/d</loc><image:image><image:loc>https://x.vn/1.jpg</image:loc></image:image></url>
        </urlset>
        """

    @Test("addresses come with their dates, those of other hosts are refused")
    func pages() throws {
        let readings = try read(Self.map)
        #expect(
            readings.compactMap(\.entry) == [
                SitemapEntry(
                    kind: .page, address: "https://kho.example.vn/a?x=1&y=2", lastModified: "2021-05-30T08:00:00+07:00"),
                SitemapEntry(kind: .page, address: "https://KHO.example.vn:443/học-liệu", lastModified: nil),
                SitemapEntry(kind: .page, address: "http://kho.example.vn/d", lastModified: nil),
            ])
        #expect(readings.compactMap(\.refusal).map(\.reason) == [.malformedValue, .malformedValue, .missingField])
        #expect(readings.compactMap(\.refusal).first?.location.line == 5)
        #expect(readings.compactMap(\.refusal).first?.message.english.contains("another host") == true)
        guard case .entry(_, let warnings) = try #require(readings.dropFirst().first) else { return }
        #expect(warnings.map(\.field) == ["lastmod"])
    }

    @Test("a sitemap index names sitemaps, with or without a namespace")
    func index() throws {
        let readings = try read(
            "<sitemapindex><sitemap><loc>https://kho.example.vn/1.xml.gz</loc><lastmod>2021</lastmod></sitemap></sitemapindex>"
        )
        #expect(readings.compactMap(\.entry).map(\.kind) == [.sitemap])
        #expect(readings.compactMap(\.entry).map(\.lastModified) == ["2021"])
    }

    @Test("plain text has one address a line", arguments: ["", "\u{FEFF}"])
    func text(mark: String) throws {
        let readings = try read(
            mark + "https://kho.example.vn/1\r\n\r\n  https://kho.example.vn/2\nftp://kho.example.vn/3\n")
        #expect(
            readings.compactMap(\.entry).map(\.address) == ["https://kho.example.vn/1", "https://kho.example.vn/2"])
        #expect(readings.compactMap(\.refusal).map(\.location.line) == [4])
    }

    @Test("a sitemap in gzip is unpacked")
    func gzip() throws {
        #expect(try read(ZIPBuilder.gzip(Array(Self.map.utf8))) == read(Self.map))
        #expect(throws: RecordFormatError.self) {
            try read(ZIPBuilder.gzipHeader + ZIPBuilder.zeros(deflatedTo: 60_000))
        }
    }

    @Test("the 50,001st address is not read, and that is told")
    func limit() throws {
        let lines = (0...50_000).map { "https://kho.example.vn/\($0)" }.joined(separator: "\n")
        let readings = try read(lines)
        #expect(readings.count == 50_001)
        #expect(readings.last?.refusal?.reason == .tooLong)
        #expect(
            try read((0..<50_000).map { "https://kho.example.vn/\($0)" }.joined(separator: "\n")).compactMap(\.refusal)
                .isEmpty)
    }

    @Test(
        "what is no sitemap is refused as a whole",
        arguments: ["<html><body>404</body></html>", "<rss/>", "{}", "", "<urlsets><url/></urlsets>"])
    func others(text: String) {
        #expect(throws: RecordFormatError.self) { try read(text) }
    }

    @Test("any cutting of the bytes gives the same readings")
    func cutting() throws {
        let whole = try read(Self.map)
        for size in [1, 2, 3, 7, 100] { #expect(try read(Array(Self.map.utf8), chunk: size) == whole) }
    }
}

extension SitemapReading {
    fileprivate var entry: SitemapEntry? { if case .entry(let entry, _) = self { entry } else { nil } }
    fileprivate var refusal: RecordProblem? { if case .refused(let problem) = self { problem } else { nil } }
}
