import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import RankedPostings
import TestSupport
import Testing
import Vocabularies

@Suite("Ranked postings in the catalogue")
struct PostingsStoreTests {
    private static let words = ["học", "tập", "nấu", "ăn", "trồng", "lúa", "nuoi", "tom", "calculus", "HỌC", "cà-phê"]

    private static func batch(_ random: inout SeededGenerator, most: Int = 40) -> [LearningResource] {
        func text(_ random: inout SeededGenerator) -> String {
            (0...Int.random(in: 0..<8, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
        return (0..<Int.random(in: 1...20, using: &random)).map { _ in
            Fixture.resource("example:\(Int.random(in: 0..<most, using: &random))", title: text(&random)) { resource in
                resource.description = Bool.random(using: &random) ? text(&random) : nil
                resource.subjects = Bool.random(using: &random) ? ["083"] : ["101"]
                resource.keywords = [text(&random), text(&random)]
            }
        }
    }

    /// What the ranked postings of a catalogue say; nil where they do not agree with FTS5.
    private static func census(of store: CatalogueStore) throws -> PostingsCensus? {
        try store.read { db in
            let generation = try IndexGeneration.current(in: db)
            return try PostingsSnapshot(generation, after: nil, in: db).map { try PostingsCensus(of: $0, in: db) }
        }
    }

    @Test("after any sequence of additions, changes and merges they equal a rebuild", arguments: 0..<8 as Range<UInt64>)
    func equalToRebuild(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let store = try CatalogueStore.containing([])
        for step in 0..<14 {
            try store.add(Self.batch(&random))
            if step % 4 == 3 { try store.mergePostings(fullTier: 2 + step % 3) }
        }
        #expect(try store.check().isWell)
        let before = try #require(try Self.census(of: store))
        try store.rebuild()
        #expect(try Self.census(of: store) == before)
        try store.optimisePostings()
        #expect(try Self.census(of: store) == before)
    }

    @Test("a kill between any two statements leaves a catalogue whose postings fit its records")
    func kills() throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: Fixture.reference)
        let crashes = CrashCopies(of: folder)
        try store.write { db in db.trace { _ in crashes.take() } }
        var random = SeededGenerator(seed: 5)
        for step in 0..<6 {
            try store.add(Self.batch(&random))
            if step % 2 == 1 { try store.mergePostings(fullTier: 2) }
            if step == 3 { try store.rebuild() }
        }
        try store.write { db in db.trace(nil) }
        #expect(crashes.folders.count > 10)
        for copy in crashes.folders {
            let left = try CatalogueStore(folder: copy.path, access: .write)
            var problems: [String] = []
            try left.repairPostings { problems.append($0.english) }
            #expect(problems.isEmpty, "nothing to repair after a kill")
            let check = try left.check()
            #expect(check.isWell, "\(check.findings.compactMap(\.problem?.english))")
            let before = try Self.census(of: left)
            try left.rebuild()
            #expect(try Self.census(of: left) == before)
        }
    }

    @Test(
        "what does not fit FTS5 is said and built anew on opening",
        arguments: [
            "DELETE FROM searchSegment1 WHERE segment = (SELECT max(segment) FROM searchSegment1)",
            "UPDATE searchState1 SET version = 0",
            "DROP TABLE searchState1", "DELETE FROM searchChunk1",
            "INSERT INTO searchTombstone1 SELECT rowID, 1000 FROM learningResource LIMIT 1",
            "UPDATE searchChunk1 SET bytes = zeroblob(100)",
        ])
    func repair(sql: String) throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: Fixture.reference)
        var random = SeededGenerator(seed: 1)
        for _ in 0..<4 { try store.add(Self.batch(&random)) }
        let before = try #require(try Self.census(of: store))
        try store.write { try $0.execute(sql: sql) }
        var said: [String] = []
        let reader = try CatalogueStore(folder: folder.path, access: .read)
        #expect(try reader.repairPostings { said.append($0.english) })
        #expect(said.count == 1)
        #expect(try !reader.repairPostings { said.append($0.english) })
        #expect(try Self.census(of: reader) == before)
        #expect(try reader.check().isWell)
    }

    @Test("a snapshot that was loaded goes on answering as its commit left it, whatever is written since")
    func snapshotsStay() throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: Fixture.reference)
        var random = SeededGenerator(seed: 2)
        var kept: [(PostingsSnapshot, [UInt32: UInt64])] = []
        for _ in 0..<6 {
            try store.add(Self.batch(&random))
            let snapshot = try store.read { db in
                let snapshot = try PostingsSnapshot(.current(in: db), after: kept.last?.0, in: db)
                try snapshot?.complete(in: db)
                return snapshot
            }
            let loaded = try #require(snapshot)
            #expect(loaded.number > kept.last?.0.number ?? 0)
            kept.append((loaded, loaded.index.fingerprints()))
            try store.mergePostings(fullTier: 2)
        }
        for (snapshot, fingerprints) in kept { #expect(snapshot.index.fingerprints() == fingerprints) }
    }
}

/// Copies of a catalogue's files as a kill at that moment would leave them.
private final class CrashCopies: @unchecked Sendable {
    private let folder: TemporaryFolder
    private(set) var folders: [TemporaryFolder] = []
    private var last: [Data?] = []

    init(of folder: TemporaryFolder) {
        self.folder = folder
    }

    /// Copies the files unless they are as they were.
    func take() {
        let names = ["catalogue.sqlite", "catalogue.sqlite-wal"]
        let files = names.map { FileManager.default.contents(atPath: folder.path + "/" + $0) }
        guard files != last, let copy = try? TemporaryFolder() else { return }
        last = files
        for (name, file) in zip(names, files) {
            _ = file.map { FileManager.default.createFile(atPath: copy.path + "/" + name, contents: $0) }
        }
        folders.append(copy)
    }
}
