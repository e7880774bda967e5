import Foundation
import RecordFormats

/// Well-formed inputs that are damaged afterwards.
struct FuzzSeeds {
    let inputs: [(format: RecordFormat, bytes: [UInt8])]

    /// Files longer than this are left out: small ones are damaged more thoroughly.
    private static let longest = 100_000

    /// - Parameter samples: a folder whose files of known endings are added.
    init(samples: String?) throws {
        var catalogue = SyntheticCatalogue()
        let records = (0..<3).map { _ in catalogue.next() }
        let json = records.map(\.json).joined(separator: "\n")
        let page = """
            <!DOCTYPE html><html lang="vi"><head><title>Bài học</title><link rel="canonical" href="https://example.org/1">
            <script type="application/ld+json">\(records[0].json)</script></head><body><p>Nội dung</p></body></html>
            """
        let csv =
            "identifier,name,url,publisher\n"
            + records.map {
                "\($0.number),\"\($0.title.joined(separator: " "))\",https://example.org/\($0.number),example\n"
            }.joined()
        var inputs: [(RecordFormat, String)] = [
            (.jsonLines, json), (.csv, csv), (.xml, OAIPageText(records).text), (.webPage, page),
        ]
        inputs.append((.xml, Self.feed))
        var found = inputs.map { (format: $0.0, bytes: Array($0.1.utf8)) }
        if let samples {
            let names = FileManager.default.enumerator(atPath: samples)?.compactMap { $0 as? String } ?? []
            for name in names.sorted() {
                guard let format = RecordFormat.of(path: name),
                    let data = FileManager.default.contents(atPath: samples + "/" + name), data.count < Self.longest
                else { continue }
                found.append((format, [UInt8](data)))
            }
        }
        self.inputs = found
    }

    private static let feed = """
        <?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
        <title>Đài thử</title><language>vi</language><item><title>Bài 1</title><guid>https://example.org/1</guid>
        <link>https://example.org/1</link><itunes:duration>12:30</itunes:duration><enclosure url="https://example.org/1.mp3"
        type="audio/mpeg" length="1"/><description><![CDATA[<p>Mô tả &amp; nội dung</p>]]></description></item></channel></rss>
        """
}
