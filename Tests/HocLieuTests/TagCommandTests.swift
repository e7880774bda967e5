import Foundation
import TestSupport
import Testing

@Suite("hoclieu tag")
struct TagCommandTests {
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

    @Test("bulk tagging is previewed with titles, done and undone only by somebody with a name, and lists who it was")
    func bulk() throws {
        let folder = try catalogue()
        let preview = try run("tag bulk add ohm --query", in: folder, "định luật ohm")
        #expect(preview.status == 0 && preview.output.contains("phet:ohms-law"), "\(preview.errors)")
        let line = try #require(preview.output.split(separator: "\n").first { $0.contains("phet:ohms-law") })
        #expect(line.contains("Ohm") && !line.trimmingCharacters(in: .whitespaces).hasPrefix("phet:"), "\(line)")
        for nobody in [[], ["--by", ""], ["--by", "  "]] {
            let refused = try hoclieu.run(
                ["tag", "bulk", "add", "ohm", "--query", "ohm", "--apply", "--data", folder.path] + nobody)
            #expect(refused.status != 0 && refused.errors.contains("--by"), "\(nobody)")
            let kept = try hoclieu.run(["tag", "bulk", "undo", "1", "--data", folder.path] + nobody)
            #expect(kept.status != 0 && kept.errors.contains("--by"))
        }
        #expect(try run("tag list", in: folder).output.isEmpty)
        let done = try run("tag bulk add ohm --apply --by Hoa --query", in: folder, "định luật ohm")
        #expect(done.status == 0, "\(done.errors)")
        #expect(try run("tag bulk list", in: folder).output.contains("command:Hoa"))
        #expect(try run("tag bulk undo 1 --by Hoa", in: folder).status == 0)
        #expect(try run("tag list", in: folder).output.hasPrefix("0"), "who keeps the tags sees unused ones, too")
    }

    @Test("concepts are given and taken by a name or a code, and what is no name is refused with where to look")
    func names() throws {
        let folder = try catalogue()
        let added = try run("tag add phet:ohms-law --scheme audiences", in: folder, "nong dan")
        #expect(added.status == 0, "\(added.errors)")
        #expect(try run("tag show phet:ohms-law", in: folder).output.contains("farmers"))
        #expect(try run("tag remove phet:ohms-law --scheme audiences", in: folder, "Nông dân").status == 0)
        #expect(try run("tag show phet:ohms-law", in: folder).output.isEmpty)
        let unknown = try run("tag add phet:ohms-law --scheme audiences", in: folder, "người sao Hỏa")
        #expect(unknown.status == 1 && unknown.errors.contains("/api/v1/vocabularies/audiences"))
    }

    @Test("the help says what the log keeps where nobody is named")
    func help() throws {
        #expect(try hoclieu.run("tag", "--help").output.contains("“command”"))
        for command in ["merge", "rename", "delete", "add"] {
            let help = try hoclieu.run("tag", command, "--help").output.split(whereSeparator: \.isWhitespace)
            #expect(help.contains { $0.contains("“command”") }, "\(command)")
        }
    }
}
