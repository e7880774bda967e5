import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Saving records")
struct IngestSessionTests {
    @Test("saving the same records again changes nothing")
    func idempotent() throws {
        let resources = (1...50).map { Fixture.resource("example:\($0)", title: "Bài \($0)") }
        let store = try CatalogueStore.containing(resources)
        let before = try census(of: store)
        let counts = try store.add(resources)
        #expect(counts == saved(unchanged: 50))
        #expect(try census(of: store) == before)
    }

    @Test("a changed record gets a new version, the old one is kept, and the index follows")
    func versions() throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:1", title: "Trồng lúa"))
        let counts = try store.add([Fixture.resource("example:1", title: "Trồng tôm")])
        #expect(counts == saved(changed: 1))
        try store.read { db in
            #expect(try Int.fetchOne(db, sql: "SELECT version FROM learningResource") == 2)
            let old = try String.fetchOne(db, sql: "SELECT record ->> '$.title' FROM learningResourceVersion")
            #expect(old == "Trồng lúa")
            #expect(
                try String.fetchAll(db, sql: "SELECT kind FROM changeLog ORDER BY sequence") == ["added", "changed"])
        }
        #expect(try store.check().isWell)
    }

    @Test("a batch is saved whole or not at all")
    func atomic() throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:1"))
        let bad = Fixture.resource("example:3", title: "")
        #expect(throws: (any Error).self) { try store.add([Fixture.resource("example:2"), bad]) }
        #expect(try count("learningResource", in: store) == 1)
        #expect(try store.check().isWell)
    }

    @Test("records are refused before vocabularies were loaded")
    func noVocabularies() throws {
        let store = try CatalogueStore()
        #expect {
            try store.add([Fixture.resource("example:1")])
        } throws: { ($0 as? CatalogueStoreError)?.kind == .noVocabularies }
    }

    @Test("after any sequence of additions and changes, the index equals a rebuild", arguments: 0..<8 as Range<UInt64>)
    func equalToRebuild(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = [
            "học", "tập", "nấu", "ăn", "trồng", "lúa", "nuoi", "tom", "calculus", "khoá", "HỌC", "cà-phê", "đ",
        ]
        let store = try CatalogueStore.containing([])
        for _ in 0..<6 {
            let batch = (0..<20).map { _ in
                Fixture.resource("example:\(Int.random(in: 0..<30, using: &random))", title: text(&random)) {
                    resource in
                    resource.description = Bool.random(using: &random) ? text(&random) : nil
                    resource.subjects = Bool.random(using: &random) ? ["083"] : ["101"]
                    resource.keywords = [text(&random)]
                }
            }
            try store.add(batch)
        }
        #expect(try store.check().isWell)
        let before = try census(of: store)
        try store.rebuild()
        #expect(try census(of: store) == before)
        #expect(try store.check().isWell)

        func text(_ random: inout SeededGenerator) -> String {
            (0...Int.random(in: 0..<6, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
    }

    private func saved(added: Int = 0, changed: Int = 0, unchanged: Int = 0) -> SaveCounts {
        var counts = SaveCounts()
        counts.added = added
        counts.changed = changed
        counts.unchanged = unchanged
        return counts
    }

    private func count(_ table: String, in store: CatalogueStore) throws -> Int? {
        try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") }
    }

    /// Every term with its documents and occurrences, and every facet value with its resources.
    private func census(of store: CatalogueStore) throws -> [String] {
        try store.read { db in
            let generation = try IndexGeneration.current(in: db)
            return try IndexCensus(of: generation, in: db).terms.map { "\($0.key) \($0.value)" }.sorted()
                + String.fetchAll(
                    db,
                    sql: """
                        SELECT v.facet || v.value || f.resource FROM \(generation.facetsTable) f
                        JOIN facetValue v USING (facetValue) ORDER BY 1
                        """)
        }
    }
}
