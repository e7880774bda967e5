import CatalogueModel
import Foundation
import Normalisation
import Vocabularies

/// The vocabularies and crosswalks that ship with the product.
enum Shipped {
    static let vocabularies = Result { try VocabularyReader.vocabularies(text: text) }
    static let normaliser = Result { RecordNormaliser(vocabularies: try vocabularies.get()) }

    static var project: URL {
        let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        return tests.deletingLastPathComponent().deletingLastPathComponent()
    }

    private static func text(_ file: String) throws -> String {
        try String(contentsOf: project.appendingPathComponent("Corpus").appendingPathComponent(file), encoding: .utf8)
    }

    /// A sound record with `values`, normalised with the shipped vocabularies.
    static func normalised(_ values: [SourceField: [String]]) throws -> NormalisedRecord {
        try normaliser.get().normalise(.sound(values))
    }

    /// `../shared/data`, where it is.
    static func sharedData(_ file: String) -> URL? {
        let path = project.deletingLastPathComponent().appendingPathComponent("shared/data").appendingPathComponent(
            file)
        return FileManager.default.fileExists(atPath: path.path) ? path : nil
    }
}
