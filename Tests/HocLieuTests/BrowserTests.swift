import Foundation
import TestSupport
import Testing

@Suite("Pages in a real browser")
struct BrowserTests {
    /// What the browser's document looks like after loading `address` at the width of a phone.
    private func dom(of address: String) throws -> String {
        let browser = CommandLineProgram("/usr/bin/chromium")
        let profile = try TemporaryFolder()
        return try browser.run([
            "--headless", "--no-sandbox", "--disable-gpu", "--window-size=360,740", "--user-data-dir=" + profile.path,
            "--virtual-time-budget=3000", "--dump-dom", address,
        ]).output
    }

    @Test("a learner searches without marks, opens a resource, and changes to English")
    func learner() async throws {
        let folder = try TemporaryFolder()
        let hoclieu = CommandLineProgram.hoclieu
        _ = try hoclieu.run("ingest", Project.corpus, "--data", folder.path, "--corpus", Project.corpus)
        let output = try folder.file("output", "")
        let process = try hoclieu.start(
            ["serve", "--port", "0", "--data", folder.path], output: output, errors: try folder.file("errors", ""))
        defer {
            kill(process.processIdentifier, SIGTERM)
            process.waitUntilExit()
        }
        var address: String?
        for _ in 0..<200 where address == nil {
            try await Task.sleep(for: .milliseconds(100))
            address = try String(contentsOfFile: output, encoding: .utf8).firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)
                .map { String($0.0) }
        }
        let site = try #require(address)
        let home = try dom(of: site + "/")
        #expect(home.contains("Bạn muốn học gì hôm nay?") && home.contains("<html lang=\"vi\""))
        // The script has run: the box completes what is typed.
        #expect(home.contains("list=\"suggestions\""))
        let results = try dom(of: site + "/search?q=hoc+lieu+nau+an")
        #expect(
            results.contains("/resources/bccampus:basic-kitchen")
                || results.contains("/resources/bccampus%3Abasic-kitchen"))
        #expect(results.contains("Vì sao có kết quả này?"))
        let resource = try dom(of: site + "/resources/phet:ohms-law?lang=en")
        #expect(resource.contains("Định luật Ohm") && resource.contains("More like this"))
        #expect(resource.contains("application/ld+json"))
        // A resource can be kept in the browser; a shared list is made of what stands behind the #.
        #expect(resource.contains("Save to my list"))
        let list = try dom(of: site + "/my-list#ids=phet%3Aohms-law+none%3A1&name=Cho+l%E1%BB%9Bp+9")
        #expect(list.contains("<h2>Cho lớp 9</h2>") && list.contains("href=\"/resources/phet%3Aohms-law\""))
        #expect(list.contains("Định luật Ohm") && list.contains("(đã rút)"))
    }
}
