import ArgumentParser
import Foundation
import TextAnalysis

/// Megabytes of text a second that one core turns into keys.
struct AnalysisBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysis", abstract: "Text analysis, MB/s on one core.")

    @Argument(help: "UTF-8 text, repeated to twenty megabytes.") var file: String

    func run() throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let parts = text.split(whereSeparator: \.isNewline).map(String.init)
        let rounds = max(1, 20_000_000 / max(1, text.utf8.count))
        let analyser = TextAnalyser()
        let clock = ContinuousClock()
        for name in ["keys", "keys, English"] {
            var bytes = 0
            let time = clock.measure {
                for _ in 0..<rounds {
                    for part in parts { bytes += analyser.keys(of: part, isEnglish: name != "keys").exact.utf8.count }
                }
            }
            let megabytes = Double(rounds * text.utf8.count) / 1_000_000
            print(
                "\(name): \(String(format: "%.1f", megabytes / (time / .seconds(1)))) MB/s (\(bytes / 1_000_000) MB of keys)"
            )
        }
    }
}
