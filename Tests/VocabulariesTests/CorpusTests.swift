import Foundation
import Testing
import Vocabularies

/// The text of a file of the project's `Corpus`.
func corpusText(_ file: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let corpus = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")
    return try String(contentsOf: corpus.appendingPathComponent(file), encoding: .utf8)
}

@Suite("The vocabularies and crosswalks of Corpus")
struct CorpusTests {
    @Test("all are read without a fault")
    func sound() throws {
        let vocabularies = try VocabularyReader.vocabularies(text: corpusText)
        #expect(vocabularies.crosswalks.count == CrosswalkID.allCases.count)
        #expect(vocabularies.levelsInISCED["vqf6"] == "isced6")
        #expect(!vocabularies[.subjects].concepts.isEmpty)
    }

    @Test("a crosswalk has rows, none twice, in order, to concepts there are", arguments: CrosswalkID.allCases)
    func integrity(id: CrosswalkID) throws {
        let scheme = try VocabularyReader.scheme(
            id.target, from: corpusText("Vocabularies/\(id.target.rawValue).tsv"), file: "scheme")
        let crosswalk = try VocabularyReader.crosswalk(
            id, from: corpusText("Crosswalks/\(id.rawValue).tsv"), file: "crosswalk", to: scheme)
        #expect(!crosswalk.entries.isEmpty)
        for entry in crosswalk.entries {
            #expect(entry.to.isEmpty == (entry.relation == .noMatch))
            #expect(Set(entry.to).count == entry.to.count)
            #expect(entry.from == entry.from.trimmingCharacters(in: .whitespaces))
            // Words are in one spelling: small letters, NFC.
            #expect(Array(entry.from.utf8) == Array(entry.from.precomposedStringWithCanonicalMapping.utf8))
        }
    }

    @Test("every file of Crosswalks is loaded")
    func nothingForgotten() throws {
        let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        let folder = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "Corpus/Crosswalks")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }
        #expect(files.sorted() == CrosswalkID.allCases.map { $0.rawValue + ".tsv" }.sorted())
    }

    private static let header = "from\tto\trelation\n"

    @Test(
        "a faulty crosswalk names the line",
        arguments: [
            (header + "a\t01\tsameAs\n", 2), (header + "a\t99\texactMatch\n", 2),
            (header + "b\t01\texactMatch\na\t01\texactMatch\n", 3),
            (header + "a\t01\texactMatch\na\t01\texactMatch\n", 3), (header + "a\t\texactMatch\n", 2),
            (header + "a\t01\tnoMatch\n", 2),
            ("from\tto\n", 1), (header + "\t01\texactMatch\n", 2), (header + "a\t01|98\texactMatch\n", 2),
        ])
    func faults(text: String, line: Int) {
        let concept = Concept(code: "01", broader: nil, label: LocalisedText(vietnamese: "x", english: "y"))
        #expect {
            try VocabularyReader.crosswalk(
                .wordsToISCED, from: text, file: "w.tsv", to: ConceptScheme(id: .subjects, concepts: [concept]))
        } throws: { ($0 as? VocabularyError)?.line == line }
    }

    @Test("licences are unique by code and address, and a code's modules and its class agree")
    func licences() throws {
        let register = try VocabularyReader.licences(
            from: corpusText("Vocabularies/licences.tsv"), file: "licences.tsv")
        #expect(Set(register.licences.map(\.url)).count == register.licences.count)
        for licence in register.licences {
            #expect(register.licence(named: licence.url) == licence)
            #expect(register.licence(named: licence.code) == licence)
            guard licence.code.hasPrefix("CC-BY") else { continue }
            let expected: OpennessClass =
                licence.code.contains("ND") ? .shareOnly : licence.code.contains("NC") ? .openWithLimits : .open
            #expect(licence.openness == expected, "\(licence.code)")
        }
    }
}
