import Foundation
import GRDB
import TestSupport
import Testing
import UsageStatistics

@Suite("List of robots")
struct RobotTests {
    /// What the file keeps of an agent: it must still tell what it is when days are counted again.
    private static func kept(_ agent: String) throws -> String {
        let fixture = try UsageFixture()
        try fixture.store.append([UsageFixture.event(.investigation, item: "example:1", agent: agent)])
        return try fixture.store.read { try String.fetchOne($0, sql: "SELECT text FROM word WHERE kind = 1") } ?? "?"
    }

    @Test(
        "browsers of people are no robots",
        arguments: [
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; U; Android 4.4.2; vi-vn; SM-G355H Build/KOT49H) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30",
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/122.0.206 Chrome/116.0.5845.206 Safari/537.36",
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
            "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80; U; vi) Presto/2.5.25 Version/10.54",
            "Mozilla/5.0 (Linux; Android 9; vivo 1904) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/108.0 Mobile Safari/537.36 Zalo android/12110570 ZaloTheme/light",
            "UCWEB/2.0 (MIDP-2.0; U; Adr 9; vi; Nokia_2.2) U2/1.0.0 UCBrowser/12.9.10 Mobile",
            "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
            "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/538.1 (KHTML, like Gecko) Version/5.0 TV Safari/538.1",
        ])
    func people(agent: String) throws {
        #expect(try UsageFixture.robots().label(of: agent) == .person)
        #expect(try UsageFixture.robots().label(of: Self.kept(agent)) == .person)
    }

    @Test(
        "crawlers, tools and libraries are robots",
        arguments: [
            "", "-", "Googlebot/2.1 (+http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "curl/7.88.1", "Wget/1.21",
            "python-requests/2.31.0", "Java/17.0.2", "Go-http-client/2.0", "facebookexternalhit/1.1",
            "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", "okhttp/4.9.0", "Scrapy/2.11",
            "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
            "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/126.0 Safari/537.36",
            "DSpace OAI-PMH Harvester", "archive.org_bot", "UptimeRobot/2.0", "W3C_Validator/1.3", "node-fetch/1.0",
        ])
    func robots(agent: String) throws {
        #expect(try UsageFixture.robots().label(of: agent) == .robot)
        #expect(try UsageFixture.robots().label(of: Self.kept(agent)) == .robot)
    }

    @Test(
        "agents that gather for artificial intelligence have a label of their own",
        arguments: [
            "Mozilla/5.0 (compatible; GPTBot/1.1; +https://openai.com/gptbot)", "ClaudeBot/1.0", "CCBot/2.0",
            "Mozilla/5.0 (compatible; PerplexityBot/1.0)", "Mozilla/5.0 (compatible; Bytespider)", "Amazonbot/0.1",
        ])
    func artificialIntelligence(agent: String) throws {
        #expect(try UsageFixture.robots().label(of: agent) == .aiAgent)
        #expect(try UsageFixture.robots().label(of: Self.kept(agent)) == .aiAgent)
    }

    @Test("a pattern that is none is told with its line")
    func badPattern() {
        #expect(throws: UsageError.robotList(file: "x", line: 3, pattern: "(")) {
            try RobotList("# version: 1\nkind\tpattern\nrobot\t(\n", file: "x")
        }
    }

    @Test("COUNTER's official list can stand in for ours, and most agents get the same label")
    func official() throws {
        let folder = URL(fileURLWithPath: Project.folder).deletingLastPathComponent()
            .appendingPathComponent("shared/data/conformance/counter-robots")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL } ?? []
        guard let file = files.first(where: { $0.lastPathComponent == "COUNTER_Robots_list.json" }) else {
            print("skipped: ../shared/data is not here")
            return
        }
        let list = try RobotList(String(contentsOf: file, encoding: .utf8), file: file.path)
        let own = try UsageFixture.robots()
        let machines = ["Googlebot/2.1", "curl/7.88.1", "python-requests/2.31.0", "", "Wget/1.21", "Scrapy/2.11"]
        for agent in machines { #expect(list.label(of: agent) == .robot && own.label(of: agent) == .robot, "\(agent)") }
        #expect(list.label(of: UsageFixture.person) == .person)
    }
}
