import Foundation
import FoundationNetworking
import TestSupport
import Testing

@Suite("hoclieu serve")
struct ServeCommandTests {
    private let folder: TemporaryFolder
    private let hoclieu = CommandLineProgram.hoclieu

    init() throws {
        folder = try TemporaryFolder()
        let record = try folder.file(
            "a.jsonl",
            """
            {"identifier":"example:1","name":"Nấu ăn","url":"https://example.org/1","publisher":"example","inLanguage":"vi"}

            """)
        _ = try hoclieu.run("ingest", record, "--data", folder.path, "--corpus", Project.corpus)
    }

    @Test("says where it serves, answers, and stops gracefully on SIGTERM")
    func lifecycle() async throws {
        try await serving { address, _ in
            let url = try #require(URL(string: address + "/search?q=nau+an"))
            let (body, _) = try await URLSession.shared.data(from: url)
            #expect(String(decoding: body, as: UTF8.self).contains("<mark>Nấu ăn</mark>"))
        }
    }

    @Test("a port in use is said to be in use")
    func portInUse() async throws {
        let data = folder.path
        try await serving { address, _ in
            let port = address.split(separator: ":").last.map(String.init) ?? ""
            let outcome = try CommandLineProgram.hoclieu.run("serve", "--port", port, "--data", data, "--lang", "en")
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("another program uses the port") && !outcome.errors.contains("errno"))
        }
    }

    @Test("the log names neither queries nor addresses of people")
    func log() async throws {
        let log = try await serving { address, _ in
            let url = try #require(URL(string: address + "/search?q=bi+mat"))
            _ = try await URLSession.shared.data(from: url)
        }
        #expect(log.contains("path=/search") && log.contains("status=200"))
        #expect(!log.contains("bi+mat") && !log.contains("bi mat"))
    }

    @Test("without a catalogue it says how to make one")
    func missing() throws {
        let outcome = try hoclieu.run("serve", "--data", folder.path + "/none", "--port", "0", "--lang", "en")
        #expect(outcome.status == 1 && outcome.errors.contains("hoclieu ingest Corpus"))
    }

    /// Runs `use` with the address of a served catalogue; returns the log.
    @discardableResult
    private func serving(_ use: (String, Process) async throws -> Void) async throws -> String {
        let output = try folder.file("output", "")
        let errors = try folder.file("errors", "")
        let process = try hoclieu.start(
            ["serve", "--port", "0", "--data", folder.path, "--lang", "en"], output: output, errors: errors)
        defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        var address: String?
        for _ in 0..<100 where address == nil {
            try await Task.sleep(for: .milliseconds(100))
            let said = try String(contentsOfFile: output, encoding: .utf8)
            address = said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/).map { String($0.0) }
        }
        try await use(try #require(address), process)
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOfFile: errors, encoding: .utf8)
    }
}
