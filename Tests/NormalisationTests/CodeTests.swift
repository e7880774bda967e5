import CatalogueModel
import Foundation
import Normalisation
import Testing
import Vocabularies

@Suite("Finding codes")
struct CodeTests {
    @Test(
        "a concept is found by code, label, alias and address, however it is written",
        arguments: [
            (SourceField.about, "054", ["054"]), (.about, "54", ["054"]), (.about, "Toán học và thống kê", ["054"]),
            (.about, "toán học và thống kê".decomposedStringWithCanonicalMapping, ["054"]),
            (.about, "ALGEBRA", ["054"]),
            (.about, "maths", ["054"]), (.about, "http://data.europa.eu/esco/isced-f/061/", ["061"]),
            (.about, "054, 061", ["054", "061"]), (.about, "054; 061;054", ["054", "061"]),
            (.about, "Natural sciences, mathematics and statistics", ["05"]), (.about, "10", ["10"]),
            (.about, "5", ["05"]),
            (.learningResourceType, "Case study", ["case_study"]),
            (.learningResourceType, "CASE-STUDY", ["case_study"]),
            (.learningResourceType, "Book", ["textbook"]), (.learningResourceType, "schema:Book", ["textbook"]),
            (.learningResourceType, "https://schema.org/VideoObject", ["video"]),
            (.learningResourceType, "http://w3id.org/kim/hcrt/video", ["video"]),
            (.learningResourceType, "giáo trình", ["textbook"]),
            (.educationalLevel, "ISCED 3", ["isced3"]), (.educationalLevel, "THPT", ["isced3"]),
            (.educationalLevel, "tiểu học", ["isced1"]), (.educationalLevel, "VQF-4", ["vqf4"]),
            (.audience, "teacher", ["teachers"]), (.audience, "General Public", ["general-public"]),
            (.audience, "giáo viên", ["teachers"]), (.courseMode, "trực tuyến", ["online"]),
        ])
    func found(field: SourceField, written: String, expected: [String]) throws {
        let (resource, warnings) = try normalised([field: [written]])
        let codes: [SourceField: [String]] = [
            .about: resource.subjects, .learningResourceType: resource.resourceTypes,
            .educationalLevel: resource.levels,
            .audience: resource.audiences, .courseMode: resource.studyModes,
        ]
        #expect(codes[field] == expected)
        #expect(warnings.isEmpty != expected.isEmpty)
    }

    @Test(
        "typed without marks, a name of the shipped vocabularies means what it means with them",
        arguments: [
            (SourceField.about, "nấu ăn", "nau an"), (.about, "Thủy sản", "thuy san"), (.about, "luật", "LUAT"),
            (.learningResourceType, "giáo trình", "giao trinh"), (.educationalLevel, "trung cấp", "Trung cap"),
            (.audience, "công nhân", "cong nhan"), (.courseMode, "tự học", "tu hoc"),
            (.inLanguage, "Tiếng Việt", "tieng viet"),
        ])
    func unmarked(field: SourceField, marked: String, unmarked: String) throws {
        func codes(_ text: String) throws -> [[String]] {
            let record = try Shipped.normalised([field: [text]])
            #expect(record.warnings.isEmpty && record.unknownSubjects.isEmpty, "\(text)")
            let resource = record.resource
            return [
                resource.subjects, resource.resourceTypes, resource.levels, resource.audiences, resource.studyModes,
                field == .inLanguage ? resource.languages.map(\.rawValue) : [],
            ]
        }
        let expected = try codes(marked)
        #expect(expected.contains { !$0.isEmpty })
        #expect(try codes(unmarked) == expected)
    }

