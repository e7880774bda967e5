import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import TestSupport
import Testing
import Vocabularies

@Suite("Relations")
struct RelationTests {
    private static func id(_ text: String) throws -> ResourceID { try #require(ResourceID(text)) }

    private static func relate(
        _ store: CatalogueStore, _ subject: String, _ kind: RelationKind, _ target: String
    ) throws {
        try store.relate(
            id(subject), kind, to: #require(RelationTarget(target)), by: "command", at: Fixture.instant)
    }

    @Test("a relation is seen from both ends, and kept in the audit log", arguments: RelationKind.allCases)
    func bothEnds(kind: RelationKind) throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("a:1", title: "Một"), Fixture.resource("a:2", title: "Hai"))
        try store.relate(
            Self.id("a:1"), kind, to: .resource(Self.id("a:2")), note: "chương 3", by: "key:lan", at: Fixture.instant)
        let own = try #require(try store.related(to: [Self.id("a:1")]).first)
        #expect(own.kind == kind && !own.isInverse && own.title == "Hai" && own.note == "chương 3")
        let other = try #require(try store.related(to: [Self.id("a:2")]).first)
        #expect(other.kind == kind && other.isInverse && other.title == "Một")
        let entry = try #require(
            try store.read { try AuditLog.entries(about: "resource:a:1", limit: 5, in: $0) }.first)
        #expect(entry.change.action == "relation.add" && entry.change.actor == "key:lan")
        try store.unrelate(
            Self.id("a:1"), kind, to: .resource(Self.id("a:2")), by: "key:lan", at: Fixture.instant)
        #expect(try store.related(to: [Self.id("a:1")]).isEmpty && store.related(to: [Self.id("a:2")]).isEmpty)
        #expect(try store.read { try AuditLog.entries(about: "resource:a:1", limit: 5, in: $0) }.count == 2)
    }

    @Test("what would close a circle is refused with the way round; other kinds are not touched by it")
    func circle() throws {
        let store = try CatalogueStore.containing((1...4).map { Fixture.resource("a:\($0)") })
        for number in 1...3 { try Self.relate(store, "a:\(number)", .partOf, "a:\(number + 1)") }
        let error = #expect(throws: RelationError.self) { try Self.relate(store, "a:4", .partOf, "a:1") }
        let way = try ["a:4", "a:1", "a:2", "a:3", "a:4"].map(Self.id)
        #expect(error == .circle(.partOf, way))
        #expect(error?.message.vietnamese.contains("a:4 → a:1 → a:2 → a:3 → a:4") == true)
        #expect(try store.relations().count == 3)
        #expect(throws: RelationError.self) { try Self.relate(store, "a:1", .partOf, "a:1") }
        try Self.relate(store, "a:4", .prerequisite, "a:1")
        #expect(throws: RelationError.self) { try Self.relate(store, "a:1", .prerequisite, "a:4") }
    }

    @Test("however relations are set and taken back, no kind ever has a circle", arguments: 0..<12)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let count = 12
        let store = try CatalogueStore.containing((0..<count).map { Fixture.resource("a:\($0)") })
        var edges: Set<[Int]> = []
        /// Whether `to` reaches `from` over `edges`: the plain way to find a circle.
        func reaches(_ from: Int, _ to: Int) -> Bool {
            var open = [to]
            var seen: Set<Int> = []
            while let here = open.popLast() {
                if here == from { return true }
                guard seen.insert(here).inserted else { continue }
                open += edges.filter { $0[0] == here }.map { $0[1] }
            }
            return false
        }
        var refused = 0
        for _ in 0..<150 {
            let (from, to) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
            if Int.random(in: 0..<6, using: &random) == 0, let edge = edges.sorted(by: { $0[0] < $1[0] }).first {
                try store.unrelate(
                    Self.id("a:\(edge[0])"), .basedOn, to: .resource(Self.id("a:\(edge[1])")), by: "command",
                    at: Fixture.instant)
                edges.remove(edge)
            }
            do {
                try Self.relate(store, "a:\(from)", .basedOn, "a:\(to)")
                #expect(!reaches(from, to), "\(from) → \(to)")
                edges.insert([from, to])
            } catch RelationError.circle, RelationError.itself {
                #expect(reaches(from, to), "\(from) → \(to)")
                refused += 1
            }
        }
        #expect(refused > 10 && edges.count > 5)
        let stored = Set(
            try store.relations().map { [$0.subject.rawValue, $0.resolved?.rawValue ?? ""] })
        #expect(stored == Set(edges.map { ["a:\($0[0])", "a:\($0[1])"] }))
    }

    @Test(
        "an address leads to the resource it means, in whatever order they come and however it is spelt",
        arguments: [
            "https://example.org/goc", "http://example.org/goc", "https://www.example.org/goc/",
            "http://example.org/goc/?utm_source=x", "https://doi.org/10.1000/AbC", "http://dx.doi.org/10.1000/abc",
        ], [true, false])
    func addresses(address: String, originFirst: Bool) throws {
        let origin = Fixture.resource("b:goc", title: "Original") {
            $0.url = "https://example.org/goc"
            $0.identifiers = ["doi:10.1000/abc"]
        }
        let translation = Fixture.resource("a:dich", title: "Bản dịch") { $0.translationOfWork = [address] }
        let store = try CatalogueStore.containing(originFirst ? origin : translation)
        try store.add([originFirst ? translation : origin])
        // What a DOI means is known from the record that has it; where that came first, its address is what is looked up.
        let isFound = !(originFirst && address.contains("doi.org"))
        let related = try #require(try store.related(to: [Self.id("a:dich")]).first)
        #expect(related.kind == .translationOf)
        #expect(related.target == (isFound ? .resource(try Self.id("b:goc")) : .address(address)))
        #expect(try store.related(to: [Self.id("b:goc")]).map(\.isInverse) == (isFound ? [true] : []))
    }

    @Test("a record that states a relation no more takes it back; one set by hand stays")
    func restated() throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("a:1") { $0.isBasedOn = ["https://example.org/a:2", "https://example.com/ngoai"] },
            Fixture.resource("a:2"), Fixture.resource("a:3"))
        try Self.relate(store, "a:1", .basedOn, "a:3")
        #expect(try store.related(to: [Self.id("a:1")]).count == 3)
        #expect(throws: RelationError.self) {
            try store.unrelate(
                Self.id("a:1"), .basedOn, to: .resource(Self.id("a:2")), by: "command", at: Fixture.instant)
        }
        try store.add([Fixture.resource("a:1") { $0.isBasedOn = ["https://example.com/ngoai"] }])
        let left = try store.related(to: [Self.id("a:1")])
        #expect(left.map(\.state) == [.outside, .offered] || left.map(\.state) == [.offered, .outside])
        try store.add([Fixture.resource("a:1", title: "Đổi tên")])
        #expect(try store.related(to: [Self.id("a:1")]).map(\.origin) == [.hand])
    }

    @Test("records that state a circle are taken in, the relation that closes it counts for nothing until it is open")
    func statedCircle() throws {
        let store = try CatalogueStore.containing(Fixture.resource("a:0"))
        let counts = try store.add([
            Fixture.resource("a:1") { $0.isBasedOn = ["https://example.org/a:2"] },
            Fixture.resource("a:2") { $0.isBasedOn = ["https://example.org/a:3"] },
            Fixture.resource("a:3") { $0.isBasedOn = ["https://example.org/a:1"] },
        ])
        #expect(counts.added == 3)
        let circular = try store.relations(onlyCircular: true)
        #expect(circular.count == 1)
        let circle = try #require(circular.first?.circle)
        #expect(circle.count == 4 && circle.first == circle.last)
        #expect(counts.problems.count + circular.count >= 1)
        // The circle opens where another record on the way changes.
        let other = try #require(circle.dropFirst().first)
        try store.add([Fixture.resource(other.rawValue, title: "Không dựa trên gì nữa")])
        #expect(try store.relations(onlyCircular: true).isEmpty)
        #expect(try store.related(to: [#require(circle.first)]).contains { !$0.isInverse })
    }

    @Test("a resource that moves to an address others state is found by it, and one that leaves it no longer is")
    func moving() throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("a:1") { $0.isBasedOn = ["https://example.org/moi"] }, Fixture.resource("a:2"))
        #expect(try store.related(to: [Self.id("a:1")]).first?.state == .outside)
        try store.add([Fixture.resource("a:2") { $0.url = "https://example.org/moi/" }])
        #expect(try store.related(to: [Self.id("a:1")]).first?.target == .resource(Self.id("a:2")))
        try store.add([Fixture.resource("a:2") { $0.url = "https://example.org/khac" }])
        #expect(try store.related(to: [Self.id("a:1")]).first?.state == .outside)
        #expect(try store.related(to: [Self.id("a:2")]).isEmpty)
    }

    @Test("a circle may run through an address that comes to mean a resource later")
    func lateCircle() throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("a:1") { $0.isBasedOn = ["https://example.org/xa"] }, Fixture.resource("a:2"))
        try Self.relate(store, "a:2", .basedOn, "a:1")
        try store.add([Fixture.resource("a:2") { $0.url = "https://example.org/xa" }])
        #expect(try store.relations(onlyCircular: true).count == 1)
        #expect(try store.related(to: [Self.id("a:1")]).count == 1)
    }

    @Test("a withdrawn end is shown as such, a resource that is not there cannot be one")
    func withdrawn() throws {
        let store = try CatalogueStore.containing(Fixture.resource("a:1"), Fixture.resource("a:2"))
        try Self.relate(store, "a:1", .partOf, "a:2")
        try store.write {
            try $0.execute(
                sql: "UPDATE learningResource SET withdrawnAt = 1, withdrawnWhy = 'by-hand' WHERE id = 'a:2'")
        }
        #expect(try store.related(to: [Self.id("a:1")]).map(\.state) == [.withdrawn])
        #expect(throws: RelationError.withdrawn(try Self.id("a:2"))) { try Self.relate(store, "a:2", .partOf, "a:1") }
        for (subject, target) in [("a:1", "none:1"), ("none:1", "a:1")] {
            #expect(throws: RelationError.unknownResource("none:1")) {
                try Self.relate(store, subject, .partOf, target)
            }
        }
    }

    @Test(
        "what is neither identifier nor address is no target",
        arguments: [
            "", " ", "a b", "https://", "http:///x", "https://a b", "javascript:alert(1) x",
            String(repeating: "x", count: 201),
        ])
    func noTarget(text: String) {
        #expect(RelationTarget(text) == nil)
    }

    @Test("relations that go on without an end are not followed for ever")
    func longChain() throws {
        let count = 10_050
        let store = try CatalogueStore.containing(Fixture.resource("a:0"), Fixture.resource("a:\(count)"))
        try store.write { db in
            for number in 0..<count {
                try db.execute(
                    sql: """
                        INSERT INTO resourceRelation (subject, kind, target, resolved, origin, setAt, setBy)
                        VALUES (?, 'partOf', ?2, ?2, 'hand', 0, 'test')
                        """, arguments: ["a:\(number)", "a:\(number + 1)"])
            }
        }
        let error = #expect(throws: RelationError.self) { try Self.relate(store, "a:\(count)", .partOf, "a:0") }
        #expect(error?.message.english.contains("go on for longer") == true)
    }
}
