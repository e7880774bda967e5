import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Suggestions for a deposit without a script")
struct DepositProposalTests {
    /// Made-up records of three institutions about fish and food.
    static func store() throws -> CatalogueStore {
        let fish = ["nuôi tôm sú", "ao nuôi cá tra", "bệnh của tôm", "thức ăn cho cá", "nuôi cua", "giống tôm càng"]
        let food = ["nấu ăn chay", "món canh chua", "làm bánh mì", "nấu phở bò", "bếp gia đình", "món kho quẹt"]
        let records = (fish.map { ($0, "083") } + food.map { ($0, "101") }).enumerated().map { number, record in
            Fixture.resource("example:\(number)", title: record.0) {
                $0.subjects = [record.1]
                $0.keywords = [record.1 == "083" ? "thủy sản" : "ẩm thực"]
                $0.description = record.1 == "083" ? "Kỹ thuật thủy sản ở đồng bằng" : "Công thức ẩm thực trong bếp"
                $0.publisher = Publisher(id: "nhom-\(number % 3)", name: "Nhóm \(number % 3)")
            }
        }
        let store = try CatalogueStore.containing(records)
        try store.trust("example", true, by: "command", at: Fixture.instant)
        return store
    }

    private static let fields = [
        ("name", "Nuôi tôm sú trong ao"), ("url", "https://example.org/tom"), ("description", "Kỹ thuật thủy sản"),
    ]
    private static let subject = "083 – Thủy sản"

    @Test("the preview suggests with reasons; nothing is taken that is not ticked, and what is ticked is")
    func preview() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let preview = try await browser.submit(to: "/deposit", fields: Self.fields + [("action", "preview")]).text
            #expect(preview.contains("type=\"checkbox\" name=\"about\" value=\"\(Self.subject)\""))
            #expect(preview.contains("type=\"checkbox\" name=\"keywords\" value=\"thủy sản\""))
            #expect(preview.contains(/vì có: <em>[^<]*nuôi tôm/.ignoresCase()) && !preview.contains("checked"))
            let ticked = Self.fields + [("about", Self.subject), ("keywords", "thủy sản")]
            let again = try await browser.submit(to: "/deposit", fields: ticked + [("action", "preview")]).text
            #expect(again.contains("type=\"hidden\" name=\"about\" value=\"\(Self.subject)\""))
            #expect(!again.contains("type=\"checkbox\" name=\"about\" value=\"\(Self.subject)\""))
            #expect(!again.contains("type=\"checkbox\" name=\"keywords\" value=\"thủy sản\""))
            let plain = try await browser.submit(to: "/deposit", fields: Self.fields + [("action", "send")])
            #expect(plain.status == 303)
            let bare = try await service.answer("/api/v1/resources/example:nuoi-tom-su-trong-ao").json()
            #expect(bare["about"] == nil && bare["keywords"] == nil, "nothing by itself")
            let edit = "/deposits/example:nuoi-tom-su-trong-ao/edit"
            let sent = try await browser.submit(to: edit, fields: ticked + [("revision", "1"), ("action", "send")])
            #expect(sent.status == 303)
            let chosen = try await service.answer("/api/v1/resources/example:nuoi-tom-su-trong-ao").json()
            #expect(chosen["keywords"] as? [String] == ["thủy sản"] && chosen["about"] != nil)
        }
    }

    @Test("the form suggests at a button, from a title alone, and finds no fault with what is missing still")
    func button() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            #expect(try await browser.open("/deposit").text.contains("value=\"suggest\""))
            let form = try await browser.submit(
                to: "/deposit", ["name": "Nuôi tôm sú trong ao <b>", "url": "", "action": "suggest"])
            #expect(form.status == 200 && !form.text.contains("role=\"alert\""))
            #expect(form.text.contains("type=\"checkbox\" name=\"about\" value=\"\(Self.subject)\""))
            #expect(form.text.contains("value=\"Nuôi tôm sú trong ao &lt;b&gt;\""))
            let none = try await browser.submit(to: "/deposit", ["name": "", "url": "", "action": "suggest"])
            #expect(none.status == 200 && !none.text.contains("id=\"proposals\""))
        }
    }
}
