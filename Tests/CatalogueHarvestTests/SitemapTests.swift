import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Sources that are sites", .serialized, .timeLimit(.minutes(10)))
struct SitemapTests {
    private func page(_ number: Int, _ title: String? = nil) -> String {
        """
        <!DOCTYPE html><html lang="vi"><head><title>Trang \(number)</title>
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Course",
        "identifier": "khoa-hoc-\(number)", "name": "\(title ?? "Khóa học \(number)")",
        "url": "https://truong.example/khoa-hoc/\(number)"}</script></head><body><p>Xin chào</p></body></html>
        """
    }

    private let ordinary = "<!DOCTYPE html><html><head><title>Giới thiệu</title></head><body></body></html>"

    private func sitemap(_ entries: [(String, String?)]) -> String {
        let urls = entries.map { path, date in
            "<url><loc>%HOST%\(path)</loc>\(date.map { "<lastmod>\($0)</lastmod>" } ?? "")</url>"
        }
        return
            "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(urls.joined())</urlset>"
    }

    private func index(_ paths: [String]) -> String {
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + paths.map { "<sitemap><loc>%HOST%\($0)</loc></sitemap>" }.joined() + "</sitemapindex>"
    }

    private func id(_ number: Int) -> String { "example:khoa-hoc-\(number)" }

    private func serving(
        _ path: String = "/sitemap.xml", _ use: @Sendable (Harvests, WebSite) async throws -> Void
    ) async throws {
        let harvests = try Harvests()
        let site = WebSite()
        try await site.serving { server in
            try harvests.register([server.url + path], as: .sitemap)
            try await use(harvests, site)
        }
    }

    private func put(_ numbers: some Sequence<Int>, _ site: WebSite, date: String? = "2024-01-01") {
        let numbers = Array(numbers)
        site.put("/sitemap.xml", "application/xml", sitemap(numbers.map { ("/p/\($0)", date) }))
        for number in numbers { site.put("/p/\(number)", "text/html; charset=utf-8", page(number)) }
    }

    @Test("an index leads to sitemaps, these to pages; pages without a resource are no fault")
    func harvest() async throws {
        try await serving { harvests, site in
            site.put("/sitemap.xml", "application/xml", index(["/a.xml", "/b.xml"]))
            site.put("/a.xml", "application/xml", sitemap((0..<6).map { ("/p/\($0)", "2024-01-01") } + [("/", nil)]))
            site.put("/b.xml", "application/xml", sitemap((4..<10).map { ("/p/\($0)", "2024-01-01") }))
            for number in 0..<10 { site.put("/p/\(number)", "text/html", page(number)) }
            site.put("/", "text/html", ordinary)
            let report = try await harvests.run()
            #expect(report.verdict == .success && report.counts.added == 10 && report.counts.addsUp)
            #expect(report.codes == ["pages-without-resource"] && report.counts.pages == 11)
            #expect(Set(try harvests.titles().keys) == Set((0..<10).map(id)))
        }
    }

    @Test("the next time only pages whose date changed are fetched, and those that are new")
    func changes() async throws {
        try await serving { harvests, site in
            put(0..<12, site)
            try await harvests.run()
            _ = site.asked()
            harvests.time.pass(.seconds(3_600))
            let second = try await harvests.run()
            #expect(second.verdict == .success && second.codes == ["unchanged"])
            #expect(site.asked() == ["200 /sitemap.xml"])
            site.put("/p/3", "text/html", page(3, "Tên mới"))
            site.put("/p/12", "text/html", page(12))
            let entries = (0..<13).map { ("/p/\($0)", [3, 4].contains($0) ? "2024-02-01" : "2024-01-01") }
            site.put("/sitemap.xml", "application/xml", sitemap(entries))
            let third = try await harvests.run()
            #expect(third.counts.added == 1 && third.counts.changed == 1 && third.verdict == .success)
            #expect(site.asked().sorted() == ["200 /p/12", "200 /p/3", "200 /sitemap.xml", "304 /p/4"])
            #expect(try harvests.titles()[id(3)] == "Tên mới")
        }
    }

    @Test("pages without a date are asked again after a week, and sent only where they changed")
    func undated() async throws {
        try await serving { harvests, site in
            put(0..<3, site, date: nil)
            try await harvests.run()
            _ = site.asked()
            harvests.time.pass(.seconds(3 * 86_400))
            try await harvests.run()
            #expect(site.asked() == ["200 /sitemap.xml"])
            harvests.time.pass(.seconds(5 * 86_400))
            site.put("/p/1", "text/html", page(1, "Mới"))
            try await harvests.run()
            let asked = site.asked().filter { !$0.hasSuffix("robots.txt") }
            #expect(asked.sorted() == ["200 /p/1", "200 /sitemap.xml", "304 /p/0", "304 /p/2"])
            #expect(try harvests.titles()[id(1)] == "Mới")
        }
    }

    @Test("what robots.txt forbids is not fetched; the sitemap may be named there")
    func robots() async throws {
        try await serving("/") { harvests, site in
            site.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /p/2\nSitemap: %HOST%/so-do.xml\n")
            site.put("/so-do.xml", "application/xml", sitemap((0..<4).map { ("/p/\($0)", nil) }))
            for number in 0..<4 { site.put("/p/\(number)", "text/html", page(number)) }
            let report = try await harvests.run()
            #expect(report.codes == ["disallowed-by-robots"] && report.verdict == .success)
            #expect(Set(try harvests.titles().keys) == Set([0, 1, 3].map(id)))
            #expect(!site.asked().contains { $0.hasSuffix("/p/2") })
        }
    }

