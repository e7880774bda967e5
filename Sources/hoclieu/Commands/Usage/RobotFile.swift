import Foundation
import UsageStatistics

/// The list of robots: a file, or the one the program was given before.
enum RobotFile {
    /// The list in `path`; where there is none, the copy beside the usage file, which is renewed whenever there is one.
    ///
    /// - Throws: `UsageError.robotList`.
    static func list(_ path: String, data: String) throws -> RobotList {
        let copy = (data as NSString).appendingPathComponent("robots.tsv")
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {
            let list = try RobotList(text, file: path)
            try? FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            try? text.write(toFile: copy, atomically: true, encoding: .utf8)
            return list
        }
        guard let text = try? String(contentsOfFile: copy, encoding: .utf8) else { return RobotList() }
        return try RobotList(text, file: copy)
    }
}
