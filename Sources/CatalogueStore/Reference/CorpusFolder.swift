import CatalogueModel
import Foundation
import RecordFormats
import Vocabularies

/// The folder `Corpus`: reads its vocabularies, crosswalks and registers.
package struct CorpusFolder: Sendable {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Whether `path` is a folder with vocabularies in it.
    package static func isCorpus(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/Vocabularies/subjects.tsv")
    }

    /// - Throws: `VocabularyError` with file, line and remedy for the first fault.
    package func referenceData() throws -> ReferenceData {
        let vocabularies = try VocabularyReader.vocabularies(named: name, text: text)
        return ReferenceData(
            vocabularies: vocabularies, registers: try registers(vocabularies), glossary: try glossary())
    }

    private func glossary() throws -> [GlossaryEntry] {
        let (synonyms, abbreviations) = ("Glossary/synonyms.tsv", "Glossary/abbreviations.tsv")
        let translations = "Glossary/vi-en.tsv"
        return try GlossaryReader.synonyms(from: text(of: synonyms), file: name(synonyms))
            + GlossaryReader.abbreviations(from: text(of: abbreviations), file: name(abbreviations))
            + GlossaryReader.translations(from: text(of: translations), file: name(translations))
    }

    private func registers(_ vocabularies: VocabularySet) throws -> Registers {
        let institutions = "Registers/institutions.csv"
        let territories = "Registers/territories.csv"
        let population = "Registers/population.csv"
        let places = try RegisterReader.territories(from: text(of: territories), file: name(territories))
        return Registers(
            institutions: try RegisterReader.institutions(
                from: text(of: institutions), file: name(institutions), types: vocabularies[.institutionTypes]),
            territories: places,
            population: try RegisterReader.population(
                from: text(of: population), file: name(population), territories: Set(places.map(\.id))))
    }

    private func name(_ file: String) -> String { (path as NSString).appendingPathComponent(file) }

    private func text(of file: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: name(file)) else {
            throw VocabularyError(
                file: name(file), line: 1, problem: "the file cannot be read",
                remedy: "A Corpus folder needs it; take it from the project")
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw VocabularyError(
                file: name(file), line: 1, problem: "the file is not UTF-8", remedy: "Save it as UTF-8")
        }
        return text
    }
}
