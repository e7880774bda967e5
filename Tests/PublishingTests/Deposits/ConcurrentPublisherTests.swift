import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

/// Every change adds one keyword to what its author had read: a keyword that is missing later is a lost update.
@Suite("Two publishers at once")
struct ConcurrentPublisherTests {
    /// What somebody had on the screen when they began to type.
    private struct Screen {
        var tag: String
        var resource: LearningResource
    }

    @Test("in any interleaving, no update is lost, and whoever was too slow is told", arguments: 1...40)
    func interleavings(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let desk = try Desk(isTrusted: seed.isMultiple(of: 2))
        try desk.create()
        var screens: [Screen?] = [nil, nil]
        var kept: Set<String> = []
        for step in 0..<25 {
            let person = Int.random(in: 0...1, using: &generator)
            guard var screen = screens[person], Bool.random(using: &generator) else {
                let deposit = try #require(try desk.deposit())
                screens[person] = Screen(tag: deposit.tag, resource: try #require(try desk.content()))
                continue
            }
            let isCurrent = try desk.deposit()?.tag == screen.tag
            screen.resource.keywords.append("từ khóa \(step)")
            do {
                try desk.work(desk.publisher) {
                    try $0.replace(with: screen.resource, if: .tags([screen.tag]), from: .form)
                }
                #expect(isCurrent, "seed \(seed), step \(step): an old screen was taken")
                kept.insert("từ khóa \(step)")
            } catch DepositError.stale {
                #expect(!isCurrent, "seed \(seed), step \(step): a fresh screen was refused")
            }
            screens[person] = nil
            #expect(Set(try desk.content()?.keywords ?? []) == kept, "seed \(seed), step \(step)")
        }
        #expect(try desk.deposit()?.version == kept.count + 1)
        #expect(try desk.store.check().isWell)
    }

    @Test("on two threads over one file, each tries again until it is taken, and all of both stands in the end")
    func threads() async throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: Fixture.reference)
        let id = ResourceID.of("example:1")
        let people = ["Lan", "Minh"].map {
            Principal(keyID: $0, name: $0, role: .publisher, institution: "example")
        }
        _ = try store.deposits(by: people[0], at: Fixture.instant) {
            try $0.create(Fixture.resource("example:1"), needsIdentifier: false, from: .api).deposit
        }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for person in people {
                tasks.addTask {
                    // Each has the file open for itself, as two processes would.
                    let own = try CatalogueStore(folder: folder.path, access: .write)
                    for number in 0..<15 {
                        var isTaken = false
                        while !isTaken {
                            let (tag, resource) = try own.read { db in
                                let deposit = try #require(try DepositTable.deposit("example:1", in: db))
                                let version = try DepositTable.version(deposit.version, of: id, in: db)
                                return (deposit.tag, try #require(version).resource)
                            }
                            var changed = resource
                            changed.keywords.append("\(person.name) \(number)")
                            do {
                                _ = try own.deposits(by: person, at: Fixture.instant) { [changed] in
                                    try $0.replace(with: changed, if: .tags([tag]), from: .api)
                                }
                                isTaken = true
                            } catch DepositError.stale {
                                continue
                            }
                        }
                    }
                }
            }
            try await tasks.waitForAll()
        }
        let keywords = try store.read { db in
            let deposit = try #require(try DepositTable.deposit("example:1", in: db))
            return try DepositTable.version(deposit.version, of: id, in: db)?.resource.keywords ?? []
        }
        let expected = people.flatMap { person in (0..<15).map { "\(person.name) \($0)" } }
        #expect(Set(keywords) == Set(expected) && keywords.count == 30)
        #expect(try store.check().isWell)
    }
}
