import Foundation
import TestSupport
import Testing

@Suite("hoclieu collection, relation, translation")
struct CollectionCommandTests {
    private let hoclieu = CommandLineProgram.hoclieu

    /// A folder with the shipped catalogue in it.
    private func catalogue() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(
            try hoclieu.run("ingest", Project.corpus, "--data", folder.path, "--corpus", Project.corpus).status == 0)
        return folder
    }

    private func run(_ line: String, in folder: TemporaryFolder, _ more: String...) throws
        -> CommandLineProgram.Outcome
    {
        try hoclieu.run(line.split(separator: " ").map(String.init) + more + ["--data", folder.path])
    }

    @Test("a collection is made, filled, ordered, published, listed and exported; the catalogue stays whole")
    func collection() throws {
        let folder = try catalogue()
        let made = try run(
            "collection create --purpose event --opens 15/4/2026 --institution can-tho-university --by Lan", in: folder,
            "Ngày sách 2026")
        #expect(made.status == 0 && made.output.contains("ngay-sach-2026"), "\(made.errors)")
        let empty = try run("collection publish ngay-sach-2026", in: folder)
        #expect(empty.status == 1 && empty.errors.contains("chưa có học liệu nào mở được"))
        #expect(
            try run("collection add ngay-sach-2026 phet:ohms-law bccampus:basic-kitchen --note hay", in: folder).status
                == 0)
        #expect(try run("collection move ngay-sach-2026 bccampus:basic-kitchen 1", in: folder).status == 0)
        #expect(try run("collection publish ngay-sach-2026", in: folder).status == 0)
        let shown = try run("collection show ngay-sach-2026", in: folder).output
        #expect(shown.contains("1. bccampus:basic-kitchen") && shown.contains("2. phet:ohms-law"))
        #expect(try run("collection list --json", in: folder).output.contains("\"resources\":2"))
        let file = folder.path + "/goi.zip"
        let exported = try run(
            "collection export ngay-sach-2026 --url https://hoclieu.example.vn --output", in: folder, file)
        #expect(exported.status == 0, "\(exported.errors)")
        let unzip = CommandLineProgram("/usr/bin/unzip")
        #expect(
            try unzip.run("-p", file, "index.html").output.contains(
                "https://hoclieu.example.vn/collections/ngay-sach-2026"))
        // What is in the package can be taken in again: nothing has changed.
        #expect(try unzip.run("-q", file, "records.csv", "-d", folder.path).status == 0)
        let again = try run("ingest", in: folder, folder.path + "/records.csv", "--corpus", Project.corpus, "--dry-run")
        #expect(again.status == 0, "\(again.output) \(again.errors)")
        #expect(try run("check", in: folder).status == 0)
    }

    @Test(
        "what is wrong is said in the language asked for, and the program ends with status 1",
        arguments: [
            ("collection show none", "There is no collection"), ("collection add none phet:ohms-law", "no collection"),
            ("collection create x --slug A", "cannot be an address"), ("collection create x --opens mai", "is no day"),
            ("collection export none", "no collection"), ("collection create x --institution none", "no institution"),
            ("relation add phet:ohms-law partOf phet:ohms-law", "to itself"),
            ("relation add phet:ohms-law partOf none:1", "no resource"),
            ("relation remove phet:ohms-law partOf https://example.org/", "has no relation"),
            ("translation want none:1", "no resource"), ("translation release phet:ohms-law", "not in the translation"),
        ])
    func faults(line: String, message: String) throws {
        let folder = try catalogue()
        let outcome = try run(line + " --lang en", in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test("relations are set, listed from both ends, and taken back")
    func relation() throws {
        let folder = try catalogue()
        #expect(try run("relation add phet:ohms-law prerequisite bccampus:basic-kitchen", in: folder).status == 0)
        #expect(
            try run("relation list phet:ohms-law", in: folder).output.contains("Cần học trước: bccampus:basic-kitchen"))
        #expect(
            try run("relation list bccampus:basic-kitchen --json", in: folder).output.contains(
                "\"relation\":\"requiredBy\""))
        let circle = try run("relation add bccampus:basic-kitchen prerequisite phet:ohms-law", in: folder)
        #expect(
            circle.status == 1
                && circle.errors.contains("bccampus:basic-kitchen → phet:ohms-law → bccampus:basic-kitchen"))
        #expect(try run("relation remove phet:ohms-law prerequisite bccampus:basic-kitchen", in: folder).status == 0)
        #expect(try run("relation list phet:ohms-law", in: folder).output.contains("Cần học trước") == false)
        #expect(try run("relation list --circular", in: folder).output.isEmpty)
    }

    @Test("an English resource with an open licence goes through the backlog")
    func translation() throws {
        let folder = try catalogue()
        let english = "saylor:cs201-elementary-data-structures"
        let want = try run("translation want \(english) --institution can-tho-university", in: folder)
        #expect(want.status == 0, "\(want.errors)")
        #expect(try run("translation", in: folder).output.contains("\(english) [Cần dịch]"))
        let late = try run(
            "translation claim \(english) --institution can-tho-university --until 2020-01-01", in: folder)
        #expect(late.status == 1)
        #expect(try run("translation want \(english) --institution can-tho-university --undo", in: folder).status == 0)
        #expect(try run("translation", in: folder).output.isEmpty)
    }
}
