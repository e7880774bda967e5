import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Tags")
struct TagTests {
    static func id(_ text: String) throws -> ResourceID { try #require(ResourceID(text)) }

    static func catalogue(_ count: Int = 6) throws -> (CatalogueStore, Tags) {
        let store = try CatalogueStore.containing(
            (0..<count).map { number in
                let kind = number % 2 == 0 ? "chẵn" : "lẻ"
                return Fixture.resource("example:\(number)", title: "Bài \(number) chủ đề \(kind)")
            })
        return (store, Tags(store))
    }

    static func free(_ names: String...) throws -> [TagTarget] { try names.map { .free(try TagName($0)) } }

    static func slugs(_ store: CatalogueStore, _ id: String) throws -> [String] {
        try #require(try Searcher(store).resource(Self.id(id))).resource.tags.map(\.slug)
    }

    static func found(_ store: CatalogueStore, tag: String) throws -> [String] {
        try Searcher(store).search(SearchRequest("", filters: [.tag: [tag]], pageSize: 100)).hits
            .map(\.resource.id.rawValue).sorted()
    }

    @Test(
        "names that differ in case, form, spaces, place of the tone or a leading # are one tag, kept as written first",
        arguments: [
            ["Nấu ăn", "nấu  ăn", "NẤU ĂN", "#nấu ăn", "Nấu ăn".decomposedStringWithCanonicalMapping],
            ["Khoẻ", "khỏe", " khoẻ "], ["C++", "c++"],
        ])
    func sameNames(spellings: [String]) throws {
        let (store, tags) = try Self.catalogue()
        for (number, spelling) in spellings.enumerated() {
            try tags.assign(Self.free(spelling), to: Self.id("example:\(number)"), by: "key:lan", at: Fixture.instant)
        }
        let all = try tags.all()
        #expect(all.map(\.tag.name) == [try TagName(spellings[0]).text])
        #expect(all.first?.resources == spellings.count)
        #expect(try Self.found(store, tag: all[0].tag.slug).count == spellings.count)
    }

    @Test(
        "names that differ in marks, or in signs that mean something, are tags of their own, each with its address",
        arguments: [["bò", "bơ", "bo", "bỏ"], ["C++", "C#", "C"], ["ma", "má", "mà", "mạ"]])
    func differentNames(names: [String]) throws {
        let (_, tags) = try Self.catalogue()
        try tags.assign(
            names.map { .free(try TagName($0)) }, to: Self.id("example:0"), by: "key:lan", at: Fixture.instant)
        let all = try tags.all()
        #expect(Set(all.map(\.tag.name)) == Set(names))
        #expect(Set(all.map(\.tag.slug)).count == names.count)
    }

    @Test("names without a letter, too long, or ten thousand at once are refused and nothing is changed")
    func refused() throws {
        let (store, tags) = try Self.catalogue()
        for name in ["", "  ", "#", "<>", "\u{200B}", String(repeating: "a", count: 61)] {
            #expect(throws: TagError.self, "\(name)") { try TagName(name) }
        }
        let many = (0..<10_000).map { "thẻ \($0)" }.joined(separator: ", ")
        #expect(throws: TagError.tooMany(given: 10_000, limit: 50)) { try TagName.list(many, limit: 50) }
        let targets = try (0..<51).map { TagTarget.free(try TagName("thẻ \($0)")) }
        #expect(throws: TagError.tooMany(given: 51, limit: 50)) {
            try tags.assign(targets, to: Self.id("example:0"), by: "key:lan", at: Fixture.instant)
        }
        try tags.assign(Array(targets.prefix(50)), to: Self.id("example:0"), by: "key:lan", at: Fixture.instant)
        #expect(throws: TagError.full(try Self.id("example:0"), limit: 50)) {
            try tags.assign([targets[50]], to: Self.id("example:0"), by: "key:lan", at: Fixture.instant)
        }
        #expect(try tags.all().count == 50)
        #expect(try Self.slugs(store, "example:0").count == 50)
        #expect(try store.check().isWell)
    }

    @Test("a tag survives ingests of the record, is found by its words and by the facet, and is counted")
    func survives() throws {
        let (store, tags) = try Self.catalogue()
        let id = try Self.id("example:3")
        try tags.assign(Self.free("Nuôi tôm sú"), to: id, by: "key:lan", at: Fixture.instant)
        try store.add([Fixture.resource("example:3", title: "Tên mới")])
        let entry = try #require(try Searcher(store).resource(id))
        #expect(entry.resource.title == "Tên mới")
        #expect(entry.resource.tags == [ResourceTag(slug: "nuoi-tom-su", name: "Nuôi tôm sú")])
        for query in ["nuoi tom su", "nuôi tôm sú", "tag:nuoi-tom-su", "the:\"nuôi tôm sú\""] {
            let page = try Searcher(store).search(SearchRequest(query))
            #expect(page.hits.map(\.resource.id) == [id], "\(query)")
        }
        let facet = try Searcher(store).search(SearchRequest("")).facets[.tag]?.counts.map { "\($0.value) \($0.count)" }
        #expect(facet == ["nuoi-tom-su 1"])
        #expect(try store.check().isWell)
        try store.rebuild()
        #expect(try Self.found(store, tag: "nuoi-tom-su") == ["example:3"])
    }

    @Test("a concept that is assigned stands beside what the record states, and goes without taking that away")
    func concepts() throws {
        let store = try CatalogueStore.containing([
            Fixture.resource("example:0") { $0.subjects = ["083"] }, Fixture.resource("example:1"),
        ])
        let (tags, vocabularies) = (Tags(store), Fixture.reference.vocabularies)
        let fishing = try TagTarget(scheme: "subjects", "083", vocabularies: vocabularies)
        let cooking = try TagTarget(scheme: "subjects", "101", vocabularies: vocabularies)
        for id in ["example:0", "example:1"] {
            try tags.assign([fishing, cooking], to: Self.id(id), by: "key:lan", at: Fixture.instant)
        }
        func subjects(_ id: String) throws -> [String]? { try Searcher(store).resource(Self.id(id))?.resource.subjects }
        #expect(try subjects("example:0") == ["083", "101"] && subjects("example:1") == ["083", "101"])
        for id in ["example:0", "example:1"] {
            try tags.unassign("subjects", "083", from: Self.id(id), by: "key:lan", at: Fixture.instant)
        }
        #expect(try subjects("example:0") == ["083", "101"])
        #expect(try subjects("example:1") == ["101"])
        #expect(throws: TagError.unknownConcept("999", .subjects)) {
            try TagTarget(scheme: "subjects", "999", vocabularies: vocabularies)
        }
        #expect(throws: TagError.unknownScheme("licences")) {
            try TagTarget(scheme: "licences", "CC-BY-4.0", vocabularies: vocabularies)
        }
        #expect(try store.check().isWell)
    }

    @Test("a renamed tag keeps its old name as a word for it and its old address as a way to it")
    func renamed() throws {
        let (store, tags) = try Self.catalogue()
        try tags.assign(Self.free("Nấu nướng"), to: Self.id("example:0"), by: "key:lan", at: Fixture.instant)
        let slug = try tags.rename(
            "nau-nuong", to: TagName("Nấu ăn"), note: "Bếp núc", by: "key:lan", at: Fixture.instant)
        #expect(slug == "nau-an")
        guard case .moved("nau-an") = try tags.lookUp("nau-nuong") else { return #expect(Bool(false), "not moved") }
        try tags.assign(Self.free("nấu nướng"), to: Self.id("example:1"), by: "key:lan", at: Fixture.instant)
        #expect(try Self.found(store, tag: "nau-an") == ["example:0", "example:1"])
        #expect(try Self.found(store, tag: "nau-nuong").isEmpty)
        let page = try Searcher(store).search(SearchRequest("nấu nướng"))
        #expect(page.total == 2, "the old name still finds the resources")
        #expect(throws: TagError.changedMeanwhile("Nấu ăn")) {
            try tags.rename("nau-an", to: TagName("Bếp"), from: 1, by: "key:lan", at: Fixture.instant)
        }
        #expect(try store.check().isWell)
    }

    @Test("deleting takes a tag away everywhere, restoring brings exactly that back")
    func deleted() throws {
        let (store, tags) = try Self.catalogue()
        for number in 0..<3 {
            try tags.assign(
                Self.free("Rác", "Sạch"), to: Self.id("example:\(number)"), by: "key:lan", at: Fixture.instant)
        }
        try tags.delete("rac", by: "key:lan", at: Fixture.instant)
        #expect(try Self.slugs(store, "example:0") == ["sach"])
        #expect(throws: TagError.deleted("rác")) {
            try tags.assign(Self.free("rác"), to: Self.id("example:5"), by: "key:lan", at: Fixture.instant)
        }
        guard case .deleted = try tags.lookUp("rac") else { return #expect(Bool(false), "not deleted") }
        try tags.restore("rac", by: "key:lan", at: Fixture.instant)
        #expect(try Self.found(store, tag: "rac") == ["example:0", "example:1", "example:2"])
        #expect(try store.check().isWell)
    }

    @Test("suggestions are counted, taken once, and never again where they were dismissed")
    func suggestions() throws {
        let (store, tags) = try Self.catalogue()
        let id = try Self.id("example:0")
        for _ in 0..<3 { try tags.suggest(Self.free("Món chay", "Sai bét"), for: id, at: Fixture.instant) }
        let open = try tags.suggestions(limit: 10).suggestions
        #expect(open.map(\.times) == [3, 3])
        #expect(try Self.slugs(store, "example:0").isEmpty, "nothing is assigned without a person")
        let good = try #require(open.first { $0.name == "Món chay" }).number
        let bad = try #require(open.first { $0.name == "Sai bét" }).number
        try tags.accept(good, by: "key:lan", at: Fixture.instant)
        try tags.dismiss(bad, by: "key:lan", at: Fixture.instant)
        #expect(throws: TagError.decided(good)) { try tags.accept(good, by: "key:lan", at: Fixture.instant) }
        #expect(try tags.suggest(Self.free("món chay", "sai bét"), for: id, at: Fixture.instant) == 0)
        #expect(try Self.slugs(store, "example:0") == ["mon-chay"])
        #expect(try tags.assigned(to: id).map(\.assignment.origin) == [.suggestion])
        let kept = try store.read { try String.fetchAll($0, sql: "SELECT firstOn FROM tagSuggestion") }
        #expect(kept.allSatisfy { $0.count == 10 }, "days and no more")
    }

    @Test("tagging by query changes what the preview shows, refuses where that has changed, and is undone exactly")
    func bulk() throws {
        let (store, tags) = try Self.catalogue(20)
        try tags.assign(Self.free("Số"), to: Self.id("example:2"), by: "key:lan", at: Fixture.instant)
        func ids() throws -> [ResourceID] {
            try Searcher(store).identifiers(of: SearchRequest("chủ đề chẵn"), limit: 5_001)
        }
        let target = try Self.free("số")[0]
        let preview = try tags.preview(.add, target, on: ids(), query: "chủ đề chẵn")
        #expect(preview.hits == 10 && preview.changed.count == 9)
        try tags.assign(Self.free("Số"), to: Self.id("example:4"), by: "key:hoa", at: Fixture.instant)
        #expect(throws: TagError.changedSincePreview) {
            try tags.apply(
                .add, target, on: ids(), query: "chủ đề chẵn", token: preview.token, by: "key:lan", at: Fixture.instant)
        }
        let before = try state(of: store)
        let done = try tags.apply(
            .add, target, on: ids(), query: "chủ đề chẵn", token: nil, by: "key:lan", at: Fixture.instant)
        #expect(done.changed == 8)
        #expect(try Self.found(store, tag: "so").count == 10)
        #expect(try tags.undo(batch: done.batch, by: "key:lan", at: Fixture.instant) == 8)
        #expect(try state(of: store) == before)
        #expect(throws: TagError.undone(done.batch)) {
            try tags.undo(batch: done.batch, by: "key:lan", at: Fixture.instant)
        }
        let gone = try tags.apply(
            .remove, target, on: ids(), query: "chủ đề chẵn", token: nil, by: "key:lan", at: Fixture.instant)
        #expect(gone.changed == 2)
        #expect(try Self.found(store, tag: "so").isEmpty)
        try tags.undo(batch: gone.batch, by: "key:lan", at: Fixture.instant)
        #expect(try state(of: store) == before)
        #expect(try store.check().isWell)
    }

    /// Every assignment as it stands, with who and when.
    func state(of store: CatalogueStore) throws -> [String] {
        try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT resource || ' ' || scheme || ' ' || code || ' ' || assignedBy || ' ' || assignedAt || ' '
                        || origin FROM tagAssignment ORDER BY 1
                    """)
        }
    }

    @Test("whatever is merged and parted again, every tag has what was assigned to it", arguments: 0..<8)
    func merging(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (store, tags) = try Self.catalogue(8)
        let names = ["Một", "Hai", "Ba", "Bốn"]
        var given: [String: Set<String>] = [:]
        for name in names {
            for number in 0..<8 where Bool.random(using: &random) {
                try tags.assign(Self.free(name), to: Self.id("example:\(number)"), by: "key:lan", at: Fixture.instant)
                given[name, default: []].insert("example:\(number)")
            }
        }
        let present = names.filter { given[$0] != nil }
        let slugOf = ["Một": "mot", "Hai": "hai", "Ba": "ba", "Bốn": "bon"]
        var parent: [String: String] = [:]
        func root(_ name: String) -> String { parent[name].map(root) ?? name }
        for _ in 0..<24 {
            guard let one = present.randomElement(using: &random), let other = present.randomElement(using: &random)
            else { continue }
            if Bool.random(using: &random), parent[one] != nil {
                try tags.unmerge(try #require(slugOf[one]), by: "key:lan", at: Fixture.instant)
                parent[one] = nil
            } else {
                let (from, into) = (root(one), root(other))
                // One that is merged already is no longer there to be merged: not another in its place.
                guard parent[one] == nil, from != into else {
                    #expect(throws: TagError.self) {
                        try tags.merge(slugOf[one] ?? "", into: slugOf[other] ?? "", by: "key:lan", at: Fixture.instant)
                    }
                    continue
                }
                try tags.merge(slugOf[one] ?? "", into: slugOf[other] ?? "", by: "key:lan", at: Fixture.instant)
                parent[from] = into
            }
            for name in present where parent[name] == nil {
                let expected = Set(present.filter { root($0) == name }.flatMap { given[$0] ?? [] })
                #expect(try Self.found(store, tag: slugOf[name] ?? "") == expected.sorted())
            }
            for name in present where parent[name] != nil {
                guard case .moved(let slug) = try tags.lookUp(slugOf[name] ?? "") else {
                    #expect(Bool(false), "not moved")
                    continue
                }
                #expect(slug == slugOf[root(name)])
            }
        }
        #expect(try store.check().isWell)
    }
}
