import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Tagging by query within one institution, and while a deposit waits")
struct OwnBulkTests {
    private static func id(_ text: String) throws -> ResourceID { try #require(ResourceID(text)) }

    private static func carrying(_ store: CatalogueStore, tag: String) throws -> [String] {
        try Searcher(store).search(SearchRequest("", filters: [.tag: [tag]], pageSize: 100)).hits
            .map(\.resource.id.rawValue).sorted()
    }

    /// Six resources about prawns, those with an even number of another institution.
    private static func catalogue() throws -> CatalogueStore {
        try CatalogueStore.containing(
            (0..<6).map { number in
                Fixture.resource("example:\(number)", title: "Tôm \(number)") {
                    if number.isMultiple(of: 2) { $0.publisher = Publisher(id: "other", name: "Trường Khác") }
                }
            })
    }

    @Test("only own resources are changed, the others are counted, and only the own batch can be undone")
    func own() throws {
        let store = try Self.catalogue()
        let tags = Tags(store)
        let target = TagTarget.free(try TagName("Tôm"))
        let ids = try Searcher(store).identifiers(of: SearchRequest("tôm"), limit: 100)
        let preview = try tags.preview(.add, target, on: ids, query: "tôm", institution: "example")
        #expect(preview.hits == 6 && preview.leftOut == 3)
        #expect(preview.changed.map(\.rawValue).sorted() == ["example:1", "example:3", "example:5"])
        let done = try tags.apply(
            .add, target, on: ids, query: "tôm", token: preview.token, institution: "example", by: "key:a",
            at: Fixture.instant)
        #expect(try done.changed == 3 && Self.carrying(store, tag: "tom") == ["example:1", "example:3", "example:5"])
        #expect(try tags.batches(of: "example").map(\.number) == [done.batch])
        #expect(try tags.batches(of: "other").isEmpty && tags.batches().count == 1)
        #expect(throws: TagError.noSuchBatch(done.batch)) {
            try tags.undo(batch: done.batch, institution: "other", by: "key:b", at: Fixture.instant)
        }
        #expect(try tags.undo(batch: done.batch, institution: "example", by: "key:a", at: Fixture.instant) == 3)
        #expect(try Self.carrying(store, tag: "tom").isEmpty && store.check().isWell)
    }

    @Test(
        "a curator's batch is none of an institution's, even where it changed its resources; removing keeps to the own")
    func others() throws {
        let store = try Self.catalogue()
        let tags = Tags(store)
        let target = TagTarget.free(try TagName("Tôm"))
        let ids = try Searcher(store).identifiers(of: SearchRequest("tôm"), limit: 100)
        let all = try tags.apply(.add, target, on: ids, query: "tôm", token: nil, by: "key:c", at: Fixture.instant)
        #expect(throws: TagError.noSuchBatch(all.batch)) {
            try tags.undo(batch: all.batch, institution: "example", by: "key:a", at: Fixture.instant)
        }
        let removed = try tags.apply(
            .remove, target, on: ids, query: "tôm", token: nil, institution: "example", by: "key:a",
            at: Fixture.instant)
        #expect(try removed.changed == 3 && Self.carrying(store, tag: "tom").count == 3)
        #expect(throws: TagError.noOwnHits(6)) {
            try tags.preview(.add, target, on: ids, query: "tôm", institution: "nobody")
        }
    }

    @Test("a query of several words finds the one resource that has all, however many have some")
    func allWords() throws {
        let store = try Self.catalogue()
        for (query, found) in [("tôm 3", ["example:3"]), ("tom 3", ["example:3"]), ("tôm 3 5", [])] {
            let ids = try Searcher(store).identifiers(of: SearchRequest(query), limit: 100)
            #expect(ids.map(\.rawValue) == found, "\(query)")
        }
    }

    @Test("a tag on no offered resource is not listed, but where unused ones are asked for")
    func unused() throws {
        let store = try Self.catalogue()
        let tags = Tags(store)
        let ids = try Searcher(store).identifiers(of: SearchRequest("tôm"), limit: 100)
        let done = try tags.apply(
            .add, .free(TagName("Tôm")), on: ids, query: "tôm", token: nil, by: "key:c", at: Fixture.instant)
        #expect(try tags.all().map(\.tag.name) == ["Tôm"])
        try tags.undo(batch: done.batch, by: "key:c", at: Fixture.instant)
        #expect(try tags.all().isEmpty && tags.all(matching: "tom").isEmpty)
        #expect(try tags.all(includesUnused: true).map(\.resources) == [0])
    }

    @Test("what a deposit is given while it waits is carried when it is published, and nothing shows before")
    func waiting() throws {
        let desk = try Desk()
        let tags = Tags(desk.store)
        let deposit = try desk.create("example:1")
        let id = try Self.id("example:1")
        try tags.assign(
            [.free(TagName("Lúa")), .free(TagName("Nhầm")), .concept(.subjects, "083")], to: id, by: "key:a",
            at: Fixture.instant)
        try tags.unassign("tags", "Nhầm", from: id, by: "key:a", at: Fixture.instant)
        #expect(try tags.all().isEmpty && Searcher(desk.store).resource(id) == nil)
        try desk.work(desk.curator) { desk in
            try desk.giveBack(id, because: "Thiếu mô tả", if: .tags([deposit.tag]))
        }
        try tags.assign([.free(TagName("Mùa vụ"))], to: id, by: "key:a", at: Fixture.instant)
        let returned = try #require(try desk.deposit())
        try desk.work(desk.publisher) { desk in
            try desk.replace(
                with: Fixture.resource("example:1", title: "Trồng lúa nước"), if: .tags([returned.tag]), from: .form)
        }
        let again = try #require(try desk.deposit())
        try desk.work(desk.curator) { try $0.approve(id, note: "", if: .tags([again.tag])) }
        let shown = try #require(try Searcher(desk.store).resource(id)).resource
        #expect(shown.tags.map(\.name) == ["Lúa", "Mùa vụ"] && shown.subjects == ["083"])
        #expect(try desk.store.check().isWell)
    }

    @Test("a withdrawn deposit, and what was never sent, cannot be tagged")
    func gone() throws {
        let desk = try Desk()
        let deposit = try desk.create("example:1")
        let id = try Self.id("example:1")
        try desk.work(desk.publisher) { try $0.withdraw(id, because: "Sai", if: .tags([deposit.tag])) }
        for gone in ["example:1", "example:2"] {
            #expect(throws: TagError.unknownResource(gone)) {
                try Tags(desk.store).assign(
                    [.free(TagName("Lúa"))], to: Self.id(gone), by: "key:a", at: Fixture.instant)
            }
        }
    }
}
