import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import TestSupport
import Testing

@Suite("Damaged answers", .serialized, .timeLimit(.minutes(10)))
struct CorruptionTests {
    @Test(
        "whatever happens to the bytes of a repository, nothing is withdrawn and the verdict is honest",
        arguments: Seeds.few(50))
    func repository(seed: UInt64) async throws {
        var chance = RandomRepository(seed: seed)
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(30), time: harvests.time, settings: chance.settings())
        let faults = (0..<3).map { _ in chance.corruptions() }
        let kinds = (0..<3).map { _ in chance.number(0...1) == 0 }
        try await provider.serving { url in
            try await harvests.register([url]).run()
            let expected = Set(provider.titles.keys)
            for (faults, isFull) in zip(faults, kinds) {
                harvests.time.pass(.seconds(2 * 86_400))
                for number in 3..<9 { provider.put(ProvidedRecord(number, title: "Lần \(seed)-\(number)")) }
                provider.script(faults)
                let report = try await harvests.run { $0.isFull = isFull }
                #expect(report.counts.addsUp)
                #expect(expected.subtracting(try harvests.titles().keys).isEmpty, "withdrawn by damage")
                if report.counts.refused > 0 || report.run.endedBy != nil { #expect(report.verdict != .success) }
            }
            provider.script([])
            try await harvests.run()
            try await harvests.run { ($0.isFull, $0.acceptedShrink) = (true, 1_000) }
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("nor is anything by damage to a file", arguments: Seeds.few(50))
    func file(seed: UInt64) async throws {
        let lines = (0..<30).map {
            #"{"identifier": "\#($0)-\#($0)-\#($0)", "name": "Bài \#($0)", "url": "https://truong.example/\#($0)"}"#
        }
        let whole = Array(lines.joined(separator: "\n").utf8)
        try await damaged(whole, "application/jsonl", seed, as: .file)
    }

    @Test("nor by damage to a feed", arguments: Seeds.few(30))
    func feed(seed: UInt64) async throws {
        let entries = (0..<30).map {
            "<entry><id>tag:truong.example,2024:\($0)</id><title>Bài \($0)</title><link href=\"https://truong.example/\($0)\"/></entry>"
        }
        let whole = Array("<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entries.joined(separator: "\n"))</feed>".utf8)
        try await damaged(whole, "application/atom+xml", seed, as: .feed)
    }

    /// Harvests `whole`, then damaged copies, then `whole` again.
    private func damaged(
        _ whole: [UInt8], _ type: String, _ seed: UInt64, as sourceProtocol: HarvestSource.SourceProtocol
    ) async throws {
        let harvests = try Harvests()
        let site = WebSite()
        site.put("/x", WebSite.Page(type: type, body: whole))
        try await site.serving { server in
            try await harvests.register([server.url + "/x"], as: sourceProtocol).run()
            let expected = try harvests.titles()
            #expect(expected.count == 30)
            for round in 0..<3 {
                let body = Corruption(seed: seed &* 31 &+ UInt64(round)).applied(to: whole)
                site.put("/x", WebSite.Page(type: type, body: body))
                let report = try await harvests.run()
                #expect(report.counts.addsUp)
                let lost = Set(expected.keys).subtracting(try harvests.titles().keys)
                // A record whose identifier was turned into another good one cannot be told from one that was renamed.
                #expect(lost.count <= report.counts.added, "withdrawn by damage: \(lost)")
                if report.counts.refused > 0 || report.run.endedBy != nil { #expect(report.verdict != .success) }
            }
            site.put("/x", WebSite.Page(type: type, body: whole))
            try await harvests.run { ($0.isFull, $0.acceptedShrink) = (true, 1_000) }
            let titles = try harvests.titles()
            #expect(expected.allSatisfy { titles[$0.key] == $0.value })
        }
    }

    @Test("nor by damage to sitemaps and pages", arguments: Seeds.few(30))
    func site(seed: UInt64) async throws {
        let harvests = try Harvests()
        let site = WebSite()
        @Sendable func sitemap(_ date: String) -> String {
            "<urlset>" + (0..<12).map { "<url><loc>%HOST%/p/\($0)</loc><lastmod>\(date)</lastmod></url>" }.joined()
                + "</urlset>"
        }
        @Sendable func page(_ number: Int) -> [UInt8] {
            Array(
                """
                <html><head><script type="application/ld+json">{"@type": "Course", "identifier": "k-\(number)", "name": "K \(number)",
                "url": "https://truong.example/\(number)"}</script></head><body></body></html>
                """.utf8)
        }
        site.put("/sitemap.xml", "application/xml", sitemap("2024-01-01"))
        for number in 0..<12 { site.put("/p/\(number)", WebSite.Page(type: "text/html", body: page(number))) }
        try await site.serving { server in
            try await harvests.register([server.url + "/sitemap.xml"], as: .sitemap).run()
            let expected = try harvests.titles()
            #expect(expected.count == 12)
            let damage = Corruption(seed: seed)
            let map = String(decoding: damage.applied(to: Array(sitemap("2024-02-01").utf8)), as: UTF8.self)
            site.put("/sitemap.xml", "application/xml", map)
            for number in 0..<6 {
                site.put(
                    "/p/\(number)",
                    WebSite.Page(
                        type: "text/html", body: Corruption(seed: seed &+ UInt64(number)).applied(to: page(number))))
            }
            let report = try await harvests.run()
            #expect(report.counts.addsUp)
            #expect(Set(expected.keys).subtracting(try harvests.titles().keys).isEmpty, "withdrawn by damage")
            for number in 0..<6 { site.put("/p/\(number)", WebSite.Page(type: "text/html", body: page(number))) }
            site.put("/sitemap.xml", "application/xml", sitemap("2024-03-01"))
            for _ in 0..<3 { try await harvests.run { $0.acceptedShrink = 100 } }
            let titles = try harvests.titles()
            #expect(expected.allSatisfy { titles[$0.key] == $0.value })
        }
    }
}
