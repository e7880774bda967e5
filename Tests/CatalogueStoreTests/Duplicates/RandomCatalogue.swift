import CatalogueModel
import Foundation
import GRDB
import Normalisation
import TestSupport
@testable import CatalogueStore

/// Changes a catalogue at random: records with few titles, names and addresses come, change and go, and people decide.
struct RandomCatalogue {
    private static let titles = [
        "Giải tích nhiều biến", "Giải tích nhiều biến tập 1", "Giải tích nhiều biến tập 2", "Giai tich nhieu bien",
        "Parsing Streams", "Parsing Streams: A Gentle Book", "Parsing Stream", "Untitled",
        "Trồng lúa nước vùng ngập mặn", "Trong lua nuoc vung ngap man",
    ]
    private static let names = ["Nguyễn An", "An Nguyen", "Jane Okafor", "J. Okafor"]
    private static let ids = (0..<24).map { "example:\($0)" }

    let store: CatalogueStore
    var random: SeededGenerator
    /// What the records that are not withdrawn say now.
    private(set) var resources: [String: LearningResource] = [:]

    init(_ store: CatalogueStore, seed: UInt64) {
        self.store = store
        random = SeededGenerator(seed: seed)
    }

    /// A random change, then the duplicates brought up to date.
    mutating func step() throws {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try withdraw()
        case 1: try decide()
        case 2: try undo()
        default: try save()
        }
        try store.updateDuplicates(at: Fixture.instant)
    }

    private mutating func save() throws {
        let batch = Self.ids.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random)).map { resource($0) }
        try store.add(batch)
        for resource in batch { resources[resource.id.rawValue] = resource }
    }

    private mutating func resource(_ id: String) -> LearningResource {
        let names = Self.names.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
        let address = Int.random(in: 0..<8, using: &random)
        let language = [[], Fixture.languages("vi"), Fixture.languages("en")].randomElement(using: &random) ?? []
        let doi = Int.random(in: 0..<12, using: &random)
        return Fixture.resource(id, title: Self.titles.randomElement(using: &random) ?? "") { resource in
            if address < 3 {
                resource.url = "https://example.org/\(address)"
            } else {
                resource.url = "https://\(id.dropFirst(8)).example/x"
            }
            resource.creators = Array(names)
            resource.languages = language
            if doi < 2 { resource.identifiers = ["doi:10.1000/\(doi)"] }
        }
    }

    private mutating func withdraw() throws {
        guard let id = resources.keys.sorted().randomElement(using: &random) else { return }
        try store.withdraw(id)
        resources[id] = nil
    }

    private mutating func decide() throws {
        let two = Self.ids.shuffled(using: &random).prefix(2).compactMap { ResourceID($0) }
        let verdict = Bool.random(using: &random) ? DuplicateVerdict.same : .different
        do {
            try store.decide(verdict, two[0], two[1], by: "Lan", at: Fixture.instant)
        } catch is DuplicateDecisionError {}
    }

    private mutating func undo() throws {
        guard let decision = try store.decisions().filter(\.holds).randomElement(using: &random) else { return }
        try store.undoDecision(decision.first, decision.second, by: "Bình", at: Fixture.instant)
    }

    /// A catalogue to which all that stands now came at once, in another order.
    mutating func anew() throws -> CatalogueStore {
        let fresh = try CatalogueStore.containing(resources.values.shuffled(using: &random))
        try fresh.updateDuplicates(at: Fixture.instant, isFull: true)
        for decision in try store.decisions().filter(\.holds).shuffled(using: &random) {
            let isThere = [decision.first, decision.second].allSatisfy { resources[$0.rawValue] != nil }
            if isThere {
                try fresh.decide(decision.verdict, decision.first, decision.second, by: "Lan", at: Fixture.instant)
            }
        }
        return fresh
    }
}

extension CatalogueStore {
    /// Takes a resource out, as a harvest does.
    func withdraw(_ id: String) throws {
        let reference = try referenceData()
        try write { db in
            let row = try Int64.fetchOne(db, sql: "SELECT rowID FROM learningResource WHERE id = ?", arguments: [id])
            var writer = ResourceWriter(
                run: 1, instant: Int64(Fixture.instant.timeIntervalSince1970),
                index: SearchIndexWriter(
                    generation: try IndexGeneration.current(in: db),
                    facetValues: FacetValues(vocabularies: reference.vocabularies, registers: reference.registers)))
            if let row { _ = try writer.withdraw(row, because: .deletedAtSource, in: db) }
            try writer.index.finish(in: db)
        }
    }
}
