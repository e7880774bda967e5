import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing

@Suite("Deposits")
struct DepositDeskTests {
    private func found(_ desk: Desk, _ words: String) throws -> [String] {
        try Searcher(desk.store).search(SearchRequest(words)).hits.map(\.resource.id.rawValue)
    }

    @Test("What an institution sends waits unseen, until a curator publishes it")
    func review() throws {
        let desk = try Desk()
        let sent = try desk.create()
        #expect(sent.state == .submitted && sent.isPending && sent.tag == "\"r1\"")
        #expect(try found(desk, "trong lua").isEmpty)
        let taken = try desk.work(desk.curator) { try $0.takeUp(sent.id, if: .tags([sent.tag])) }
        #expect(taken.state == .inReview && taken.reviewer == "key:Lan")
        let published = try desk.work(desk.curator) { try $0.approve(sent.id, note: "", if: .tags([taken.tag])) }
        #expect(published.state == .published && !published.isPending)
        #expect(try found(desk, "trong lua") == ["example:1"])
        #expect(try desk.actions() == ["resource.deposit", "review.takeUp", "review.publish"])
        #expect(try desk.store.check().isWell)
    }

    @Test("A trusted institution publishes at once, and so does a curator")
    func trusted() throws {
        let desk = try Desk(isTrusted: true)
        #expect(try desk.create().state == .published)
        #expect(try found(desk, "trong lua") == ["example:1"])
        let other = try Desk()
        #expect(try other.create(by: other.curator).state == .published)
        #expect(try !other.store.trust("example", false, by: "command", at: Fixture.instant))
        #expect(throws: AccessKeyError.unknownInstitution("none")) {
            try other.store.trust("none", true, by: "command", at: Fixture.instant)
        }
    }

    @Test("A change of what learners see waits beside it; returned with reasons, mended and sent again it is published")
    func changeOfPublished() throws {
        let desk = try Desk()
        let sent = try desk.create()
        let published = try desk.work(desk.curator) { try $0.approve(sent.id, note: "Tốt", if: .any) }
        let changed = try desk.work(desk.publisher) {
            try $0.replace(
                with: Fixture.resource("example:1", title: "Trồng ngô"), if: .tags([published.tag]), from: .form)
        }.deposit
        #expect(changed.state == .submitted && changed.version == 2 && changed.publicVersion == 1)
        #expect(try found(desk, "ngo").isEmpty && found(desk, "lua") == ["example:1"])
        #expect(throws: DepositError.reasonNeeded) {
            try desk.work(desk.curator) { try $0.giveBack(sent.id, because: " \n", if: .any) }
        }
        let returned = try desk.work(desk.curator) {
            try $0.giveBack(sent.id, because: "Thiếu giấy phép", if: .tags([changed.tag]))
        }
        #expect(returned.state == .returned && returned.note == "Thiếu giấy phép")
        let again = try desk.work(desk.publisher) {
            try $0.replace(
                with: Fixture.resource("example:1", title: "Trồng ngô") { $0.licence = "CC-BY-4.0" },
                if: .tags([returned.tag]), from: .form)
        }.deposit
        #expect(again.state == .submitted && again.note == nil)
        try desk.work(desk.curator) { try $0.approve(sent.id, note: "", if: .tags([again.tag])) }
        #expect(try found(desk, "ngo") == ["example:1"] && found(desk, "lua").isEmpty)
        #expect(try desk.store.check().isWell)
    }

    @Test("Withdrawn it is gone with its reason and cannot be changed; a restored version stands again")
    func withdrawing() throws {
        let desk = try Desk(isTrusted: true)
        let sent = try desk.create()
        try desk.work(desk.publisher) {
            try $0.replace(with: Fixture.resource("example:1", title: "Trồng ngô"), if: .any, from: .api)
        }
        #expect(throws: DepositError.reasonNeeded) {
            try desk.work(desk.publisher) { try $0.withdraw(sent.id, because: "", if: .any) }
        }
        let withdrawn = try desk.work(desk.publisher) { try $0.withdraw(sent.id, because: "Đã cũ", if: .any) }
        #expect(withdrawn.state == .withdrawn && withdrawn.publicVersion == nil && withdrawn.note == "Đã cũ")
        let entry = try Searcher(desk.store).resource(sent.id)
        #expect(entry?.withdrawal?.reason == .byPublisher && entry?.withdrawal?.note == "Đã cũ")
        #expect(try found(desk, "trong").isEmpty)
        #expect(throws: DepositError.withdrawn("example:1")) {
            try desk.work(desk.publisher) {
                try $0.replace(with: Fixture.resource("example:1"), if: .any, from: .api)
            }
        }
        #expect(throws: DepositError.wrongState("example:1", .withdrawn)) {
            try desk.work(desk.publisher) { try $0.withdraw(sent.id, because: "x", if: .any) }
        }
        #expect(throws: DepositError.noSuchVersion("example:1", 9)) {
            try desk.work(desk.publisher) { try $0.restore(sent.id, version: 9, if: .any) }
        }
        let restored = try desk.work(desk.publisher) { try $0.restore(sent.id, version: 1, if: .any) }
        #expect(restored.state == .published && restored.version == 3)
        #expect(try found(desk, "trong lua") == ["example:1"])
        #expect(try Searcher(desk.store).resource(sent.id)?.withdrawal == nil)
        #expect(try desk.store.check().isWell)
        #expect(
            try desk.actions() == ["resource.deposit", "resource.change", "resource.withdraw", "resource.restore"])
    }

    @Test("Nobody changes another institution's resources, and nobody takes its names")
    func strangers() throws {
        let desk = try Desk()
        let sent = try desk.create()
        for attempt: (inout DepositDesk) throws -> Void in [
            { _ = try $0.replace(with: Fixture.resource("example:1"), if: .any, from: .api) },
            { _ = try $0.withdraw(sent.id, because: "x", if: .any) },
            { _ = try $0.restore(sent.id, version: 1, if: .any) },
            { _ = try $0.create(Fixture.resource("example:1"), needsIdentifier: false, from: .api) },
            { _ = try $0.create(Fixture.resource("example:2"), needsIdentifier: false, from: .api) },
            {
                var resource = Fixture.resource("example:new")
                resource.publisher = Publisher(id: "other", name: "Trường Khác")
                _ = try $0.create(resource, needsIdentifier: false, from: .api)
            },
        ] {
            let error = #expect(throws: DepositError.self) { try desk.work(desk.stranger, attempt) }
            guard case .foreign = error else { Issue.record("\(String(describing: error))"); continue }
        }
        for attempt: (inout DepositDesk) throws -> Void in [
            { _ = try $0.approve(sent.id, note: "", if: .any) }, { _ = try $0.takeUp(sent.id, if: .any) },
            { _ = try $0.giveBack(sent.id, because: "x", if: .any) },
        ] {
            #expect(throws: DepositError.curatorsOnly) { try desk.work(desk.publisher, attempt) }
        }
        #expect(try desk.deposit()?.revision == 1)
    }

    @Test("An identifier is made of institution and title where none is given, and never twice")
    func identifiers() throws {
        let desk = try Desk()
        func make(_ title: String) throws -> String {
            try desk.work(desk.publisher) {
                try $0.create(
                    Fixture.resource("example:x", title: title), needsIdentifier: true, from: .form
                ).deposit.id.rawValue
            }
        }
        #expect(try make("Đường lối & Chính sách") == "example:duong-loi-chinh-sach")
        #expect(try make("Đường lối – chính sách!") == "example:duong-loi-chinh-sach-2")
        #expect(try make("日本語") == "example:hoc-lieu")
        #expect(try make("<script>") == "example:script")
        let long = try make(String(repeating: "rất dài ", count: 100))
        #expect(long.utf8.count < 80 && long.hasPrefix("example:rat-dai-rat-dai"))
        #expect(throws: DepositError.exists("example:script")) { try desk.create("example:script") }
    }

    @Test("A resource of a source is taken over only when that is said, and then stays as people left it")
    func takeOver() throws {
        let desk = try Desk([Fixture.resource("example:1", title: "Từ nguồn")], isTrusted: true)
        let id = ResourceID.of("example:1")
        #expect(throws: DepositError.harvested("example:1")) {
            try desk.work(desk.publisher) {
                try $0.replace(with: Fixture.resource("example:1", title: "Sửa"), if: .any, from: .api)
            }
        }
        #expect(throws: DepositError.exists("example:1")) { try desk.create() }
        #expect(throws: DepositError.stale("example:1", tag: "\"1\"")) {
            try desk.work(desk.publisher) {
                try $0.replace(
                    with: Fixture.resource("example:1", title: "Sửa"), if: .tags(["\"2\""]), takesOver: true, from: .api
                )
            }
        }
        #expect(try desk.deposit() == nil)
        try desk.work(desk.publisher) {
            try $0.replace(
                with: Fixture.resource("example:1", title: "Sửa"), if: .tags(["\"1\""]), takesOver: true, from: .api)
        }
        #expect(try desk.actions() == ["resource.takeOver", "resource.change"])
        let versions = try desk.store.read { db in try DepositTable.versions(of: id, in: db) }
        #expect(versions.map(\.resource.title) == ["Sửa", "Từ nguồn"])
        #expect(versions.map(\.origin) == [.api, .catalogue])
        #expect(try desk.store.check().isWell)
    }

    @Test("A dry run says what would happen, and nothing happens")
    func dryRun() throws {
        let desk = try Desk(isTrusted: true)
        let before = try desk.store.read { db in try Int.fetchOne(db, sql: "SELECT max(sequence) FROM auditEntry") }
        let planned = try desk.work(desk.publisher, isDryRun: true) {
            try $0.create(Fixture.resource("example:1"), needsIdentifier: false, from: .api).deposit
        }
        #expect(planned.state == .published && planned.id.rawValue == "example:1")
        #expect(try desk.deposit() == nil && Searcher(desk.store).resource(planned.id) == nil)
        #expect(
            try desk.store.read { db in try Int.fetchOne(db, sql: "SELECT max(sequence) FROM auditEntry") } == before)
        #expect(try desk.store.check().isWell)
    }

    @Test("Sending the same again changes nothing")
    func unchanged() throws {
        let desk = try Desk()
        let sent = try desk.create()
        let outcome = try desk.work(desk.publisher) {
            try $0.replace(with: Fixture.resource("example:1", title: "Trồng lúa"), if: .tags([sent.tag]), from: .api)
        }
        guard case .unchanged(let deposit) = outcome else { Issue.record("\(outcome)"); return }
        #expect(deposit.revision == 1)
    }

    @Test("Every change is audited with what stood there before and what stands there now")
    func audit() throws {
        let desk = try Desk(isTrusted: true)
        try desk.create { $0.keywords = ["lúa"] }
        try desk.work(desk.publisher) {
            try $0.replace(
                with: Fixture.resource("example:1", title: "Trồng ngô") { $0.keywords = ["lúa"] }, if: .any, from: .api)
        }
        let entry = try desk.store.read { db in
            try #require(try AuditLog.entries(about: "resource:example:1", limit: 1, in: db).first)
        }
        #expect(entry.change.actor == "key:Thư viện")
        #expect(entry.change.before?.contains("\"name\":[\"Trồng lúa\"]") == true)
        #expect(entry.change.after?.contains("\"name\":[\"Trồng ngô\"]") == true)
        #expect(entry.change.after?.contains("keywords") == false)
    }
}