    @Test("pages that are gone take their records with them; those that only left the sitemap do not")
    func gone() async throws {
        try await serving { harvests, site in
            put(0..<12, site)
            try await harvests.run()
            harvests.time.pass(.seconds(86_400))
            site.put("/sitemap.xml", "application/xml", sitemap((4..<12).map { ("/p/\($0)", "2024-01-01") }))
            site.remove("/p/0")
            site.put("/p/1", "text/html", "gone", status: 410)
            let report = try await harvests.run()
            #expect(report.counts.withdrawn == 2 && report.verdict == .success)
            #expect(Set(try harvests.withdrawn().keys) == Set([0, 1].map(id)))
        }
    }

    @Test("where most of a site is gone at once the shrink guard keeps it")
    func shrinkGuard() async throws {
        try await serving { harvests, site in
            put(0..<20, site)
            try await harvests.run()
            for number in 0..<15 { site.remove("/p/\(number)") }
            site.put("/sitemap.xml", "application/xml", sitemap((15..<20).map { ("/p/\($0)", "2024-01-01") }))
            let report = try await harvests.run()
            #expect(report.verdict == .suspicious && report.counts.withheld == 15)
            #expect(try harvests.titles().count == 20)
            #expect(try await harvests.run { $0.acceptedShrink = 15 }.counts.withdrawn == 15)
            #expect(try harvests.titles().count == 5)
        }
    }

    @Test("a page that once comes without its resource keeps it; the second time it is let go")
    func maintenance() async throws {
        try await serving { harvests, site in
            put(0..<12, site)
            try await harvests.run()
            for (path, text) in [("/p/1", ordinary), ("/p/2", String(page(2).prefix(120)))] {
                site.put(path, "text/html", text)
            }
            site.put("/sitemap.xml", "application/xml", sitemap((0..<12).map { ("/p/\($0)", "2024-03-01") }))
            #expect(try await harvests.run().counts.withdrawn == 0)
            let report = try await harvests.run()
            // The one that is cut off says nothing, however often.
            #expect(report.counts.withdrawn == 1)
            #expect(Set(try harvests.withdrawn().keys) == [id(1)])
            site.put("/p/2", "text/html", page(2, "Nguyên vẹn"))
            try await harvests.run()
            #expect(try harvests.titles()[id(2)] == "Nguyên vẹn")
        }
    }

    @Test("a page that fails is told, keeps its records, and is tried again")
    func failures() async throws {
        try await serving { harvests, site in
            put(0..<12, site)
            site.put("/p/5", "text/html", "lỗi", status: 500)
            let first = try await harvests.run()
            #expect(first.verdict == .partial && first.run.endedBy?.code == "pages-failed" && first.counts.added == 11)
            site.put("/p/5", "text/html", page(5))
            #expect(try await harvests.run().verdict == .success)
            #expect(try harvests.titles().count == 12)
        }
    }

    @Test("a site that only fails is left alone after a few pages")
    func onlyFailures() async throws {
        try await serving { harvests, site in
            put(0..<30, site)
            for number in 0..<30 { site.put("/p/\(number)", "text/html", "lỗi", status: 500) }
            let report = try await harvests.run()
            #expect(report.verdict == .failed && report.run.endedBy?.code == "http-500")
            #expect(site.asked().filter { $0.contains("/p/") }.count == 40)
        }
    }

    @Test("a sitemap that cannot be read, is empty or is a web page withdraws nothing", arguments: [0, 1, 2, 3])
    func brokenSitemap(kind: Int) async throws {
        try await serving { harvests, site in
            put(0..<12, site)
            try await harvests.run()
            switch kind {
            case 0: site.remove("/sitemap.xml")
            case 1: site.put("/sitemap.xml", "application/xml", sitemap([]))
            case 2: site.put("/sitemap.xml", "text/html", ordinary)
            default:
                site.put(
                    "/sitemap.xml", "application/xml", String(sitemap((0..<12).map { ("/p/\($0)", nil) }).dropLast(300))
                )
            }
            let report = try await harvests.run()
            #expect(report.verdict == [.failed, .success, .failed, .suspicious][kind], "\(report)")
            #expect(try harvests.titles().count == 12 && harvests.withdrawn().isEmpty)
        }
    }

    @Test("a harvest that is stopped goes on with the pages it has not fetched", arguments: [false, true])
    func goesOn(isFull: Bool) async throws {
        try await serving { harvests, site in
            put(0..<20, site)
            if isFull {
                try await harvests.run()
                harvests.time.pass(.seconds(86_400))
                _ = site.asked()
            }
            let limited = try await harvests.run {
                $0.isFull = isFull
                $0.timeLimit = .seconds(8)
            }
            #expect(limited.verdict == .partial && limited.run.endedBy?.code == "time-limit")
            let before = site.asked().filter { $0.contains("/p/") }.count
            #expect((1..<20).contains(before))
            #expect(try await harvests.run().verdict == .success)
            #expect(site.asked().filter { $0.contains("/p/") }.count == 20 - before)
            #expect(try harvests.titles().count == 20 && harvests.withdrawn().isEmpty)
            #expect(try await harvests.run().run.kind == .incremental)
        }
    }
}
