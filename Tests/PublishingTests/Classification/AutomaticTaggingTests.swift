import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Suggestions assigned by a threshold")
struct AutomaticTaggingTests {
    private static let id = ResourceID("example:50")

    /// A catalogue in which one institution wants subjects assigned from one half on, with records of it that have none.
    private static func catalogue(_ count: Int = 1) throws -> (CatalogueStore, AutomaticTagging, Classifier) {
        let store = try ClassifierTests.catalogue()
        try store.add(
            (0..<count).map { Fixture.resource("example:\(50 + $0)", title: "Ao nuôi tôm, giống tôm, bệnh của tôm") })
        let automatic = AutomaticTagging(store)
        try automatic.set(0.5, .subjects, of: "example", by: "key:hoa", at: Fixture.instant)
        return (store, automatic, Classifier(try ClassifierMaterial(of: store)))
    }

    private static func learned(_ store: CatalogueStore) throws -> [String]? {
        try ClassifierMaterial(of: store).resources.first { $0.id == id }?.subjects
    }

    @Test("a classifier does not learn from what it assigned by itself, but from what a person accepted")
    func feedback() throws {
        let (store, automatic, classifier) = try Self.catalogue()
        let id = try #require(Self.id)
        try automatic.run(classifier, at: Fixture.instant)
        #expect(try Searcher(store).resource(id)?.resource.subjects == ["083"])
        #expect(try Self.learned(store) == [])
        let tags = Tags(store)
        try tags.unassign("subjects", "083", from: id, by: "key:hoa", at: Fixture.instant)
        try tags.assign(
            [.concept(.subjects, "083")], to: id, origin: .classifier, confidence: 0.8, by: "key:hoa",
            at: Fixture.instant)
        #expect(try Self.learned(store) == ["083"])
    }

    @Test("what a person took away is not assigned again")
    func takenAway() throws {
        let (store, automatic, classifier) = try Self.catalogue()
        let id = try #require(Self.id)
        #expect(try automatic.run(classifier, at: Fixture.instant).map(\.resource) == [id])
        try Tags(store).unassign("subjects", "083", from: id, by: "key:hoa", at: Fixture.instant)
        #expect(try automatic.run(classifier, isDryRun: true, at: Fixture.instant).isEmpty)
        #expect(try automatic.run(classifier, at: Fixture.instant).isEmpty)
        #expect(try Searcher(store).resource(id)?.resource.subjects == [])
        #expect(try store.check().isWell)
    }

    @Test("many are assigned in order, each once, and as many as were told before", arguments: [1, 199, 200, 201, 450])
    func many(count: Int) throws {
        let (store, automatic, classifier) = try Self.catalogue(count)
        let told = try automatic.run(classifier, isDryRun: true, at: Fixture.instant)
        #expect(try automatic.run(classifier, isDryRun: true, most: 5, at: Fixture.instant).count == min(5, count))
        let assigned = try automatic.run(classifier, at: Fixture.instant)
        #expect(assigned.map(\.resource) == told.map(\.resource) && assigned.count == count)
        #expect(try automatic.run(classifier, at: Fixture.instant).isEmpty)
        #expect(try store.check().isWell)
    }
}
