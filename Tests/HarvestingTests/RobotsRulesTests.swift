import Harvesting
import Testing

@Suite("robots.txt")
struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules {
        RobotsRules(parsing: Array(text.utf8), productToken: "hoclieu")
    }

    @Test(
        "the longest pattern that fits decides",
        arguments: [
            ("Disallow: /", "/a", false), ("Disallow:", "/a", true), ("Allow: /\nDisallow: /", "/a", true),
            ("Disallow: /a", "/ab", false), ("Disallow: /a/", "/a", true),
            ("Disallow: /a\nAllow: /a/b", "/a/b/c", true),
            ("Allow: /a\nDisallow: /a/b", "/a/b/c", false), ("Disallow: /*.pdf$", "/x/y.pdf", false),
            ("Disallow: /*.pdf$", "/x/y.pdf?v=1", true), ("Disallow: /*.pdf", "/x/y.pdf?v=1", false),
            ("Disallow: /a*b*c", "/a1b2c3", false), ("Disallow: /a*b*c", "/acb", true), ("Disallow: *", "/x", false),
            ("Disallow: /*/private/*/x$", "/u/private/1/2/x", false), ("Disallow: /a$", "/a", false),
            ("Disallow: /a$", "/ab", true), ("Disallow: /$", "/", false), ("Disallow: /$", "/x", true),
            ("Disallow: /a**b", "/a-b", false), ("Disallow: /*a$", "/aa", false), ("Disallow: /A", "/a", true),
            ("Disallow: /%7Ejoe", "/~joe/x", false), ("Disallow: /~joe", "/%7ejoe/x", false),
            ("Disallow: /tài", "/t%C3%A0i-lieu", false), ("Disallow: /t%c3%a0i", "/t%C3%A0i", false),
            ("Disallow: /a%2Fb", "/a/b", true), ("Disallow: /a%2fb", "/a%2Fb", false),
            ("Disallow: /x%2A", "/x*y", false),
            ("Disallow: /x%2A", "/xy", true), ("Disallow: /x$y", "/x$y", false), ("Disallow: /?q=", "/?q=1", false),
            ("Disallow: a", "/a", true), ("Disallow: /robots.txt", "/robots.txt", true),
            ("Disallow: /a # not all", "/b", true), ("disallow:/a", "/a", false), ("DISALLOW : /a", "/a", false),
        ])
    func matching(lines: String, path: String, allowed: Bool) {
        #expect(rules("User-agent: *\n" + lines).allows(path) == allowed)
    }

    @Test(
        "our own group counts before everyone's; groups of one name count together",
        arguments: [
            ("User-agent: *\nDisallow: /\nUser-agent: hoclieu\nDisallow: /x", "/a", true),
            ("User-agent: HocLieu/2.0\nDisallow: /", "/a", false), ("User-agent: other\nDisallow: /", "/a", true),
            ("User-agent: hoclieu-images\nDisallow: /", "/a", true),
            ("User-agent: hoclieubot\nDisallow: /", "/a", true),
            ("User-agent: a\nUser-agent: hoclieu\nDisallow: /", "/a", false),
            ("User-agent: hoclieu\nDisallow: /x\nUser-agent: b\nDisallow: /a", "/a", true),
            (
                "User-agent: hoclieu\nDisallow: /x\n\nUser-agent: *\nDisallow: /\n\nUser-agent: hoclieu\nDisallow: /a",
                "/a", false
            ),
            ("User-agent: hoclieu\n\nDisallow: /a", "/a", false), ("Disallow: /a", "/a", true),
            ("User-agent: hoclieu\nSitemap: /s\nUser-agent: b\nDisallow: /a", "/a", false),
            ("User-agent: hoclieu\nUser-agent: *\nDisallow: /a", "/a", false),
            ("User-agent: *\nDisallow: /\nUser-agent: hoclieu", "/a", true),
            ("\u{FEFF}User-agent: *\r\nDisallow: /a\r\n", "/a", false),
            ("User-agent: *\rDisallow: /a\r", "/a", false), ("<html>not a robots file</html>", "/a", true),
            ("", "/a", true),
        ])
    func groups(text: String, path: String, allowed: Bool) {
        #expect(rules(text).allows(path) == allowed)
    }

    @Test(
        "a pause is taken from the group that counts, and cut to half a minute",
        arguments: [
            ("User-agent: *\nCrawl-delay: 5", 5.0), ("User-agent: *\nCrawl-delay: 2.5", 2.5),
            ("User-agent: *\nCrawl-delay: 600", 30), ("User-agent: *\nCrawl-delay: -1", nil),
            ("User-agent: *\nCrawl-delay: soon", nil), ("User-agent: *\nCrawl-delay: nan", nil),
            ("User-agent: *\nCrawl-delay: 5\nUser-agent: hoclieu\nAllow: /", nil),
        ] as [(String, Double?)])
    func pauses(text: String, seconds: Double?) {
        #expect(rules(text).crawlDelay == seconds.map { .seconds($0) })
    }

    @Test("sitemaps are told whatever the group")
    func sitemaps() {
        let text = "Sitemap: https://a.example/1.xml\nUser-agent: x\nDisallow: /\nsitemap:https://a.example/2.xml"
        #expect(rules(text).sitemaps == ["https://a.example/1.xml", "https://a.example/2.xml"])
    }

    @Test("what stands beyond 500 KiB is not read, and hostile patterns take no long time")
    func limits() {
        let filler = String(repeating: "# nothing\n", count: 60_000)
        #expect(rules("User-agent: *\n" + filler + "Disallow: /").allows("/a"))
        let stars = "Disallow: /" + String(repeating: "a*", count: 1000) + "b\n"
        let hostile = rules("User-agent: *\n" + String(repeating: stars, count: 200))
        let clock = ContinuousClock()
        let time = clock.measure { #expect(hostile.allows("/" + String(repeating: "a", count: 2000))) }
        #expect(time < .seconds(5))
    }
}
