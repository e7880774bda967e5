import CatalogueModel
import Foundation
import Normalisation
import RecordFormats
import Testing
import Vocabularies

@Suite("Publishing as schema.org")
struct SchemaOrgRoundTripTests {
    private static let full: [SourceField: [String]] = [
        .publisherName: ["Nhà xuất bản <P> & Q"], .name: ["Đại số </script>"], .alternateName: ["Algebra"],
        .description: ["Một \"mô tả\" \\ dài."], .descriptionLanguage: ["vi"], .creator: ["Nguyễn A", "B"],
        .inLanguage: ["en", "pt-BR"], .learningResourceType: ["textbook", "video", "course", "case_study"],
        .about: ["054", "061"],
        .keywords: ["toán, số", "đại số"], .educationalLevel: ["isced3", "vqf4"],
        .audience: ["teachers", "general-public"],
        .courseMode: ["online"], .datePublished: ["2021-05-30"], .timeRequired: ["P3DT4H"], .duration: ["PT12M30S"],
        .isBasedOn: ["https://b.org/?a=1&b=2"], .translationOfWork: ["https://c.org"], .subjectOf: ["https://a.vn/p"],
        .isPartOf: ["https://d.org/khoa-hoc", "truong-x:khoa-hoc"], .isVersionOf: ["https://e.org"],
        .coursePrerequisites: ["https://f.org"],
    ]

    /// `resource`, written and read again.
    private func reread(_ resource: LearningResource, _ language: PreferredLanguage = .vietnamese) throws
        -> NormalisedRecord
    {
        var chunks = [SchemaOrgWriter(vocabularies: .sample, language: language).json(of: resource)]
        var reader = RecordReader(format: .jsonLines, file: "in") { chunks.popLast() }
        guard case .record(let record, let warnings) = try reader.next() else { throw CocoaError(.coderInvalidValue) }
        #expect(warnings.isEmpty)
        return try RecordNormaliser(vocabularies: .sample).normalise(record)
    }

    @Test("what is written is read back the same", arguments: PreferredLanguage.allCases)
    func roundTrip(language: PreferredLanguage) throws {
        for values in [Self.full, [:], [.description: ["x"]], [.license: []]] {
            let resource = try normalised(values).resource
            let again = try reread(resource, language)
            #expect(again.resource == resource)
            #expect(again.warnings.map(\.field) == (resource.licence == nil ? ["license"] : []))
        }
    }

    @Test("the keys, in their order, with types, labels and addresses")
    func shape() throws {
        let resource = try normalised([.learningResourceType: ["video"], .about: ["061"], .audience: ["teachers"]])
            .resource
        let json = String(
            decoding: SchemaOrgWriter(vocabularies: .sample, language: .english).json(of: resource), as: UTF8.self)
        let expected = """
            {"@context":"https://schema.org/","@type":["LearningResource","VideoObject"],"identifier":"p:1","name":"Đại số",\
            "url":"https://a.vn/1","publisher":{"@type":"Organization","identifier":"p","name":"p"},\
            "license":"https://creativecommons.org/licenses/by/4.0/","learningResourceType":["video"],\
            "about":[{"@type":"DefinedTerm","@id":"http://data.europa.eu/esco/isced-f/061","termCode":"061","name":"ICT"}],\
            "audience":[{"@type":"EducationalAudience","educationalRole":"teachers","name":"Teachers"}]}
            """
        #expect(json == expected)
    }

    @Test("labels are in the language asked for")
    func labels() throws {
        let resource = try normalised([.educationalLevel: ["isced1"]]).resource
        let json = SchemaOrgWriter(vocabularies: .sample, language: .vietnamese).json(of: resource)
        #expect(String(decoding: json, as: UTF8.self).contains("\"termCode\":\"isced1\",\"name\":\"Tiểu học\""))
    }

    @Test("no text ends the script the object stands in")
    func scriptSafe() throws {
        let json = SchemaOrgWriter(vocabularies: .sample, language: .vietnamese).json(
            of: try normalised(Self.full).resource)
        #expect(!json.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 })
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json)) }
    }
}
