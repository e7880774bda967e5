package import Foundation

/// A folder of its own for one test, removed with it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hoclieu-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Path of a new file with `content`.
    package func file(_ name: String, _ content: String) throws -> String {
        try file(name, Data(content.utf8))
    }

    package func file(_ name: String, _ content: Data) throws -> String {
        let file = (path as NSString).appendingPathComponent(name)
        try content.write(to: URL(fileURLWithPath: file))
        return file
    }
}
