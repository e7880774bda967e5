import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import Normalisation
import TestSupport
import Testing

@Suite("Finding duplicates")
struct DuplicateFindingTests {
    @Test(
        "after any changes and decisions, what was kept up to date equals what is found anew",
        arguments: 0..<12 as Range<UInt64>)
    func incrementalEqualsFull(seed: UInt64) throws {
        let store = try CatalogueStore.containing([])
        var catalogue = RandomCatalogue(store, seed: seed)
        for step in 0..<25 {
            try catalogue.step()
            guard step % 5 == 4 else { continue }
            let kept = try ClusterState(of: store)
            let formed = try formedAt(store)
            #expect(try store.updateDuplicates(at: Fixture.instant + 60, isFull: true).isFull)
            #expect(try ClusterState(of: store) == kept, "step \(step)")
            #expect(try formedAt(store) == formed, "a cluster that stays as it was keeps its day")
        }
        let fresh = try catalogue.anew()
        #expect(try ClusterState(of: fresh) == ClusterState(of: store), "the order of arrival does not matter")
    }

    @Test("a title too many carry tells nothing, and does again when fewer do")
    func commonKeys() throws {
        let most = DuplicateKeys.mostResources
        func resource(_ number: Int, _ title: String) -> LearningResource {
            Fixture.resource("example:\(number)", title: title) { resource in
                resource.url = "https://\(number).example/x"
                resource.languages = Fixture.languages("en")
            }
        }
        let title = "Composting household waste in tropical climates"
        let store = try CatalogueStore.containing((0..<most).map { resource($0, title) })
        for (change, isFound) in [(most..<most, true), (most..<most + 1, false)] {
            try store.add(change.map { resource($0, title) })
            try store.updateDuplicates(at: Fixture.instant)
            #expect(try !store.clusterMembers("example:0").isEmpty == isFound)
            try expectSameAnew(store)
        }
        try store.add([resource(3, "Sửa xe máy")])
        try store.updateDuplicates(at: Fixture.instant)
        #expect(try !store.clusterMembers("example:0").isEmpty)
        try expectSameAnew(store)
    }

    @Test("nothing is compared where nothing has changed, and only the new where little has")
    func little() throws {
        let store = try CatalogueStore.containing(
            (0..<200).map { Fixture.resource("example:\($0)", title: "Sửa máy số \($0)") })
        #expect(try store.updateDuplicates(at: Fixture.instant).isFull)
        #expect(try store.updateDuplicates(at: Fixture.instant).resources == 0)
        try store.add([Fixture.resource("example:new", title: "Vá lưới")])
        let update = try store.updateDuplicates(at: Fixture.instant)
        #expect(!update.isFull && update.resources == 1)
    }

    @Test("a withdrawn record leaves its cluster and comes back to it; no record is deleted")
    func withdrawn() throws {
        let store = try Self.twins()
        #expect(try store.clusterMembers("example:a") == ["example:a", "example:b"])
        try store.withdraw("example:b")
        try store.updateDuplicates(at: Fixture.instant)
        #expect(try store.clusterMembers("example:a").isEmpty)
        try store.add([Self.twin("b")])
        try store.updateDuplicates(at: Fixture.instant)
        #expect(try store.clusterMembers("example:a") == ["example:a", "example:b"])
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM learningResource") } == 3)
        #expect(try store.check().isWell)
    }

    /// Two records of one book from two institutions, and one of another.
    static func twins() throws -> CatalogueStore {
        let store = try CatalogueStore.containing(twin("a"), twin("b"), Fixture.resource("example:c", title: "Nấu ăn"))
        try store.updateDuplicates(at: Fixture.instant)
        return store
    }

    static func twin(_ name: String) -> LearningResource {
        Fixture.resource("example:\(name)", title: "Cơ sở dữ liệu phân tán") { resource in
            resource.url = "https://\(name).example/x"
            resource.creators = ["Nguyễn Văn Đức"]
        }
    }

    private func expectSameAnew(_ store: CatalogueStore) throws {
        let kept = try ClusterState(of: store)
        try store.updateDuplicates(at: Fixture.instant, isFull: true)
        #expect(try ClusterState(of: store) == kept)
    }

    private func formedAt(_ store: CatalogueStore) throws -> [Int64] {
        try store.read { try Int64.fetchAll($0, sql: "SELECT formedAt FROM duplicateCluster ORDER BY cluster") }
    }
}
