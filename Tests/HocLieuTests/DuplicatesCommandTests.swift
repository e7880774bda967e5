import Foundation
import TestSupport
import Testing

@Suite("hoclieu duplicates")
struct DuplicatesCommandTests {
    private let hoclieu = CommandLineProgram.hoclieu
    private let folder: TemporaryFolder
    private var data: String { folder.path + "/data" }

    init() throws {
        folder = try TemporaryFolder()
        // Made-up records.
        let lines = [("a", "Cơ sở dữ liệu phân tán"), ("b", "Co so du lieu phan tan"), ("c", "Nấu ăn chay")].map {
            id, title in
            """
            {"identifier":"truong-\(id):1","name":"\(title)","url":"https://\(id).example/1","creator":"Nguyễn Văn Đức",\
            "publisher":{"identifier":"truong-\(id)","name":"Trường \(id)"},"inLanguage":"vi"}

            """
        }
        let file = try folder.file("records.jsonl", lines.joined())
        _ = try run("ingest", file, "--corpus", Project.corpus)
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> CommandLineProgram.Outcome {
        try hoclieu.run(arguments + ["--data", data, "--lang", "en"])
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    @Test("an ingest finds duplicates; list and show tell them, with what speaks for them")
    func list() throws {
        let list = try run("duplicates")
        #expect(list.status == 0 && list.output.contains("1 clusters of 2 records"))
        #expect(list.output.contains("truong-a:1") && list.output.contains("the same creators"))
        #expect(!list.output.contains("truong-c:1"))
        let clusters = try objects(run("duplicates", "list", "--json").output)
        let members = clusters.first?["members"] as? [[String: Any]]
        #expect(Set(members?.compactMap { $0["id"] as? String } ?? []) == ["truong-a:1", "truong-b:1"])
        #expect(try run("duplicates", "list", "--below", "0.1", "--json").output.isEmpty)
        #expect(try run("duplicates", "show", "truong-b:1").output.contains("truong-a:1"))
        #expect(try run("duplicates", "show", "truong-c:1").output.contains("no duplicate"))
        #expect(try run("duplicates", "show", "truong-a:1", "truong-c:1").output.contains("unrelated titles"))
    }

    @Test("decisions hold through ingests and recomputing, and are taken back")
    func decisions() throws {
        let before = try run("duplicates", "list", "--json").output
        #expect(
            try run("duplicates", "different", "truong-a:1", "truong-b:1", "--by", "Lan", "--note", "bản khác").status
                == 0)
        #expect(try run("duplicates", "same", "truong-a:1", "truong-c:1", "--by", "Lan").status == 0)
        for again in [["ingest", folder.path + "/records.jsonl"], ["duplicates", "find", "--full"]] {
            _ = try hoclieu.run(again + ["--data", data])
            let clusters = try objects(run("duplicates", "list", "--json").output)
            let members = clusters.first?["members"] as? [[String: Any]]
            #expect(Set(members?.compactMap { $0["id"] as? String } ?? []) == ["truong-a:1", "truong-c:1"])
            #expect(clusters.first?["decidedBy"] as? String == "person")
        }
        #expect(try run("duplicates", "undo", "truong-c:1", "truong-a:1", "--by", "Lan").status == 0)
        #expect(try run("duplicates", "undo", "truong-a:1", "truong-b:1", "--by", "Lan").status == 0)
        let (old, new) = try (objects(before), objects(run("duplicates", "list", "--json").output))
        #expect(old.map { $0["members"] as? NSArray } == new.map { $0["members"] as? NSArray })
        #expect(try run("duplicates", "show", "truong-a:1").output.contains("“bản khác”; taken back"))
        #expect(try run("check").status == 0)
    }

    @Test(
        "what cannot be done is told, with status 1 or 64",
        arguments: [
            (["same", "truong-a:1", "nowhere:1"], "nowhere:1"), (["same", "truong-a:1", "truong-a:1"], "named twice"),
            (["undo", "truong-a:1", "truong-c:1"], "nothing to take back"), (["show", "nowhere:1"], "nowhere:1"),
            (["list", "--below", "7"], "0–1"), (["list", "--limit", "0"], "1 or more"),
        ])
    func refusals(arguments: [String], says: String) throws {
        let outcome = try hoclieu.run(["duplicates"] + arguments + ["--data", data, "--lang", "en"])
        #expect([1, 64].contains(outcome.status) && outcome.errors.contains(says), "\(outcome.errors)")
    }
}
