import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Typing concepts by name on the pages of tags")
struct ConceptEntryPageTests {
    static func store() throws -> CatalogueStore {
        var reference = Fixture.reference
        let old = reference.vocabularies
        let programmes = ConceptScheme(
            id: .programmes,
            concepts: [
                Concept(
                    code: "7620301", broader: nil,
                    label: LocalisedText(vietnamese: "Nuôi tôm", english: "Prawn farming"))
            ])
        reference.vocabularies = VocabularySet(
            schemes: SchemeID.allCases.map { $0 == .programmes ? programmes : old[$0] }, licences: old.licences,
            crosswalks: old.crosswalks)
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: reference)
        try store.add([Fixture.resource("example:0", title: "Bếp")])
        return store
    }

    private static let path = "/resources/example:0/tags"

    @Test(
        "a reader suggests a concept by a name, and is told what it was taken for",
        arguments: [
            ("Nấu ăn", "Dịch vụ cá nhân (Lĩnh vực 101)"), ("nau an", "Dịch vụ cá nhân (Lĩnh vực 101)"),
            ("Fisheries", "Thủy sản (Lĩnh vực 083)"), ("cao dang", "Cao đẳng (Trình độ)"),
            ("Cao đẳng (trình độ)", "Cao đẳng (Trình độ)"),
            ("nông dân; farmers", "Nông dân (Đối tượng)"), ("subjects:101", "Dịch vụ cá nhân"),
        ])
    func suggesting(typed: String, taken: String) async throws {
        let store = try Self.store()
        try await RunningService.serving(store) { service in
            let reader = SignedInBrowser(service)
            let answer = try await reader.submit(to: Self.path, from: Self.path, ["concept": typed, "action": "add"])
            #expect(answer.status == 200 && answer.text.contains("đề nghị đã được ghi"))
            #expect(answer.text.contains("Được hiểu là " + taken), "\(answer.text)")
            #expect(try Tags(store).suggestions(limit: 10).suggestions.count == 1)
        }
    }

    @Test("a name of several schemes is asked about before anything is kept, and what is chosen is taken")
    func asking() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let question = try await browser.submit(
                to: Self.path, ["names": "bếp", "concept": "nuoi tom; Nông dân", "action": "add"])
            #expect(question.status == 422 && question.text.contains("“nuoi tom” là tên của nhiều thứ"))
            for key in ["subjects:083", "programmes:7620301"] {
                #expect(question.text.contains("type=\"checkbox\" name=\"concept\" value=\"\(key)\""))
            }
            #expect(question.text.contains("name=\"concept\" value=\"Nông dân\""), "what is clear stays")
            #expect(question.text.contains("name=\"names\" value=\"bếp\""))
            let id = try #require(ResourceID("example:0"))
            #expect(try Tags(store).assigned(to: id).isEmpty)
            let done = try await browser.submit(
                to: Self.path,
                fields: [
                    ("names", "bếp"), ("concept", "Nông dân"), ("concept", "programmes:7620301"), ("action", "add"),
                ])
            #expect(done.status == 303)
            let codes = try Tags(store).assigned(to: id).map(\.assignment.code)
            #expect(codes.sorted() == ["1", "7620301", "farmers"])
        }
    }

    @Test("what is like no name says so, what is nearly one is proposed; the field has examples and help")
    func unknown() async throws {
        let store = try Self.store()
        try await RunningService.serving(store) { service in
            let reader = SignedInBrowser(service)
            let none = try await reader.submit(to: Self.path, ["concept": "<b>xyz</b>", "action": "add"])
            #expect(none.status == 422 && none.text.contains("Không có khái niệm nào tên “&lt;b&gt;xyz"))
            let near = try await reader.submit(to: Self.path, ["concept": "dịch vụ cá", "action": "add"])
            #expect(near.status == 422 && near.text.contains("Có phải bạn muốn nói"))
            #expect(near.text.contains("value=\"subjects:101\""))
            for language in ["", "?lang=en"] {
                let page = try await reader.open(Self.path + language).text
                #expect(page.contains("aria-describedby=\"concept-hint\"") && page.contains("<details>"))
                #expect(page.contains(language.isEmpty ? "Thủy sản (Lĩnh vực 083)" : "Fisheries (Subject 083)"))
                #expect(!page.contains("value=\"subjects:083\""), "no codes to be typed")
            }
            #expect(try Tags(store).suggestions(limit: 10).suggestions.isEmpty)
        }
    }
}
