import CatalogueStore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Opening a catalogue")
struct OpeningTests {
    private let folder = try? TemporaryFolder()

    @Test("a missing file is said to be missing, and is not made by reading")
    func missing() throws {
        let folder = try #require(folder)
        #expect { try CatalogueStore(folder: folder.path, access: .read) } throws: { kind(of: $0) == .missing }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("a file that is no SQLite file is left as it is", arguments: [CatalogueStore.Access.read, .write])
    func noDatabase(access: CatalogueStore.Access) throws {
        let folder = try #require(folder)
        let bytes = Data(String(repeating: "not a database ", count: 500).utf8)
        let file = try folder.file(CatalogueStore.fileName, bytes)
        #expect { try CatalogueStore(folder: folder.path, access: access) } throws: { kind(of: $0) == .notACatalogue }
        #expect(FileManager.default.contents(atPath: file) == bytes)
    }

    @Test("another program's SQLite file is refused and not migrated", arguments: [CatalogueStore.Access.read, .write])
    func foreign(access: CatalogueStore.Access) throws {
        let folder = try #require(folder)
        let queue = try DatabaseQueue(path: folder.path + "/" + CatalogueStore.fileName)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        try queue.close()
        #expect { try CatalogueStore(folder: folder.path, access: access) } throws: { kind(of: $0) == .notACatalogue }
    }

    @Test("a catalogue of a newer program is refused")
    func newer() throws {
        let folder = try #require(folder)
        _ = try CatalogueStore(folder: folder.path, access: .write)
        let queue = try DatabaseQueue(path: folder.path + "/" + CatalogueStore.fileName)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 999") }
        try queue.close()
        #expect { try CatalogueStore(folder: folder.path, access: .read) } throws: { kind(of: $0) == .newerSchema }
    }

    @Test("writing says that another program holds the lock")
    func locked() throws {
        let folder = try #require(folder)
        let store = try CatalogueStore(folder: folder.path, access: .write)
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        let other = try DatabaseQueue(path: folder.path + "/" + CatalogueStore.fileName, configuration: configuration)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect { try store.replaceReferenceData(with: Fixture.reference) } throws: { kind(of: $0) == .locked }
            try db.execute(sql: "ROLLBACK")
        }
        try store.replaceReferenceData(with: Fixture.reference)
    }

    @Test("an index of another analysis version is outdated until it is rebuilt")
    func outdated() throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:1"))
        try store.write { try $0.execute(sql: "UPDATE meta SET value = '0' WHERE key = 'analysisVersion'") }
        #expect(try store.needsRebuild)
        #expect { try store.add([Fixture.resource("example:2")]) } throws: { kind(of: $0) == .indexOutdated }
        try store.rebuild()
        #expect(try !store.needsRebuild)
    }

    private func kind(of error: any Error) -> CatalogueStoreError.Kind? { (error as? CatalogueStoreError)?.kind }
}
