import Foundation

/// Which user agents are robots, and which gather text for artificial intelligence: a list of patterns with a version.
///
/// Ours is `Corpus/Robots/robots.tsv`; COUNTER's official list (a JSON array of objects with `pattern`) can be read in its
/// place.
package struct RobotList: Sendable {
    package enum Label: Int, Sendable {
        case person = 0
        case robot = 1
        case aiAgent = 2
    }

    /// Goes into every report.
    package let version: String
    private let patterns: [(label: Label, expression: NSRegularExpression)]

    /// - Throws: `UsageError.robotList` with the line of the first pattern that is none.
    package init(_ text: String, file: String) throws {
        if text.drop(while: \.isWhitespace).first == "[" {
            struct Entry: Decodable { let pattern: String }
            let entries = try JSONDecoder().decode([Entry].self, from: Data(text.utf8))
            patterns = try entries.enumerated().map {
                (.robot, try Self.expression($0.element.pattern, file: file, line: $0.offset + 1))
            }
            version = "COUNTER (\(entries.count) patterns)"
            return
        }
        var patterns: [(Label, NSRegularExpression)] = []
        var version = "unversioned"
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("# version: ") { version = String(line.dropFirst(11)) }
            guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace), number > 0 || !line.hasPrefix("kind") else {
                continue
            }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count >= 2, columns[0] != "kind" else { continue }
            let label: Label = columns[0] == "ai" ? .aiAgent : .robot
            patterns.append((label, try Self.expression(columns[1], file: file, line: number + 1)))
        }
        self.version = version
        // An agent of artificial intelligence is also a robot by its name: the closer label comes first.
        self.patterns = patterns.filter { $0.0 == .aiAgent } + patterns.filter { $0.0 == .robot }
    }

    /// Nothing is a robot.
    package init() {
        version = "none"
        patterns = []
    }

    package func label(of agent: String) -> Label {
        let range = NSRange(agent.startIndex..., in: agent)
        return patterns.first { $0.expression.firstMatch(in: agent, range: range) != nil }?.label ?? .person
    }

    private static func expression(_ pattern: String, file: String, line: Int) throws -> NSRegularExpression {
        do {
            return try NSRegularExpression(pattern: pattern, options: .caseInsensitive)
        } catch {
            throw UsageError.robotList(file: file, line: line, pattern: pattern)
        }
    }
}
