import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Uploading a spreadsheet")
struct UploadPageTests {
    private static let table = """
        Mã;Tiêu đề;Địa chỉ;Lĩnh vực
        1;Trồng lúa;https://example.org/1;083
        2;;https://example.org/2;
        3;=HYPERLINK("http://evil.example");https://example.org/3;
        4;Nấu ăn <script>;https://example.org/4;101

        """

    @Test("First a report in Vietnamese, row by row; only the word to take it takes it, once")
    func twoSteps() async throws {
        let store = try DepositPageTests.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let report = try await browser.upload(
                Data(Self.table.utf8), named: "bảng.csv", field: "file", to: "/deposit/upload")
            #expect(report.status == 200)
            for text in [
                "Chưa ghi gì", "sẽ thêm", "không nhận được", "Thiếu giá trị bắt buộc", "công thức", "&lt;script",
                "<td class=\"number\">3</td>", "Ghi các dòng tốt (3)",
            ] { #expect(report.text.contains(text), "\(text)") }
            #expect(!report.text.contains("<script>;"))
            #expect(try store.read { db in try DepositTable.deposits(.init(), limit: 1, in: db).total } == 0)
            let upload = try #require(report.text.firstMatch(of: /name="upload" value="([^"]*)"/)).1
            let taken = try await browser.submit(
                to: "/deposit/upload/confirm", from: "/deposit/upload", ["upload": String(upload)])
            #expect(taken.status == 200 && taken.text.contains("Đã ghi."))
            #expect(try await service.answer("/resources/example:1").status == 200)
            let again = try await browser.submit(
                to: "/deposit/upload/confirm", from: "/deposit/upload", ["upload": String(upload)])
            #expect(again.status == 422 && again.text.contains("Hãy tải lại"))
            #expect(try store.read { db in try DepositTable.deposits(.init(), limit: 1, in: db).total } == 3)
            let export = try await browser.open("/deposits/export.csv")
            #expect(export.headers["content-type"] == "text/csv; charset=utf-8")
            #expect(export.text.contains("'=HYPERLINK"))
        }
    }

    @Test(
        "A file that cannot be taken is told why on the page itself",
        arguments: [
            ("Tiêu đề,Mô tả\nA,B\n", "thiếu cột: Địa chỉ"), ("", "Hãy chọn một tệp"), ("\u{1}\u{2}\u{3}", "thiếu cột"),
        ])
    func refused(content: String, message: String) async throws {
        let store = try DepositPageTests.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let answer = try await browser.upload(
                Data(content.utf8), named: "a.csv", field: "file", to: "/deposit/upload")
            #expect(answer.status == 422 && answer.text.contains(message), "\(answer.status)")
        }
    }

    @Test("Chosen so, one bad row keeps all others out")
    func allOrNothing() async throws {
        let store = try DepositPageTests.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let report = try await browser.upload(
                Data(Self.table.utf8), named: "a.csv", field: "file", to: "/deposit/upload", ["on_problem": "refuse"])
            #expect(report.text.contains("không ghi dòng nào trong trường hợp đó"))
            #expect(!report.text.contains("name=\"upload\""))
        }
    }

    @Test("An upload is its owner's, and is kept for an hour")
    func shelf() async throws {
        let store = try DepositPageTests.store()
        let (one, two) = (try store.key(.publisher), try store.key(.publisher))
        let time = TestTime()
        try await RunningService.serving(store, clock: { time.now }) { service in
            let lan = try await SignedInBrowser(service, key: one)
            let minh = try await SignedInBrowser(service, key: two)
            func upload() async throws -> String {
                let report = try await lan.upload(
                    Data(Self.table.utf8), named: "a.csv", field: "file", to: "/deposit/upload")
                return String(try #require(report.text.firstMatch(of: /name="upload" value="([^"]*)"/)).1)
            }
            let id = try await upload()
            let stolen = try await minh.submit(
                to: "/deposit/upload/confirm", from: "/deposit/upload", ["upload": id])
            #expect(stolen.status == 422)
            time.pass(.seconds(3601))
            let late = try await lan.submit(to: "/deposit/upload/confirm", from: "/deposit/upload", ["upload": id])
            #expect(late.status == 422)
            #expect(try store.read { db in try DepositTable.deposits(.init(), limit: 1, in: db).total } == 0)
        }
    }
}
