import Foundation
import TestSupport
import Testing

@Suite("hoclieu ingest")
struct IngestCommandTests {
    private let folder: TemporaryFolder
    private let hoclieu = CommandLineProgram.hoclieu

    init() throws {
        folder = try TemporaryFolder()
    }

    private var data: String { folder.path + "/Index" }

    /// Made-up records, one a line.
    private func lines(_ numbers: Range<Int>, title: String = "Bài") -> String {
        numbers.map { number in
            """
            {"identifier":"example:\(number)","name":"\(title) \(number)","url":"https://example.org/\(number)",\
            "publisher":{"identifier":"example","name":"Thử"},"inLanguage":"vi","learningResourceType":"video",\
            "license":"https://creativecommons.org/licenses/by/4.0/","about":["101"]}
            """ + "\n"
        }.joined()
    }

    private func ingest(_ arguments: String...) throws -> CommandLineProgram.Outcome {
        try hoclieu.run(["ingest"] + arguments + ["--data", data, "--corpus", Project.corpus, "--lang", "en"])
    }

    private func titles(_ query: String...) throws -> [String] {
        let outcome = try hoclieu.run(["search"] + query + ["--data", data, "--json", "--limit", "100"])
        return try outcome.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["title"] as? String ?? "?"
        }
    }

    @Test("takes records in, skips unchanged ones, versions changed ones")
    func idempotent() throws {
        let file = try folder.file("a.jsonl", lines(0..<25))
        #expect(try ingest(file).output.contains("25 added, 0 changed, 0 unchanged, 0 refused"))
        let again = try ingest(file)
        #expect(again.status == 0 && again.output.contains("0 added, 0 changed, 25 unchanged"))
        let changed = try folder.file("b.jsonl", lines(0..<5, title: "Khác"))
        #expect(try ingest(changed).output.contains("0 added, 5 changed"))
        #expect(Set(try titles("khac")) == Set((0..<5).map { "Khác \($0)" }))
        #expect(try hoclieu.run("check", "--data", data).status == 0)
    }

    @Test("a bad record is reported with file, line, field and remedy, and the others are taken in")
    func badRecords() throws {
        let file = try folder.file(
            "bad.jsonl",
            lines(0..<2) + "{\"identifier\":\"example:x\",\"name\":\"Không địa chỉ\",\"publisher\":\"example\"}\n"
                + "{broken\n" + lines(2..<4))
        let outcome = try ingest(file)
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("6 records: 4 added") && outcome.output.contains("2 refused"))
        #expect(outcome.errors.contains("\(file):3: refused: url: "))
        #expect(outcome.errors.contains("\(file):4: refused: "))
        #expect(try titles().count == 4)
    }

    @Test("a dry run reports the same and writes nothing, with and without a catalogue")
    func dryRun() throws {
        let file = try folder.file("a.jsonl", lines(0..<3) + "{}\n")
        let preview = try ingest(file, "--dry-run")
        #expect(
            preview.status == 3 && preview.output.contains("4 records: 3 added") && preview.output.contains("1 refused")
        )
        #expect(!FileManager.default.fileExists(atPath: data))
        let real = try ingest(file)
        #expect(real.status == 3 && real.errors == preview.errors)
        let bytes = FileManager.default.contents(atPath: data + "/catalogue.sqlite")
        #expect(try ingest(file, "--dry-run").output.contains("3 unchanged"))
        #expect(FileManager.default.contents(atPath: data + "/catalogue.sqlite") == bytes)
    }

    @Test("nobody takes over what another institution has published, dry or not")
    func takeover() throws {
        _ = try ingest(try folder.file("a.jsonl", lines(0..<3)))
        let other = lines(1..<2).replacing("\"identifier\":\"example\"", with: "\"identifier\":\"other\"")
        let file = try folder.file("b.jsonl", other + lines(7..<8))
        let preview = try ingest(file, "--dry-run")
        let outcome = try ingest(file)
        #expect(outcome.status == 3 && outcome.errors == preview.errors)
        #expect(outcome.errors.contains("identifies a resource of “example”, not of “other”"))
        #expect(outcome.output.contains("1 added, 0 changed") && outcome.output.contains("1 refused"))
        #expect(Set(try titles()) == ["Bài 0", "Bài 1", "Bài 2", "Bài 7"])
    }

    @Test("an identifier that comes twice in one file is refused the second time")
    func duplicate() throws {
        let file = try folder.file("a.jsonl", lines(0..<2) + lines(1..<3, title: "Lặp"))
        let outcome = try ingest(file)
        #expect(
            outcome.status == 3
                && outcome.errors.contains("\(file):3: refused: identifier: “example:1” stands in line 2"))
        #expect(Set(try titles()) == ["Bài 0", "Bài 1", "Lặp 2"])
    }

    @Test(
        "odd files get a clear answer, and what is good in them is taken in",
        arguments: [
            OddFile("empty", Data(), status: 0, says: "0 records"),
            OddFile("bom", Data([0xEF, 0xBB, 0xBF]) + Data(OddFile.record.utf8), status: 0, says: "1 added"),
            OddFile(
                "not UTF-8", Data(OddFile.record.utf8) + Data("{\"name\":\"h\u{0}".utf8) + Data([0xFF, 0x0A]),
                status: 3, says: "1 refused"),
            OddFile(
                "truncated", Data(OddFile.record.utf8) + Data("{\"identifier\":\"exa".utf8), status: 3,
                says: "1 refused"),
            OddFile(
                "wrong types", Data("[1,2]\n\"x\"\n3\n{\"identifier\":7,\"name\":[],\"url\":{}}\n".utf8), status: 3,
                says: "refused"),
            OddFile("UTF-16", Data([0xFF, 0xFE]) + Data(OddFile.record.utf8), status: 1, says: ""),
            OddFile(
                "a long line", Data(repeating: 0x78, count: 50_000_000) + Data(("\n" + OddFile.record).utf8), status: 3,
                says: "1 added"),
        ])
    func oddFiles(file: OddFile) throws {
        let path = try folder.file("odd.jsonl", file.bytes)
        let outcome = try ingest(path)
        #expect(outcome.status == file.status, "\(outcome.errors.prefix(500))")
        if !file.says.isEmpty { #expect(outcome.output.contains(file.says), "\(outcome.output)") }
        if file.status != 0 { #expect(outcome.errors.contains("odd.jsonl")) }
    }

    @Test(
        "paths that cannot be read end the program with what to do",
        arguments: ["nowhere.jsonl", "folder", "notes.docx"])
    func paths(name: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/folder", withIntermediateDirectories: true)
        _ = try folder.file("notes.docx", "x")
        let outcome = try ingest(folder.path + "/" + name)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(name))
    }

    @Test(
        "killed at any moment, nothing committed is lost, and running again completes the work",
        arguments: [0.15, 0.4, 0.8, 1.3, 2.0])
    func killed(after seconds: Double) throws {
        let file = try folder.file("many.jsonl", lines(0..<12_000))
        let log = try folder.file("log", "")
        let process = try hoclieu.start(
            ["ingest", file, "--data", data, "--corpus", Project.corpus], output: log, errors: log)
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let outcome = try ingest(file)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("12000 records"))
        #expect(try hoclieu.run("check", "--data", data).status == 0)
        let page = try hoclieu.run("search", "bài", "11999", "--data", data, "--json")
        #expect(page.output.contains("example:11999"))
    }

    @Test("a full disk stops the program with a message, and the catalogue stays whole")
    func fullDisk() throws {
        // A file-size limit gives SQLite the same short write as a full disk; the shell sets it for its child only.
        let file = try folder.file("many.jsonl", lines(0..<12_000))
        let program = CommandLineProgram("/bin/bash")
        _ = try ingest(try folder.file("first.jsonl", lines(0..<10)))
        let script = "trap '' XFSZ; ulimit -f 2000; exec \"$0\" \"$@\""
        let binary = Bundle.main.bundleURL.appendingPathComponent("hoclieu").path
        let outcome = try program.run([
            "-c", script, binary, "ingest", file, "--data", data, "--corpus", Project.corpus, "--lang", "en",
        ])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("disk"), "\(outcome.errors)")
        #expect(try hoclieu.run("check", "--data", data).status == 0)
        #expect(try ingest(file).status == 0)
        #expect(try hoclieu.run("check", "--data", data).status == 0)
    }
}

/// A made-up file with something odd about it.
struct OddFile: CustomStringConvertible, Sendable {
    static let record = """
        {"identifier":"example:1","name":"Bài","url":"https://example.org/1","publisher":"example","inLanguage":"vi"}

        """

    let description: String
    let bytes: Data
    let status: Int32
    let says: String

    init(_ description: String, _ bytes: Data, status: Int32, says: String) {
        self.description = description
        self.bytes = bytes
        self.status = status
        self.says = says
    }
}
