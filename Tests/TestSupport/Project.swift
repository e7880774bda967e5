import Foundation

/// The files of this project, found from where this file stands.
package enum Project {
    package static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    package static var openAPI: String { folder + "/Sources/CatalogueService/Templates/openapi.json" }

    package static var corpus: String { folder + "/Corpus" }

    package static func text(of file: String) throws -> String {
        try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    }

    /// Real material beside the project; nil where it is not there, and the check that wants it is skipped.
    package static var sharedData: String? {
        let path = URL(fileURLWithPath: folder).deletingLastPathComponent().appendingPathComponent("shared/data").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
