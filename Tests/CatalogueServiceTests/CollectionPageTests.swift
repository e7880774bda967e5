import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import TestSupport
import GRDB
import Testing

@Suite("Pages of collections")
struct CollectionPageTests {
    /// Three resources, of which one is withdrawn; collections open, upcoming, closed, a draft, and one taken back.
    private static func store() throws -> CatalogueStore {
        let store = try CatalogueStore.containing(
            (0..<3).map { number in
                Fixture.resource("example:\(number)", title: "Bài \(number) <script>alert(1)</script>") {
                    $0.languages = Fixture.languages(number == 1 ? "en" : "vi")
                    $0.licence = "CC-BY-4.0"
                    $0.creators = ["=cmd|' /C calc'!A0"]
                }
            })
        let collections = Collections(store)
        for (slug, opens, closes) in [
            ("mo", nil, nil), ("sap-mo", "2999-01-01", nil), ("da-het", nil, "2020-01-01"), ("nhap", nil, nil),
            ("thu-lai", nil, nil),
        ] as [(String, String?, String?)] {
            var details = CollectionDetails(title: "Bộ \(slug) <i>", purpose: .event)
            details.titleInEnglish = "Set \(slug)"
            details.summary = "Dòng một <b>\nDòng hai"
            details.institution = "example"
            details.opensOn = opens.flatMap { PartialDate($0) }
            details.closesOn = closes.flatMap { PartialDate($0) }
            try collections.create(details, slug: slug, by: "command", at: Fixture.instant)
            let ids = (0..<3).compactMap { ResourceID("example:\($0)") }
            try collections.add(ids, to: slug, note: "Vì sao & <u>\nhai dòng", by: "command", at: Fixture.instant)
            if slug != "nhap" { try collections.set(.published, of: slug, by: "command", at: Fixture.instant) }
            if slug == "thu-lai" { try collections.set(.draft, of: slug, by: "command", at: Fixture.instant) }
        }
        try store.write {
            try $0.execute(
                sql: "UPDATE learningResource SET withdrawnAt = 1, withdrawnWhy = 'by-hand' WHERE id = 'example:2'")
        }
        return store
    }

