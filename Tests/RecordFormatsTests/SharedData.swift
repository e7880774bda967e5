import Foundation
import Testing

/// Real material beside the project, `../shared/data`; tests that want it are skipped where it is absent.
enum SharedData {
    /// Not normalised: the folder of tests may be reached through a link.
    static let folder =
        String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex))
        + "/../../../shared/data/"

    static var isThere: Bool {
        let isThere = FileManager.default.fileExists(atPath: folder + "conformance")
        if !isThere { print("skipped: ../shared/data is not here") }
        return isThere
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: folder + path)))
    }

    /// The files below `path`, sorted.
    static func files(_ path: String) -> [String] {
        (FileManager.default.subpaths(atPath: folder + path) ?? []).sorted().filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + path + "/" + name, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
