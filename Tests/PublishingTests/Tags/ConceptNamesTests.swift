import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Concepts by their names")
struct ConceptNamesTests {
    private static let names = ConceptNames(
        VocabularySet(
            schemes: [
                ConceptScheme(
                    id: .subjects,
                    concepts: [
                        concept("041", "Kinh doanh", "Business"), concept("0411", "Kế toán và thuế", "Tax", "kế toán"),
                        concept("083", "Thủy sản", "Fisheries", "nuôi cá"),
                        concept("0831", "Nuôi trồng", "Aquaculture", "thủy sản", "nuôi cá"),
                    ]),
                ConceptScheme(id: .levels, concepts: [concept("isced3", "Trung học phổ thông", "High school", "THPT")]),
                ConceptScheme(id: .audiences, concepts: [concept("farmers", "Nông dân, ngư dân", "Farmers", "bò")]),
                ConceptScheme(id: .programmes, concepts: [concept("7340301", "Kế toán", "Accounting")]),
            ], licences: LicenceRegister(licences: [])))

    private static func concept(_ code: String, _ vietnamese: String, _ english: String, _ more: String...) -> Concept {
        Concept(
            code: code, broader: nil, label: LocalisedText(vietnamese: vietnamese, english: english),
            alternativesInVietnamese: more)
    }

    @Test(
        "a concept is found by its names in both languages, with or without marks, and by its code",
        arguments: [
            ("Thủy sản", "subjects:083"), ("thuỷ sản", "subjects:083"), ("thuy san", "subjects:083"),
            ("  FISHERIES ", "subjects:083"), ("083", "subjects:083"), ("subjects:083", "subjects:083"),
            ("subjects: thuy san", "subjects:083"), ("083 – Thủy sản", "subjects:083"),
            ("Thủy sản (Lĩnh vực 083)", "subjects:083"), ("thpt", "levels:isced3"), ("ISCED3", "levels:isced3"),
            ("nong dan ngu dan", "audiences:farmers"), ("Nông dân, ngư dân", "audiences:farmers"),
            ("high school", "levels:isced3"), ("programmes:kế toán", "programmes:7340301"),
            ("Kế toán (Ngành 7340301)", "programmes:7340301"),
        ])
    func found(text: String, key: String) throws {
        guard case .concept(let match, _) = Self.names.meaning(of: text) else {
            Issue.record("\(text): \(Self.names.meaning(of: text))")
            return
        }
        #expect(match.key == key)
    }

    @Test("of one scheme the concept whose label it is comes first, then the broader; the others are told")
    func oneScheme() {
        let fish = ConceptNames.Match(scheme: .subjects, code: "083")
        let farming = ConceptNames.Match(scheme: .subjects, code: "0831")
        for text in ["thủy sản", "nuoi ca"] {
            #expect(Self.names.meaning(of: text) == .concept(fish, others: [farming]))
        }
    }

    @Test("a name of several schemes is asked about, unless the scheme is known")
    func several() {
        let found = Self.names.meaning(of: "ke toan")
        #expect(
            found
                == .several([
                    .init(scheme: .subjects, code: "0411"), .init(scheme: .programmes, code: "7340301"),
                ]))
        #expect(Self.names.code(of: "ke toan", in: .programmes) == "7340301")
        #expect(Self.names.code(of: "kế toán", in: .subjects) == "0411")
        #expect(Self.names.code(of: "083", in: .programmes) == nil)
    }

    @Test("marks that were typed count, and what is like a name is proposed, never taken")
    func near() {
        for text in ["bơ", "Thủy sàn", "", "  ", ":", "()", "–", "không có"] {
            #expect(Self.names.meaning(of: text) == .unknown(near: []), "\(text)")
        }
        #expect(
            Self.names.meaning(of: "nông dân") == .unknown(near: [.init(scheme: .audiences, code: "farmers")]))
        #expect(Self.names.meaning(of: "trung hoc") == .unknown(near: [.init(scheme: .levels, code: "isced3")]))
    }

    @Test("every concept of the Corpus is found by each of its labels, at least among the choices")
    func corpus() throws {
        let vocabularies = try CorpusFolder(Project.corpus).referenceData().vocabularies
        let names = ConceptNames(vocabularies)
        for scheme in AssignedTags.conceptSchemes {
            for concept in vocabularies[scheme].concepts {
                for name in concept.names {
                    let choices: [ConceptNames.Match] =
                        switch names.meaning(of: name) {
                        case .concept(let match, let others): [match] + others
                        case .several(let matches): matches
                        case .unknown: []
                        }
                    #expect(choices.contains(.init(scheme: scheme, code: concept.code)), "\(name)")
                }
                let text = "\(concept.label.vietnamese) (x \(concept.code))"
                #expect(names.meaning(of: text) == .concept(.init(scheme: scheme, code: concept.code), others: []))
            }
        }
    }

    @Test(
        "what the pages give as examples is understood at once",
        arguments: [
            "thủy sản", "trung học phổ thông", "nông dân", "giao tiếp và hợp tác", "quản lý giáo dục", "fisheries",
            "upper secondary education", "farmers and fishers", "digital competence", "083",
        ])
    func examples(text: String) throws {
        let names = ConceptNames(try CorpusFolder(Project.corpus).referenceData().vocabularies)
        guard case .concept = names.meaning(of: text) else {
            Issue.record("\(names.meaning(of: text))")
            return
        }
    }
}