    @Test("readers see what is open or over; drafts and what is to come are not found, what was taken back is gone")
    func visibility() async throws {
        try await RunningService.serving(Self.store()) { service in
            for (slug, status) in [
                ("mo", 200), ("da-het", 200), ("sap-mo", 404), ("nhap", 404), ("thu-lai", 410), ("none", 404),
            ] {
                for path in [
                    "/collections/\(slug)", "/api/v1/collections/\(slug)", "/collections/\(slug)/feed.atom",
                    "/collections/\(slug)/package.zip", "/collections/\(slug)/print", "/collections/\(slug)/qr.svg",
                ] {
                    #expect(try await service.answer(path).status == status, "\(path)")
                }
            }
            let listed = try #require(
                try await service.answer("/api/v1/collections").json()["collections"] as? [[String: Any]])
            #expect(listed.compactMap { $0["slug"] as? String } == ["mo", "da-het"])
        }
    }

    @Test(
        "pages answer in both languages, escaped, with links that lead somewhere",
        arguments: [
            "/collections", "/collections/mo", "/collections/da-het", "/collections/mo/print",
            "/collections/mo/print?qr=one", "/my-list", "/translations", "/translations?state=wanted",
        ])
    func pages(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            for language in ["", (path.contains("?") ? "&" : "?") + "lang=en"] {
                let page = try await service.answer(path + language)
                #expect(page.status == 200)
                for markup in ["{{", "<i>", "<u>", "<b>", "<script>"] { #expect(!page.text.contains(markup)) }
                for href in Set(page.text.matches(of: /(?:href|src)="(\/[^"#]*)/).map { String($0.1) }) {
                    let target = href.replacing("&amp;", with: "&")
                    let isGone = target.hasPrefix("/resources/example:2")
                    #expect(try await service.answer(target).status == (isGone ? 410 : 200), "\(path) → \(target)")
                }
            }
        }
    }

    @Test("a collection's page has its resources in order, with notes; what is withdrawn says so and leads nowhere")
    func order() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/collections/mo").text
            #expect(page.matches(of: /data-resource="([^"]*)"/).map { String($0.1) } == ["example:0", "example:1"])
            #expect(page.contains("Học liệu này đã được rút") && page.contains("Vì sao &amp; &lt;u&gt;"))
            let answer = try await service.answer("/api/v1/collections/mo?lang=en").json()
            #expect(answer["title"] as? String == "Set mo")
            let items = try #require(answer["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["state"] as? String } == ["offered", "offered", "withdrawn"])
            #expect(items.compactMap { $0["position"] as? Int } == [1, 2, 3] && items[2]["url"] == nil)
        }
    }

    @Test(
        "the feed is Atom with what RFC 4287 asks for, and identifiers that do not change with the address",
        arguments: ["", "?lang=en"])
    func feed(language: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer("/collections/mo/feed.atom" + language)
            #expect(answer.headers["content-type"] == "application/atom+xml; charset=utf-8")
            let ids = answer.text.matches(of: /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/).map { String($0.1) }
            #expect(ids.count == 3 && Set(ids).count == 3)
            let elsewhere = try await service.answer(
                "/collections/mo/feed.atom" + language, headers: ["X-Forwarded-Host": "khac.example.vn"])
            #expect(elsewhere.text.matches(of: /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/).map { String($0.1) } == ids)
            #expect(elsewhere.text.contains("http://khac.example.vn/collections/mo"))
            for element in ["<title>", "<updated>2023-11-14T22:13:20Z</updated>", "<author><name>", "rel=\"self\""] {
                #expect(answer.text.contains(element), "\(element)")
            }
            var bytes: [UInt8]? = Array(answer.body)
            var reader = RecordReader(format: .xml, file: "feed") {
                defer { bytes = nil }
                return bytes
            }
            var entries = 0
            while let outcome = try reader.next() { if case .record = outcome { entries += 1 } }
            #expect(entries == 2)
        }
    }

    @Test("the package reads back: records as a table and as JSON-LD, a page that loads nothing, licences for each")
    func package() async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer("/collections/mo/package.zip")
            #expect(answer.headers["content-type"] == "application/zip")
            #expect(answer.headers["content-disposition"] == "attachment; filename=\"mo.zip\"")
            let folder = try TemporaryFolder()
            let file = try folder.file("mo.zip", answer.body)
            let unzip = CommandLineProgram("/usr/bin/unzip")
            #expect(try unzip.run("-q", file, "-d", folder.path).status == 0)
            func text(_ name: String) throws -> String {
                try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
            }
            let page = try text("index.html")
            for forbidden in ["<script", "<link", "src=", "@import", "url("] { #expect(!page.contains(forbidden)) }
            #expect(
                page.contains("Gói này chỉ có thông tin và đường dẫn") && page.contains("https://example.org/example:0")
            )
            #expect(!page.contains("https://example.org/example:2"))
            let licences = try text("giay-phep.txt")
            #expect(licences.contains("1. “Bài 0") && licences.contains("creativecommons.org/licenses/by/4.0/"))
            let table = try text("records.csv")
            #expect(table.contains("'=cmd") && !table.contains(",=cmd"))
            let list = try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: folder.path + "/records.jsonld")))
            let records = try #require(list as? [[String: Any]])
            #expect(records.compactMap { $0["identifier"] as? String } == ["example:0", "example:1"])
            #expect(records.compactMap { $0["position"] as? Int } == [1, 2])
        }
    }

    /// The dark modules of an SVG of ours, with the side of the code.
    private static func modules(of svg: String) throws -> (side: Int, dark: Set<[Int]>) {
        let box = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/))
        let side = try #require(Int(box.1)) - 8
        var dark: Set<[Int]> = []
        for bar in svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let numbers = [bar.1, bar.2, bar.3].compactMap { Int($0) }
            for column in numbers[0]..<(numbers[0] + numbers[2]) { dark.insert([numbers[1] - 4, column - 4]) }
        }
        return (side, dark)
    }

    @Test("a QR code has its finders, its timing lines, a size of the standard and a format that says level M")
    func code() async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer("/collections/mo/qr.svg")
            #expect(answer.headers["content-type"] == "image/svg+xml")
            let (side, dark) = try Self.modules(of: answer.text)
            #expect((side - 21).isMultiple(of: 4) && (21...177).contains(side))
            for (top, left) in [(0, 0), (0, side - 7), (side - 7, 0)] {
                for row in 0..<7 {
                    for column in 0..<7 {
                        let isRing = row == 0 || row == 6 || column == 0 || column == 6
                        let isCore = (2...4).contains(row) && (2...4).contains(column)
                        #expect(dark.contains([top + row, left + column]) == (isRing || isCore))
                    }
                }
            }
            for place in 8..<(side - 8) {
                #expect(dark.contains([6, place]) == place.isMultiple(of: 2))
                #expect(dark.contains([place, 6]) == place.isMultiple(of: 2))
            }
            // The first two bits of the format, under its mask 10: level M is 00 (ISO/IEC 18004, 7.9).
            #expect(dark.contains([8, 0]) == true && dark.contains([8, 1]) == false)
            #expect(dark.contains([side - 8, 8]))
        }
    }

    @Test("the sheet has one code, or one more for each resource that can be opened")
    func sheet() async throws {
        try await RunningService.serving(Self.store()) { service in
            let each = try await service.answer("/collections/mo/print").text
            #expect(each.components(separatedBy: "<svg").count - 1 == 3)
            let one = try await service.answer("/collections/mo/print?qr=one").text
            #expect(one.components(separatedBy: "<svg").count - 1 == 1)
            #expect(!each.contains("Bài 2"))
        }
    }

    @Test(
        "a host that could mean something else is not repeated",
        arguments: ["a\"><script>", "a b", "x/../y", "", "a@b", String(repeating: "a", count: 300)])
    func hosts(host: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let feed = try await service.answer("/collections/mo/feed.atom", headers: ["X-Forwarded-Host": host])
            #expect(feed.status == 200 && (host.isEmpty || !feed.text.contains("http://" + host)))
        }
    }

    @Test("a list of one's own asks what the catalogue says, fifty at once, in the order asked")
    func ownList() async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer(
                "/api/v1/resources?id=example:2&id=none:1&id=example:0&id=%00&lang=en")
            let resources = try #require(try answer.json()["resources"] as? [[String: Any]])
            #expect(resources.compactMap { $0["id"] as? String } == ["example:2", "example:0"])
            #expect(resources.compactMap { $0["state"] as? String } == ["withdrawn", "offered"])
            #expect(resources.last?["lang"] as? String == "vi")
            let many = (0...50).map { "id=example:\($0)" }.joined(separator: "&")
            #expect(try await service.answer("/api/v1/resources?" + many).status == 400)
            #expect(try await service.answer("/api/v1/resources").json()["resources"] as? [String] == [])
            #expect(try await service.answer("/translations?state=none").status == 400)
        }
    }
}
