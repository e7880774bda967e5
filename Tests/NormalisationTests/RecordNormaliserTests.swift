import CatalogueModel
import Normalisation
import Testing
import Vocabularies

@Suite("Normalising records")
struct RecordNormaliserTests {
    @Test("a sound record becomes a resource without a warning")
    func sound() throws {
        let (resource, warnings) = try normalised([
            .publisherName: ["Nhà xuất bản P"], .name: ["Đại số", "Algebra"], .alternateName: ["Algebra", "Algèbre"],
            .description: ["Một.", "Hai."], .descriptionLanguage: ["vi"], .creator: ["A", "a", "B"],
            .inLanguage: ["en", "vi"],
            .learningResourceType: ["textbook", "Book"], .about: ["054"], .keywords: ["Toán", "toán"],
            .educationalLevel: ["isced3"], .audience: ["teachers"], .courseMode: ["online"],
            .datePublished: ["2021-05"],
            .timeRequired: ["PT40H"], .duration: ["PT12M30S"], .isBasedOn: ["https://b.org"],
            .subjectOf: ["https://a.vn/p"],
        ])
        #expect(warnings.isEmpty)
        #expect(resource.id.rawValue == "p:1")
        #expect(resource.publisher == Publisher(id: "p", name: "Nhà xuất bản P"))
        #expect(resource.title == "Đại số")
        #expect(resource.alternativeTitles == ["Algebra", "Algèbre"])
        #expect(resource.description == "Một. Hai.")
        #expect(resource.descriptionLanguage?.rawValue == "vi")
        #expect(resource.creators == ["A", "B"])
        #expect(resource.languages.map(\.rawValue) == ["en", "vi"])
        #expect(resource.licence == "CC-BY-4.0")
        #expect(resource.resourceTypes == ["textbook"])
        #expect(resource.keywords == ["Toán"])
        #expect(
            resource.levels == ["isced3"] && resource.audiences == ["teachers"] && resource.studyModes == ["online"])
        #expect(resource.datePublished?.description == "2021-05")
        #expect(resource.timeRequired?.seconds == 144_000 && resource.duration?.seconds == 750)
        #expect(resource.isBasedOn == ["https://b.org"] && resource.factsFrom == "https://a.vn/p")
    }

    @Test("a description in the language of the content does not repeat it")
    func descriptionLanguage() throws {
        let values: [SourceField: [String]] = [.inLanguage: ["vi"], .descriptionLanguage: ["vi"], .description: ["x"]]
        #expect(try normalised(values).resource.descriptionLanguage == nil)
    }

    @Test(
        "a record is refused without what it must have", arguments: [SourceField.identifier, .name, .url, .publisher])
    func missing(field: SourceField) {
        for values in [[], ["\u{7}"], [" \u{FEFF}"]] {
            let problems = refusals([field: values])
            #expect(problems.map(\.reason) == [.missingField])
            #expect(problems.map(\.field) == [field.rawValue])
            #expect(problems.map(\.location.line) == [7])
        }
    }

    @Test("every fault of a record is told, not only the first")
    func everyFault() throws {
        let rejection = #expect(throws: RecordRejection.self) {
            try normalised([
                .identifier: ["a b"], .name: [], .url: ["www.a.vn"], .publisher: ["Đại học"], .about: ["99999"],
                .license: [],
            ])
        }
        #expect(rejection?.problems.map(\.field) == ["publisher", "identifier", "name", "url", "about", "license"])
    }

    @Test("problems speak in the words of the source")
    func namesInSource() throws {
        let record = SourceRecord(
            location: SourceLocation(file: "in.csv", line: 2), values: SourceRecord.sound([.url: []]).values,
            namesInSource: [.url: "Địa chỉ"])
        let rejection = #expect(throws: RecordRejection.self) {
            try RecordNormaliser(vocabularies: .sample).normalise(record)
        }
        #expect(rejection?.problems.map(\.field) == ["Địa chỉ"])
    }

    @Test(
        "an identifier without a prefix gets the publisher's",
        arguments: [
            ("HL01", "p:HL01"), ("p:1", "p:1"), ("https://a.vn/1", "https://a.vn/1"), ("doi:10.1/x", "doi:10.1/x"),
        ])
    func identifierPrefix(written: String, expected: String) throws {
        #expect(try normalised([.identifier: [written]]).resource.id.rawValue == expected)
    }

    @Test(
        "identifiers that would not survive a URL or a spreadsheet are refused",
        arguments: ["a b", "a\u{A0}b", String(repeating: "x", count: 201)])
    func badIdentifier(written: String) {
        #expect(refusals([.identifier: [written]]).map(\.reason) == [.malformedValue])
    }

    @Test("publishers are named by identifier", arguments: ["Trường Đại học Cần Thơ", "https://a.vn", "a b", "-a"])
    func badPublisher(written: String) {
        #expect(refusals([.publisher: [written]]).map(\.reason) == [.malformedValue])
    }

    @Test("a publisher's capitals become small letters")
    func publisherCase() throws {
        #expect(
            try normalised([.publisher: ["OpenStax"]]).resource.publisher == Publisher(id: "openstax", name: "OpenStax")
        )
    }

    @Test(
        "a licence is found by address and code",
        arguments: [
            "CC-BY-4.0", "cc by 4.0", "http://creativecommons.org/licenses/by/4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.vi",
        ])
    func licences(written: String) throws {
        let (resource, warnings) = try normalised([.license: [written]])
        #expect(resource.licence == "CC-BY-4.0")
        #expect(warnings.isEmpty)
    }

    @Test("an unknown or missing licence costs the licence, not the record", arguments: [["All rights reserved"], []])
    func unknownLicence(values: [String]) throws {
        let (resource, warnings) = try normalised([.license: values])
        #expect(resource.licence == nil)
        #expect(warnings.map(\.reason) == [values.isEmpty ? .missingField : .unknownCode])
        #expect(warnings[0].message.english.contains(values.isEmpty ? "open-material target" : "openness class E"))
    }

    @Test("lists longer than a hundred values are cut, with a warning")
    func longLists() throws {
        let (resource, warnings) = try normalised([.keywords: (0..<1_000).map { "k\($0)" }])
        #expect(resource.keywords.count == 100)
        #expect(warnings.map(\.reason) == [.tooLong])
    }
}
