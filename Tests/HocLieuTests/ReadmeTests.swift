import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
    /// The commands of the terminal session, each with the lines it printed.
    private static func session() throws -> [(command: String, output: [String])] {
        let readme = try Project.text(of: "README.md")
        let block = try #require(readme.firstMatch(of: /```console\n((?:.*\n)*?)```/)).1
        var session: [(command: String, output: [String])] = []
        for line in block.split(separator: "\n").map(String.init) {
            if line.hasPrefix("$ ") {
                session.append((String(line.dropFirst(2)), []))
            } else {
                session[session.count - 1].output.append(line)
            }
        }
        return session
    }

    @Test("the terminal session is real output")
    func session() throws {
        let folder = try TemporaryFolder()
        let hoclieu = CommandLineProgram.hoclieu
        _ = try hoclieu.run("ingest", Project.corpus, "--data", folder.path, "--corpus", Project.corpus)
        let session = try Self.session()
        #expect(session.reduce(0) { $0 + 1 + $1.output.count } == 7)
        for (command, output) in session {
            let words = command.split(separator: " ").map(String.init)
            #expect(words[0] == "hoclieu")
            let outcome = try hoclieu.run(Array(words.dropFirst()) + ["--data", folder.path])
            #expect(outcome.output.split(separator: "\n").map(String.init) == output, "\(command)")
        }
    }

    @Test("every command, file and target it names exists")
    func names() throws {
        let readme = try Project.text(of: "README.md")
        let makefile = try Project.text(of: "Makefile")
        for target in readme.matches(of: /`make ([a-z]+)`/) {
            #expect(makefile.contains("\n\(target.1):"), "make \(target.1)")
        }
        for path in readme.matches(of: /`((?:Sources|Tests|Corpus|Index)\/[A-Za-z\/.-]*)`/) {
            #expect(FileManager.default.fileExists(atPath: Project.folder + "/" + path.1), "\(path.1)")
        }
        let help = try CommandLineProgram.hoclieu.run("--help").output
        for command in readme.matches(of: /`hoclieu ([a-z]+)/) {
            #expect(help.contains("  \(command.1) "), "\(command.1)")
        }
    }
}
