import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import TestSupport
import Testing

@Suite("Sources that are feeds", .serialized, .timeLimit(.minutes(10)))
struct FeedTests {
    private static let path = "/bai-giang.atom"

    private func entry(_ number: Int, _ title: String? = nil) -> String {
        """
        <entry><id>tag:truong.example,2024:\(number)</id><title>\(title ?? "Bài \(number)")</title>
        <link rel="alternate" href="https://truong.example/bai/\(number)"/><updated>2024-01-01T00:00:00Z</updated></entry>
        """
    }

    /// A page of an Atom feed; the page after it is `next`.
    private func feed(_ entries: [String], next: String? = nil, deleted: [Int] = []) -> String {
        let tombstones = deleted.map {
            "<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"tag:truong.example,2024:\($0)\" when=\"2024-02-01T00:00:00Z\"/>"
        }
        let link = next.map { "<link rel=\"next\" href=\"\($0)\"/>" } ?? ""
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Bài giảng mở</title><id>tag:truong.example,2024:feed</id>
            \(link)\(tombstones.joined())\(entries.joined(separator: "\n"))</feed>
            """
    }

    private func id(_ number: Int) -> String { "tag:truong.example,2024:\(number)" }

    private func serving(_ use: @Sendable (Harvests, WebSite) async throws -> Void) async throws {
        let harvests = try Harvests()
        let site = WebSite()
        try await site.serving { server in
            try harvests.register([server.url + Self.path], as: .feed)
            try await use(harvests, site)
        }
    }

    /// Puts entries `numbers` (the newest first) in pages of `size`.
    private func put(_ numbers: [Int], size: Int, _ site: WebSite, titles: [Int: String] = [:]) {
        let pages = stride(from: 0, to: max(1, numbers.count), by: size).map {
            Array(numbers[$0..<min($0 + size, numbers.count)])
        }
        for (index, page) in pages.enumerated() {
            let path = index == 0 ? Self.path : "\(Self.path)?trang=\(index + 1)"
            let next = index + 1 < pages.count ? "?trang=\(index + 2)" : nil
            site.put(path, "application/atom+xml", feed(page.map { entry($0, titles[$0]) }, next: next))
        }
    }

    @Test("the first harvest reads all pages; the next ones read until what is known; what fell off the end stays")
    func pages() async throws {
        try await serving { harvests, site in
            put(Array((0..<35).reversed()), size: 10, site)
            let first = try await harvests.run()
            #expect(first.verdict == .success && first.counts.added == 35 && first.counts.pages == 4)
            _ = site.asked()
            #expect(try await harvests.run().codes == ["unchanged"])
            #expect(site.asked() == ["304 \(Self.path)"])
            // Thirteen new ones; the feed keeps twenty.
            put(Array((28..<48).reversed()), size: 10, site, titles: [30: "Sửa lại"])
            site.remove("\(Self.path)?trang=3")
            let second = try await harvests.run()
            #expect(second.verdict == .success && second.counts.added == 13 && second.counts.changed == 1)
            #expect(try harvests.titles().count == 48 && harvests.titles()[id(30)] == "Sửa lại")
            #expect(try harvests.withdrawn().isEmpty)
            let full = try await harvests.run { $0.isFull = true }
            #expect(full.counts.withdrawn == 0 && full.verdict == .success)
        }
    }

    @Test("what a feed says was deleted is withdrawn, and nothing else")
    func tombstones() async throws {
        try await serving { harvests, site in
            site.put(Self.path, "application/atom+xml", feed((0..<5).map { entry($0) }))
            try await harvests.run()
            site.put(Self.path, "application/atom+xml", feed([entry(7)], deleted: [2, 99]))
            let report = try await harvests.run()
            #expect(report.counts.withdrawn == 1 && report.counts.alreadyGone == 1 && report.counts.addsUp)
            #expect(try harvests.withdrawn() == [id(2): "deleted-at-source"])
            #expect(try harvests.titles().count == 5)
        }
    }

    @Test(
        "a harvest that is cut off between pages leaves a gap, which the next one fills, behind new entries",
        arguments: [2, 3, 4])
    func gaps(page: Int) async throws {
        try await serving { harvests, site in
            put(Array((0..<45).reversed()), size: 10, site)
            site.put("\(Self.path)?trang=\(page)", "text/plain", "no", status: 500)
            let first = try await harvests.run()
            #expect(first.verdict == .partial && first.counts.added == (page - 1) * 10)
            put(Array((0..<58).reversed()), size: 10, site)
            site.put("\(Self.path)?trang=2", "text/plain", "no", status: 500)
            let second = try await harvests.run()
            #expect(second.verdict == .partial && second.counts.added == 10)
            put(Array((0..<62).reversed()), size: 10, site)
            let third = try await harvests.run()
            #expect(third.verdict == .success)
            #expect(try harvests.titles().count == 62)
        }
    }

    @Test("pages that go round in a circle, or on forever, end", arguments: [true, false])
    func circles(isCircle: Bool) async throws {
        let harvests = try Harvests()
        let page = feed([entry(1), entry(2)], next: isCircle ? "/f" : "?x=%N%")
        try await LoopbackServer.answering { request in
            // Each page names another that was never asked for, and all are the same but for that.
            let number = request.target.utf8.count
            let next = String(repeating: "1", count: number)
            return [.answer(200, [("Content-Type", "application/atom+xml")], text: page.replacing("%N%", with: next))]
        } _: { server in
            let report = try await harvests.register([server.url + "/f"], as: .feed).run()
            #expect([.success, .partial].contains(report.verdict))
            #expect(report.counts.pages <= 501)
            #expect(try harvests.titles().count == 2)
            #expect([.success, .partial].contains(try await harvests.run().verdict))
        }
    }

    @Test("RSS is read; its next page may be named with Atom; one on another host is not followed")
    func rss() async throws {
        try await serving { harvests, site in
            func channel(_ number: Int, _ next: String) -> String {
                """
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>
                <link>https://truong.example/</link><atom:link rel="next" href="\(next)"/>
                <item><guid>https://truong.example/\(number)</guid><title>Tin \(number)</title>
                <link>https://truong.example/\(number)</link></item></channel></rss>
                """
            }
            site.put(Self.path, "application/rss+xml", channel(1, "/hai.rss"))
            site.put("/hai.rss", "application/rss+xml", channel(2, "https://khac.example/ba.rss"))
            let report = try await harvests.run()
            #expect(report.verdict == .success && report.codes.contains("feed-next-elsewhere"))
            #expect(Set(try harvests.titles().values) == ["Tin 1", "Tin 2"])
        }
    }

    @Test("a web page, a missing feed and a feed that is cut off withdraw nothing", arguments: [0, 1, 2])
    func damage(kind: Int) async throws {
        try await serving { harvests, site in
            let text = feed((0..<8).map { entry($0) })
            site.put(Self.path, "application/atom+xml", text)
            try await harvests.run()
            switch kind {
            case 0: site.put(Self.path, "text/html", "<!DOCTYPE html><html><body>Bảo trì</body></html>")
            case 1: site.remove(Self.path)
            default: site.put(Self.path, "application/atom+xml", String(text.dropLast(500)))
            }
            let report = try await harvests.run()
            #expect(report.verdict == (kind == 2 ? .partial : .failed))
            #expect(try harvests.titles().count == 8 && harvests.withdrawn().isEmpty)
        }
    }
}
