import Foundation

/// Another search engine, run by a script of ours in Python, asked line by line.
final class PeerEngine {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let name: String
    let version: String
    private let process: Process
    private let questions: FileHandle
    private let answers: LineReader

    /// Builds an index of `corpus` in `folder`.
    ///
    /// - Returns: what the script reports; nil where the engine is not installed.
    static func build(script: Data, python: String, corpus: String, folder: URL) throws -> [String: Any]? {
        let (process, reader, _) = try run(script, python, ["build", corpus, folder.path])
        let line = reader.next()
        process.waitUntilExit()
        if process.terminationStatus == 3 { return nil }
        guard process.terminationStatus == 0, let line else {
            throw Failure(description: "\(python) ended with an error")
        }
        return try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }

    init(name: String, script: Data, python: String, folder: URL) throws {
        self.name = name
        (process, answers, questions) = try Self.run(script, python, ["serve", folder.path])
        guard let line = answers.next(),
            let report = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        else { throw Failure(description: "\(name) does not answer") }
        version = report["version"] as? String ?? ""
    }

    /// Nanoseconds of processor time, and the ten best, best first.
    func ask(_ mode: String, _ keys: [String]) throws -> (nanoseconds: UInt64, numbers: [UInt32]) {
        try questions.write(contentsOf: Data("\(mode)\t\(keys.joined(separator: " "))\n".utf8))
        guard let line = answers.next() else { throw Failure(description: "\(name) has ended") }
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        let numbers =
            parts.count > 1 ? parts[1].split(separator: " ").compactMap { UInt32($0.prefix { $0 != ":" }) } : []
        return (UInt64(parts[0]) ?? 0, numbers)
    }

    func end() {
        try? questions.close()
        process.waitUntilExit()
    }

    private static func run(_ script: Data, _ python: String, _ arguments: [String]) throws -> (
        Process, LineReader, FileHandle
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-peer-\(UUID().uuidString).py")
        try script.write(to: file)
        process.arguments = [file.path] + arguments
        let (output, input) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        return (process, LineReader(output.fileHandleForReading), input.fileHandleForWriting)
    }
}
