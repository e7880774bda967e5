import Foundation

/// Where and how figures were measured: processor, cores, commit and command.
enum MachineLine {
    static var text: String {
        let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model =
            information.split(separator: "\n").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "processor unknown"
        let command =
            ([CommandLine.arguments[0].split(separator: "/").last.map(String.init) ?? ""]
            + CommandLine.arguments.dropFirst()).joined(separator: " ")
        return "\(model), \(ProcessInfo.processInfo.activeProcessorCount) cores · commit \(commit) · `\(command)`"
    }

    private static var commit: String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "rev-parse", "--short", "HEAD"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "unknown" }
        process.waitUntilExit()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return text.isEmpty ? "unknown" : text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
