package import Foundation

/// Runs programs as a person would, and returns what they said.
package struct CommandLineProgram: Sendable {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    private let executable: String

    /// The `hoclieu` built beside these tests.
    package static var hoclieu: CommandLineProgram {
        CommandLineProgram(Bundle.main.bundleURL.appendingPathComponent("hoclieu").path)
    }

    package init(_ executable: String) {
        self.executable = executable
    }

    /// Runs the program to its end.
    package func run(_ arguments: String..., in folder: String? = nil) throws -> Outcome {
        try run(arguments, in: folder)
    }

    package func run(_ arguments: [String], in folder: String? = nil) throws -> Outcome {
        let temporary = try TemporaryFolder()
        let output = try temporary.file("output", "")
        let errors = try temporary.file("errors", "")
        let process = try start(arguments, in: folder, output: output, errors: errors)
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// Starts the program; the caller ends it. What it says goes to the files named, which must be there.
    package func start(
        _ arguments: [String], in folder: String? = nil, output: String, errors: String
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        return process
    }
}
