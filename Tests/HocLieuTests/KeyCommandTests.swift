import Foundation
import TestSupport
import Testing

@Suite("hoclieu key")
struct KeyCommandTests {
    private let folder: TemporaryFolder
    private let hoclieu = CommandLineProgram.hoclieu

    init() throws {
        folder = try TemporaryFolder()
        let record = try folder.file(
            "a.jsonl",
            """
            {"identifier":"example:1","name":"Nấu ăn","url":"https://example.org/1","publisher":"example"}

            """)
        _ = try hoclieu.run("ingest", record, "--data", folder.path, "--corpus", Project.corpus)
    }

    @Test("A key is made, listed without its secret, and revoked once")
    func life() throws {
        let made = try hoclieu.run(
            "key", "create", "Thư viện", "--role", "publisher", "--institution", "can-tho-university", "--data",
            folder.path)
        #expect(made.status == 0 && made.errors.contains("khóa không hiện lại"))
        let secret = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(secret.hasPrefix("hlm_") && secret.count == 47)
        let list = try hoclieu.run("key", "list", "--data", folder.path).output
        #expect(list.hasPrefix("Thư viện\tpublisher\tcan-tho-university\tdùng được\t") && !list.contains(secret))
        let revoked = try hoclieu.run("key", "revoke", "Thư viện", "--data", folder.path, "--lang", "en")
        #expect(revoked.output.contains("is revoked"))
        let again = try hoclieu.run("key", "revoke", "Thư viện", "--data", folder.path, "--lang", "en")
        #expect(again.output.contains("was revoked before"))
        #expect(try hoclieu.run("key", "list", "--data", folder.path).output.contains("đã thu hồi"))
        let ended = try hoclieu.run("key", "end-sessions", "--data", folder.path, "--lang", "en")
        #expect(ended.output == "Ended 0 sessions.\n")
        #expect(try hoclieu.run("check", "--data", folder.path).status == 0)
    }

    @Test("What cannot be is refused with what to do")
    func refused() throws {
        let noInstitution = try hoclieu.run("key", "create", "a", "--role", "publisher", "--data", folder.path)
        #expect(noInstitution.status == 1 && noInstitution.errors.contains("--institution"))
        let missing = try hoclieu.run("key", "revoke", "a", "--data", folder.path, "--lang", "en")
        #expect(missing.status == 1 && missing.errors.contains("hoclieu key list"))
        #expect(try hoclieu.run("key", "create", "a", "--role", "king", "--data", folder.path).status == 64)
    }
}
