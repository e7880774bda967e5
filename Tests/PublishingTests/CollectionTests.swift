import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Collections")
struct CollectionTests {
    private static func id(_ text: String) throws -> ResourceID { try #require(ResourceID(text)) }

    private static func catalogue(_ count: Int = 6) throws -> (CatalogueStore, Collections) {
        let store = try CatalogueStore.containing((0..<count).map { Fixture.resource("example:\($0)") })
        return (store, Collections(store))
    }

    private static func order(_ collections: Collections, _ slug: String) throws -> [String] {
        try collections.collection(slug).items.map(\.id.rawValue)
    }

    @Test("a collection is made as a draft, filled, ordered, noted and published; the log tells all of it")
    func life() throws {
        let (store, collections) = try Self.catalogue()
        var details = CollectionDetails(title: "  Ngày\u{7} Sách \n 2026 ", purpose: .event)
        details.institution = "example"
        details.audience = "farmers"
        let made = try collections.create(details, by: "key:lan", at: Fixture.instant)
        #expect(made.slug == "ngay-sach-2026" && made.details.title == "Ngày Sách 2026" && made.state == .draft)
        try collections.add(
            ["example:1", "example:2", "example:3"].map(Self.id), to: made.slug, note: "Đọc trước", by: "key:lan",
            at: Fixture.instant)
        try collections.move(Self.id("example:3"), in: made.slug, to: 1, by: "key:lan", at: Fixture.instant)
        try collections.remove(Self.id("example:1"), from: made.slug, by: "key:lan", at: Fixture.instant)
        try collections.setNote(nil, of: Self.id("example:2"), in: made.slug, by: "key:lan", at: Fixture.instant)
        try collections.set(.published, of: made.slug, by: "key:lan", at: Fixture.instant)
        let (collection, items) = try collections.collection(made.slug)
        #expect(items.map(\.id.rawValue) == ["example:3", "example:2"])
        #expect(items.map(\.note) == ["Đọc trước", nil])
        #expect(collection.state == .published && collection.version == 6 && collection.publishedAt == Fixture.instant)
        let log = try store.read { try AuditLog.entries(about: "collection:\(made.slug)", limit: 20, in: $0) }
        let verbs = log.map(\.change.action).reversed()
        #expect(Array(verbs) == ["create", "add", "move", "remove", "note", "publish"].map { "collection." + $0 })
    }

    @Test(
        "however resources are added, moved and taken out, each stands once and the order is the one asked for",
        arguments: 0..<10)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (store, collections) = try Self.catalogue(8)
        let slug = try collections.create(CollectionDetails(title: "Thử"), by: "command", at: Fixture.instant).slug
        var model: [String] = []
        for _ in 0..<60 {
            let name = "example:\(Int.random(in: 0..<8, using: &random))"
            let id = try Self.id(name)
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                if model.contains(name) {
                    #expect(throws: CollectionError.alreadyIn(id)) {
                        try collections.add([id], to: slug, by: "command", at: Fixture.instant)
                    }
                } else {
                    try collections.add([id], to: slug, by: "command", at: Fixture.instant)
                    model.append(name)
                }
            case 1:
                if let position = model.firstIndex(of: name) {
                    try collections.remove(id, from: slug, by: "command", at: Fixture.instant)
                    model.remove(at: position)
                } else {
                    #expect(throws: CollectionError.notIn(id)) {
                        try collections.remove(id, from: slug, by: "command", at: Fixture.instant)
                    }
                }
            default:
                guard let old = model.firstIndex(of: name) else { continue }
                let position = Int.random(in: -2...12, using: &random)
                try collections.move(id, in: slug, to: position, by: "command", at: Fixture.instant)
                model.remove(at: old)
                model.insert(name, at: min(max(1, position), model.count + 1) - 1)
            }
            #expect(try Self.order(collections, slug) == model)
        }
        let positions = try store.read { db in
            try Int.fetchAll(db, sql: "SELECT position FROM collectionItem ORDER BY position")
        }
        #expect(positions == Array(1...max(1, model.count)).prefix(model.count).map(\.self))
    }

    @Test("several are added together or not at all")
    func together() throws {
        let (_, collections) = try Self.catalogue()
        let slug = try collections.create(CollectionDetails(title: "Thử"), by: "command", at: Fixture.instant).slug
        for bad in ["example:1", "none:1"] {
            #expect(throws: CollectionError.self) {
                try collections.add(
                    ["example:1", "example:2", bad].map(Self.id), to: slug, by: "command", at: Fixture.instant)
            }
            #expect(try Self.order(collections, slug).isEmpty)
        }
        #expect(try collections.collection(slug).collection.version == 1)
    }

    @Test("whoever changes what somebody else has changed meanwhile is told, and nothing is overwritten")
    func lostUpdate() throws {
        let (_, collections) = try Self.catalogue()
        let slug = try collections.create(CollectionDetails(title: "Thử"), by: "command", at: Fixture.instant).slug
        try collections.edit(slug, from: 1, by: "a", at: Fixture.instant) { $0.title = "Của A" }
        #expect(throws: CollectionError.changedMeanwhile) {
            try collections.edit(slug, from: 1, by: "b", at: Fixture.instant) { $0.title = "Của B" }
        }
        #expect(throws: CollectionError.changedMeanwhile) {
            try collections.add([Self.id("example:1")], to: slug, from: 1, by: "b", at: Fixture.instant)
        }
        #expect(try collections.collection(slug).collection.details.title == "Của A")
    }

    @Test(
        "addresses are made of the title or given; odd ones are refused",
        arguments: [
            ("Tuần lễ hưởng ứng học tập suốt đời", nil, "tuan-le-huong-ung-hoc-tap-suot-doi"),
            ("Đọc & học", nil, "doc-hoc"), ("X", "ngay-sach", "ngay-sach"), ("X", "Ngày Sách", nil), ("X", "a/b", nil),
            ("X", "-a", nil), ("X", "new", nil), ("X", "a", nil), ("!!!", nil, nil), ("X", "../../etc", nil),
            ("X", String(repeating: "a", count: 81), nil),
        ] as [(String, String?, String?)])
    func slugs(title: String, asked: String?, expected: String?) throws {
        let (_, collections) = try Self.catalogue()
        func make() throws -> String {
            try collections.create(CollectionDetails(title: title), slug: asked, by: "c", at: Fixture.instant).slug
        }
        if let expected {
            #expect(try make() == expected)
            #expect(throws: CollectionError.slugTaken(expected)) { try make() }
        } else {
            #expect(throws: CollectionError.self) { try make() }
            #expect(try collections.all().isEmpty)
        }
    }

    @Test("what will not do is refused, and nothing is made")
    func refusals() throws {
        let (_, collections) = try Self.catalogue()
        let changes: [(inout CollectionDetails) -> Void] = [
            { $0.title = " \u{0} " }, { $0.title = String(repeating: "a", count: 201) },
            { $0.summary = String(repeating: "a", count: 5_001) }, { $0.institution = "none" },
            { $0.audience = "none" }, { $0.opensOn = PartialDate("2026-04") },
            {
                $0.opensOn = PartialDate("2026-05-02")
                $0.closesOn = PartialDate("2026-05-01")
            },
        ]
        for change in changes {
            var details = CollectionDetails(title: "Thử")
            change(&details)
            #expect(throws: CollectionError.self) { try collections.create(details, by: "c", at: Fixture.instant) }
        }
        #expect(try collections.all().isEmpty)
        let slug = try collections.create(CollectionDetails(title: "Thử"), by: "c", at: Fixture.instant).slug
        #expect(throws: CollectionError.nothingToShow) {
            try collections.set(.published, of: slug, by: "c", at: Fixture.instant)
        }
        #expect(throws: CollectionError.self) {
            try collections.add(
                [Self.id("example:1")], to: slug, note: String(repeating: "x", count: 1_001), by: "c",
                at: Fixture.instant)
        }
    }

    @Test("no more than the limit goes in")
    func full() throws {
        let count = Collections.mostItems + 1
        let (_, collections) = try Self.catalogue(count)
        let slug = try collections.create(CollectionDetails(title: "Thử"), by: "c", at: Fixture.instant).slug
        let ids = try (0..<count).map { try Self.id("example:\($0)") }
        #expect(throws: CollectionError.full(limit: Collections.mostItems)) {
            try collections.add(ids, to: slug, by: "c", at: Fixture.instant)
        }
        try collections.add(ids.dropLast(), to: slug, by: "c", at: Fixture.instant)
        #expect(try Self.order(collections, slug).count == Collections.mostItems)
    }

    @Test(
        "a collection is open from its first day to its last, by the day in Việt Nam",
        arguments: [
            ("2026-04-14T16:59:59Z", ResourceCollection.Phase.upcoming), ("2026-04-14T17:00:00Z", .open),
            ("2026-05-03T16:59:59Z", .open), ("2026-05-03T17:00:00Z", .closed),
        ])
    func phases(instant: String, phase: ResourceCollection.Phase) throws {
        let (_, collections) = try Self.catalogue()
        var details = CollectionDetails(title: "Ngày sách", purpose: .event)
        details.opensOn = try CollectionDetails.day("15/4/2026")
        details.closesOn = try CollectionDetails.day("2026-05-03")
        let slug = try collections.create(details, by: "c", at: Fixture.instant).slug
        try collections.add([Self.id("example:1")], to: slug, by: "c", at: Fixture.instant)
        let day = try #require(PartialDate(vietnameseDayAt: try Date(instant, strategy: .iso8601)))
        #expect(try collections.collection(slug).collection.phase(on: day) == .draft)
        try collections.set(.published, of: slug, by: "c", at: Fixture.instant)
        #expect(try collections.collection(slug).collection.phase(on: day) == phase)
    }

    @Test("days are read as people write them", arguments: ["2026-13-01", "30/02/2026", "tháng tư", "2026", "1/2/3/4"])
    func badDays(text: String) {
        #expect(throws: CollectionError.noDay(text.filter { !$0.isWhitespace })) { try CollectionDetails.day(text) }
    }

    @Test("a resource that is withdrawn stays in its place and is known to be gone")
    func withdrawn() throws {
        let (store, collections) = try Self.catalogue()
        let slug = try collections.create(CollectionDetails(title: "Thử"), by: "c", at: Fixture.instant).slug
        try collections.add(["example:1", "example:2"].map(Self.id), to: slug, by: "c", at: Fixture.instant)
        try store.write {
            try $0.execute(
                sql: "UPDATE learningResource SET withdrawnAt = 1, withdrawnWhy = 'by-hand' WHERE id = 'example:1'")
        }
        let items = try collections.collection(slug).items
        #expect(items.map(\.isWithdrawn) == [true, false] && items[0].offered == nil && items[0].resource != nil)
        #expect(throws: CollectionError.self) {
            try collections.add([Self.id("example:1")], to: slug, by: "c", at: Fixture.instant)
        }
    }
}