    @Test("marks that were typed count; short words and words of several meanings are not guessed")
    func marks() throws {
        #expect(try Shipped.normalised([.learningResourceType: ["anh"]]).resource.resourceTypes.isEmpty)
        #expect(try Shipped.normalised([.about: ["nạu án"]]).resource.subjects.isEmpty)
        func concept(_ code: String, _ name: String) -> Concept {
            Concept(code: code, broader: nil, label: LocalisedText(vietnamese: name, english: code))
        }
        let two = ConceptScheme(
            id: .subjects,
            concepts: [
                concept("a", "Bảo vệ"), concept("b", "Bao vẽ"), concept("c", "Giữ gìn"), concept("d", "Giu gin"),
            ])
        let normaliser = RecordNormaliser(
            vocabularies: VocabularySet(schemes: [two], licences: LicenceRegister(licences: [])))
        func subjects(_ text: String) throws -> [String] {
            try normaliser.normalise(.sound([.about: [text]])).resource.subjects
        }
        #expect(try subjects("bao ve").isEmpty && subjects("bảo vệ") == ["a"] && subjects("bao vẽ") == ["b"])
        #expect(try subjects("giu gin") == ["d"] && subjects("giữ gìn") == ["c"])
    }

    @Test("an unknown code is dropped, and near or possible values are named")
    func suggestions() throws {
        let near = try normalised([.learningResourceType: ["vidoe", "course"]])
        #expect(near.resource.resourceTypes == ["course"])
        #expect(near.warnings.map(\.reason) == [.unknownCode])
        let far = try normalised([.about: ["http://example.org/999"]])
        #expect(far.warnings[0].remedy.english.hasPrefix("You may use: 01 (Education), 010 (y), 05 (Natural"))
        let typo = try normalised([.learningResourceType: ["textbok"]])
        #expect(typo.warnings[0].remedy.vietnamese == "Có thể dùng: textbook (Giáo trình)")
    }

    @Test(
        "a subject in words that is none of ours is a keyword, and no fault",
        arguments: [["quantum basket weaving"], ["054", "Đờn kìm"], ["Mathematics -- Textbooks"]])
    func words(values: [String]) throws {
        let (resource, warnings) = try normalised([.about: values, .keywords: ["toán"]])
        #expect(warnings.isEmpty)
        #expect(resource.keywords == ["toán"] + values.filter { $0 != "054" })
        let record = try RecordNormaliser(vocabularies: .sample).normalise(.sound([.about: values]))
        #expect(record.unknownSubjects == values.filter { $0 != "054" && !$0.contains("--") })
    }

    @Test("of several names in one value, the unknown ones are named")
    func partly() throws {
        let (resource, warnings) = try normalised([.audience: ["teacher, martians"]])
        #expect(resource.audiences == ["teachers"])
        #expect(warnings[0].message.english == "“martians” is not in the vocabulary; left out")
    }

    @Test(
        "languages are found by tag, three-letter code and name",
        arguments: [
            ("vi", "vi"), ("VI", "vi"), ("vie", "vi"), ("vi_VN", "vi-VN"), ("Vietnamese", "vi"), ("tiếng Việt", "vi"),
            ("Việt", "vi"), ("eng", "en"), ("English", "en"), ("Tiếng Anh", "en"), ("Anh", "en"), ("khm", "km"),
            ("fr", "fr"),
            ("French", "fr"), ("pt_BR", "pt-BR"), ("zh-hant", "zh-Hant"), ("fra-CA", "fr-CA"), ("Tiếng Khmer", "km"),
        ])
    func languages(written: String, expected: String) throws {
        let (resource, warnings) = try normalised([.inLanguage: [written]])
        #expect(resource.languages.map(\.rawValue) == [expected])
        #expect(warnings.isEmpty)
    }

    @Test("what is no language is dropped with a warning", arguments: ["xx", "qqq", "Klingon", "123", "vietnam"])
    func noLanguage(written: String) throws {
        let (resource, warnings) = try normalised([.inLanguage: [written]])
        #expect(resource.languages.isEmpty)
        #expect(warnings.map(\.reason) == [.unknownCode])
    }
}
