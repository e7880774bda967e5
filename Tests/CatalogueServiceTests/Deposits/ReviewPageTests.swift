import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Review by the pages")
struct ReviewPageTests {
    @Test("A curator takes a deposit up, returns it with reasons, and publishes it when it is mended")
    func review() async throws {
        let store = try DepositPageTests.store()
        let (key, curatorKey) = (try store.key(.publisher), try store.key(.curator))
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let curator = try await SignedInBrowser(service, key: curatorKey)
            try await browser.submit(to: "/deposit", ["name": "Một", "url": "https://example.org/1", "action": "send"])
            #expect(try await curator.open("/review").text.contains(">Một</a>"))
            let page = "/review/example:mot"
            try await curator.submit(to: page, ["decision": "take", "revision": "1"])
            let empty = try await curator.submit(to: page, ["decision": "return", "note": "", "revision": "2"])
            #expect(empty.status == 409 && empty.text.contains("Hãy ghi lý do"))
            let returned = try await curator.submit(
                to: page, ["decision": "return", "note": "Thiếu <giấy phép>", "revision": "2"])
            #expect(returned.status == 303)
            let own = try await browser.open("/deposits/example:mot").text
            #expect(own.contains("trả lại để sửa") && own.contains("Thiếu &lt;giấy phép&gt;"))
            #expect(try await !curator.open("/review").text.contains(">Một</a>"))
            #expect(try await curator.open("/review?state=returned").text.contains(">Một</a>"))
            try await browser.submit(
                to: "/deposits/example:mot/edit",
                [
                    "name": "Một", "url": "https://example.org/1", "license": "CC-BY-4.0", "revision": "3",
                    "action": "send",
                ])
            let late = try await curator.submit(to: page, ["decision": "publish", "revision": "3"])
            #expect(late.status == 409)
            let published = try await curator.submit(to: page, ["decision": "publish", "revision": "4"])
            #expect(published.status == 303)
            #expect(try await service.answer("/resources/example:mot").status == 200)
            #expect(try store.check().isWell)
        }
    }

    @Test("Readers report without an account, a few times an hour; curators answer in the same queue")
    func reports() async throws {
        let store = try DepositPageTests.store()
        let curatorKey = try store.key(.curator)
        let time = TestTime()
        try await RunningService.serving(store, clock: { time.now }) { service in
            let reader = SignedInBrowser(service)
            #expect(try await reader.open("/resources/example:old").text.contains("/resources/example:old/report"))
            let path = "/resources/example:old/report"
            #expect(try await reader.submit(to: path, ["note": "x"]).status == 422)
            #expect(try await reader.submit(to: path, ["kind": "other", "note": " "]).status == 422)
            for number in 0..<5 {
                let thanks = try await reader.submit(to: path, ["kind": "other", "note": "<i>\(number)</i>"])
                #expect(thanks.status == 200 && thanks.text.contains("Cảm ơn bạn"))
            }
            #expect(try await reader.submit(to: path, ["kind": "other", "note": "6"]).status == 429)
            time.pass(.seconds(3601))
            #expect(try await reader.submit(to: path, ["kind": "broken-link", "note": ""]).status == 200)
            #expect(try await reader.open("/resources/example:none/report").status == 404)
            let curator = try await SignedInBrowser(service, key: curatorKey)
            let queue = try await curator.open("/review?kind=reports").text
            #expect(queue.contains("&lt;i&gt;3&lt;/i&gt;") && queue.contains("Liên kết hỏng"))
            #expect(
                try await curator.open("/review?kind=reports&report=broken-link").text.matches(of: /<h3>/).count == 1)
            let done = try await curator.submit(
                to: "/review/reports/1", from: "/review?kind=reports", ["decision": "done", "answer": "Đã sửa"])
            #expect(done.status == 303)
            // Tabs count what waits, whatever is looked at.
            for query in ["?kind=reports", "?kind=reports&state=done", "?state=published"] {
                #expect(try await curator.open("/review" + query).text.contains("(5)"), "\(query)")
            }
            #expect(try await curator.open("/review?kind=reports&state=done").text.contains("Đã sửa"))
            // Nothing in the file says who reported.
            let rows = try store.read { db in try ReaderReports.reports(nil, limit: 100, in: db).reports }
            #expect(rows.count == 6)
            #expect(!rows.contains { "\($0)".contains("127.0.0.1") })
        }
    }
}
