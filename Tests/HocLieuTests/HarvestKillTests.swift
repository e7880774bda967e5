import CatalogueStore
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@Suite("A harvest that is killed", .serialized)
struct HarvestKillTests {
    private let hoclieu = CommandLineProgram.hoclieu

    /// What a catalogue holds, but for numbers of runs and instants.
    private func content(of folder: String) throws -> [String] {
        try CatalogueStore(folder: folder, access: .read).read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT 'resource ' || id || ' ' || version || ' ' || record || ' ' || (withdrawnAt IS NULL)
                    FROM learningResource
                    UNION ALL SELECT 'record ' || identifier || ' ' || state || ' ' || hex(hash) FROM sourceRecord
                    UNION ALL SELECT 'change ' || kind || ' ' || count(*) FROM changeLog GROUP BY kind
                    ORDER BY 1
                    """)
        }
    }

    private func catalogue(_ url: String, in folder: TemporaryFolder) throws -> String {
        let file = try folder.file("register.jsonl", "")
        #expect(try hoclieu.run("ingest", file, "--data", folder.path, "--corpus", Project.corpus).status == 0)
        let added = try hoclieu.run(
            "source", "add", "kho", "--institution", "can-tho-university", "--url", url, "--allow-private", "--delay",
            "0", "--data", folder.path)
        #expect(added.status == 0, "\(added.errors)")
        return folder.path
    }

    @Test("at any of 20 moments and run again ends in the catalogue of one that was not", arguments: 0..<4)
    func killed(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        // Of each five kills some come at a request, some a random time after it.
        let moments = (0..<5).map { _ in
            (request: Int.random(in: 0..<6, using: &generator), wait: UInt32.random(in: 0..<40_000, using: &generator))
        }
        let provider = OAIProvider(ProvidedRecord.series(60), time: TestTime())
        provider.set { $0.pageSize = 5 }
        try await provider.serving { url in
            let whole = try TemporaryFolder()
            let undisturbed = try catalogue(url, in: whole)
            #expect(try hoclieu.run("harvest", "kho", "--data", undisturbed).status == 0)
            let broken = try TemporaryFolder()
            let data = try catalogue(url, in: broken)
            let log = try broken.file("log", "")
            for moment in moments {
                provider.forgetRequests()
                let started = Mutex<pid_t>(0)
                provider.change(beforeRequest: moment.request) { _ in
                    usleep(moment.wait)
                    let process = started.withLock(\.self)
                    if process > 0 { kill(process, SIGKILL) }
                }
                let process = try hoclieu.start(["harvest", "kho", "--data", data], output: log, errors: log)
                started.withLock { $0 = process.processIdentifier }
                process.waitUntilExit()
            }
            provider.forgetRequests()
            let last = try hoclieu.run("harvest", "kho", "--data", data)
            #expect(last.status == 0, "\(last.errors) \(last.output)")
            #expect(try content(of: data) == content(of: undisturbed))
            #expect(try hoclieu.run("check", "--data", data).status == 0)
        }
    }
}
