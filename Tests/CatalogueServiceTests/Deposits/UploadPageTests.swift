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
            ("Tiêu đề,Mô tả\nA,B\n", "thiếu cột: Địa chỉ"), ("Địa chỉ\nA\n", "thiếu cột: Tên học liệu"),
            ("", "Hãy chọn một tệp"), ("\u{1}\u{2}\u{3}", "thiếu cột"),
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

    @Test("Every column the page names is read under that name", arguments: ["vi", "en"])
    func columns(language: String) async throws {
        let store = try DepositPageTests.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let path = "/deposit/upload?lang=" + language
            let page = try await browser.open(path).text
            let names = page.matches(of: /<li><span class="chip">([^<]*)<\/span><\/li>/).map { String($0.1) }
            #expect(names.count == 24)
            let needed = language == "vi" ? "Bắt buộc: \(names[0]), \(names[1])." : "Needed: \(names[0]), \(names[1])."
            #expect(page.contains(needed))
            let heading = names.map { "\"\($0)\"" }.joined(separator: ",")
            let cells = ["Một", "https://example.org/1"] + Array(repeating: "", count: names.count - 2)
            let table = heading + "\n" + cells.joined(separator: ",") + "\n"
            let report = try await browser.upload(Data(table.utf8), named: "a.csv", field: "file", to: path).text
            #expect(report.contains(language == "vi" ? "sẽ thêm" : "would be added"))
            #expect(!report.contains("không dùng được") && !report.contains("is not known"))
        }
    }

    @Test("What is no table is called what it is, and a table without rows is said to have none")
    func noTable() async throws {
        let store = try DepositPageTests.store()
        let key = try store.key(.publisher)
        let files: [([UInt8], String)] = [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "ảnh PNG"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "ảnh JPEG"), (Array("%PDF-1.7\n%âãÏÓ".utf8), "tệp PDF"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "lưu dạng .xlsx"),
            (Array("Tên học liệu,Địa chỉ\n".utf8), "chưa có dòng học liệu nào"),
        ]
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            for (bytes, message) in files {
                let answer = try await browser.upload(
                    Data(bytes), named: "a.csv", field: "file", to: "/deposit/upload")
                #expect(answer.status == 422 && answer.text.contains(message), "\(message)")
                #expect(!answer.text.contains("UTF-8:") && !answer.text.contains("Đây là điều sẽ xảy ra"))
            }
        }
    }

    @Test("The report names fields in words, warns of words that are no subject, and stops sentences once")
    func words() async throws {
        let store = try DepositPageTests.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let table = """
                Tên học liệu,Địa chỉ,Lĩnh vực,Thời lượng
                Một,https://example.org/1,lung tung,12:30
                Hai,https://example.org/1,nau an,

                """
            let report = try await browser.upload(
                Data(table.utf8), named: "a.csv", field: "file", to: "/deposit/upload"
            ).text
            #expect(report.contains("“lung tung” không phải là tên lĩnh vực"))
            #expect(!report.contains("“nau an”") && !report.contains("khoảng thời gian"))
            #expect(report.contains("<code>Giấy phép</code>") && report.contains("<code>Mã</code>"))
            #expect(!report.contains("<code>license") && !report.contains("<code>identifier"))
            let other = "Mã,Tên học liệu,Địa chỉ\nexample:old,Hai,https://example.org/2\n"
            let taken = try await browser.upload(
                Data(other.utf8), named: "a.csv", field: "file", to: "/deposit/upload"
            ).text
            #expect(taken.contains("mang mã “example:old”") && !taken.contains(".. "))
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
