import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation
import TestSupport
import Testing
import Vocabularies

@Suite("Decisions about duplicates")
struct DuplicateDecidingTests {
    private let a: ResourceID
    private let b: ResourceID
    private let c: ResourceID
    private let store: CatalogueStore

    init() throws {
        a = try #require(ResourceID("example:a"))
        b = try #require(ResourceID("example:b"))
        c = try #require(ResourceID("example:c"))
        store = try DuplicateFindingTests.twins()
    }

    @Test("parting what the rules joined, and joining what they parted, hold at once; undoing restores")
    func undo() throws {
        let before = try ClusterState(of: store)
        try store.decide(.different, b, a, by: "Lan", note: "bản in khác", at: Fixture.instant)
        #expect(try store.clusterMembers("example:a").isEmpty)
        try store.decide(.same, a, c, by: "Lan", at: Fixture.instant)
        #expect(try store.clusterMembers("example:c") == ["example:a", "example:c"])
        try store.undoDecision(c, a, by: "Bình", at: Fixture.instant)
        try store.undoDecision(a, b, by: "Bình", at: Fixture.instant)
        #expect(try ClusterState(of: store) == before)
        let history = try store.decisions()
        #expect(history.count == 2 && history.allSatisfy { !$0.holds && $0.withdrawnBy == "Bình" })
        #expect(history.last?.note == "bản in khác")
    }

    @Test("a decision holds when records change, come again, and everything is found anew")
    func survives() throws {
        try store.decide(.different, a, b, by: "Lan", at: Fixture.instant)
        try store.decide(.same, b, c, by: "Lan", at: Fixture.instant)
        let decided = [["example:b", "example:c"], ["example:b", "example:c"]].map(Set.init)
        var changed = DuplicateFindingTests.twin("b")
        changed.description = "Bản mới."
        try store.add([DuplicateFindingTests.twin("a"), changed])
        try store.updateDuplicates(at: Fixture.instant)
        #expect(try [store.clusterMembers("example:b"), store.clusterMembers("example:c")] == decided)
        try store.updateDuplicates(at: Fixture.instant, isFull: true)
        #expect(try [store.clusterMembers("example:b"), store.clusterMembers("example:c")] == decided)
        try store.withdraw("example:b")
        try store.updateDuplicates(at: Fixture.instant)
        #expect(try store.clusterMembers("example:c").isEmpty)
        try store.add([changed])
        try store.updateDuplicates(at: Fixture.instant)
        #expect(try [store.clusterMembers("example:b"), store.clusterMembers("example:c")] == decided)
    }

    @Test("deciding again replaces the decision and keeps the old one in the history")
    func again() throws {
        try store.decide(.different, a, b, by: "Lan", at: Fixture.instant)
        try store.decide(.same, a, b, by: "Bình", at: Fixture.instant + 60)
        let history = try store.decisions(about: a)
        #expect(history.map(\.verdict) == [.same, .different])
        #expect(history.map(\.holds) == [true, false])
        #expect(try store.clusterMembers("example:a") == ["example:a", "example:b"])
    }

    @Test("a decision that contradicts others is refused, says which, and changes nothing")
    func contradiction() throws {
        try store.decide(.same, a, b, by: "Lan", at: Fixture.instant)
        try store.decide(.same, b, c, by: "Lan", at: Fixture.instant)
        let before = try (ClusterState(of: store), store.decisions())
        let error = #expect(throws: DuplicateDecisionError.self) {
            try store.decide(.different, a, c, by: "Bình", at: Fixture.instant)
        }
        guard case .contradiction(let others) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!others.isEmpty && error?.message.vietnamese.contains("example:") == true)
        #expect(try ClusterState(of: store) == before.0 && store.decisions() == before.1)
    }

    @Test("what cannot be decided is told in words")
    func refusals() throws {
        let nowhere = try #require(ResourceID("example:nowhere"))
        #expect(throws: DuplicateDecisionError.unknownResource(nowhere)) {
            try store.decide(.same, a, nowhere, by: "Lan", at: Fixture.instant)
        }
        #expect(throws: DuplicateDecisionError.oneResource(a)) {
            try store.decide(.same, a, a, by: "Lan", at: Fixture.instant)
        }
        #expect(throws: DuplicateDecisionError.noName) {
            try store.decide(.same, a, b, by: " ", at: Fixture.instant)
        }
        #expect(throws: DuplicateDecisionError.noDecision(a, b)) {
            try store.undoDecision(b, a, by: "Lan", at: Fixture.instant)
        }
    }
}
