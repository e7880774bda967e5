import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading schema.org")
struct SchemaOrgReadingTests {
    @Test(
        "a value is found in whatever form it has",
        arguments: [
            ("\"identifier\":\"a:1\"", SourceField.identifier, ["a:1"]), ("\"@id\":\"a:1\"", .identifier, ["a:1"]),
            ("\"id\":\"a:1\",\"identifier\":\"b\"", .identifier, ["b"]),
            (
                "\"identifier\":{\"@type\":\"PropertyValue\",\"propertyID\":\"doi\",\"value\":\"10.1/x\"}", .identifier,
                ["10.1/x"]
            ),
            ("\"@id\":\"https://a.vn/1\"", .url, ["https://a.vn/1"]),
            ("\"url\":{\"@id\":\"https://a.vn/1\"}", .url, ["https://a.vn/1"]),
            ("\"name\":[\"A\",\"B\"]", .name, ["A", "B"]), ("\"schema:name\":\"A\"", .name, ["A"]),
            ("\"https://schema.org/name\":{\"@value\":\"A\"}", .name, ["A"]), ("\"name\":\"  A \"", .name, ["A"]),
            ("\"name\":{\"en\":\"E\",\"vi\":\"V\"}", .name, ["V"]),
            ("\"name\":{\"fr\":\"F\",\"en\":\"E\"}", .name, ["E"]),
            ("\"name\":{\"fr\":\"F\",\"de\":\"D\"}", .name, ["F"]),
            (
                "\"name\":[{\"@value\":\"E\",\"@language\":\"en\"},{\"@value\":\"V\",\"@language\":\"vi-VN\"}]", .name,
                ["V"]
            ),
            ("\"description\":{\"fr\":\"F\",\"en-GB\":\"E\"}", .descriptionLanguage, ["en-GB"]),
            (
                "\"creator\":{\"@type\":\"Person\",\"name\":\"A\"},\"author\":[\"B\",{\"name\":\"C\"}]", .creator,
                ["A", "B", "C"]
            ),
            ("\"publisher\":\"p\"", .publisher, ["p"]),
            ("\"publisher\":{\"identifier\":\"p\",\"name\":\"P\"}", .publisher, ["p"]),
            ("\"publisher\":{\"identifier\":\"p\",\"name\":\"P\"}", .publisherName, ["P"]),
            ("\"publisher\":[{\"@id\":\"p\"},{\"@id\":\"q\"}]", .publisher, ["p"]),
            ("\"inLanguage\":\"vi\"", .inLanguage, ["vi"]),
            ("\"inLanguage\":[\"vi\",\"en\"]", .inLanguage, ["vi", "en"]),
            (
                "\"inLanguage\":{\"@type\":\"Language\",\"name\":\"Vietnamese\",\"alternateName\":\"vi\"}", .inLanguage,
                ["vi"]
            ),
            ("\"inLanguage\":{\"name\":\"Vietnamese\"}", .inLanguage, ["Vietnamese"]),
            ("\"keywords\":\"đại số, hình học , toán\"", .keywords, ["đại số", "hình học", "toán"]),
            ("\"keywords\":[\"a\",{\"@type\":\"DefinedTerm\",\"name\":\"b, c\"}]", .keywords, ["a", "b, c"]),
            (
                "\"audience\":{\"@type\":\"EducationalAudience\",\"educationalRole\":\"teacher\"}", .audience,
                ["teacher"]
            ),
            ("\"audience\":[{\"audienceType\":\"farmers\"},\"students\"]", .audience, ["farmers", "students"]),
            ("\"educationalLevel\":{\"@id\":\"http://x/y\"}", .educationalLevel, ["http://x/y"]),
            ("\"educationalLevel\":{\"name\":\"Primary\",\"url\":\"http://x\"}", .educationalLevel, ["Primary"]),
            (
                "\"educationalAlignment\":[{\"alignmentType\":\"educationalLevel\",\"targetName\":\"K1\"},{\"alignmentType\":\"teaches\"}]",
                .educationalLevel, ["K1"]
            ),
            ("\"about\":{\"@type\":\"DefinedTerm\",\"termCode\":\"054\",\"name\":\"Maths\"}", .about, ["054"]),
            ("\"about\":54", .about, ["54"]),
            ("\"license\":{\"@id\":\"https://x/by/4.0/\"}", .license, ["https://x/by/4.0/"]),
            ("\"@type\":[\"LearningResource\",\"VideoObject\"]", .learningResourceType, ["VideoObject"]),
            ("\"@type\":\"Course\",\"learningResourceType\":\"slide\"", .learningResourceType, ["slide"]),
            (
                "\"learningResourceType\":[{\"id\":\"https://w3id.org/kim/hcrt/video\",\"prefLabel\":{\"de\":\"Video\"}}]",
                .learningResourceType, ["https://w3id.org/kim/hcrt/video"]
            ),
            ("\"hasCourseInstance\":[{\"courseMode\":\"online\"}]", .courseMode, ["online"]),
            (
                "\"isPartOf\":[{\"name\":\"X\"},{\"@id\":\"https://p\"},\"truong-x:1\",\"chữ\"]", .isPartOf,
                ["https://p", "truong-x:1"]
            ),
            ("\"coursePrerequisites\":\"Toán lớp 9\"", .coursePrerequisites, []),
            ("\"isBasedOn\":{\"@type\":\"Book\",\"name\":\"B\",\"url\":\"https://b\"}", .isBasedOn, ["https://b"]),
            ("\"name\":null", .name, []), ("\"name\":\" \"", .name, []),
            ("\"name\":\"A\",\"name\":\"B\"", .name, ["A", "B"]),
        ])
    func forms(members: String, field: SourceField, expected: [String]) throws {
        let outcome = try #require(try read("{\(members)}").first)
        #expect(outcome.record?[field] == expected)
        #expect(outcome.warnings.isEmpty)
    }

    @Test("a key that is not schema.org's is reported once a file")
    func unknownKeys() throws {
        let outcomes = try read(
            "{\"titel\":\"A\",\"isPartOf\":7}\n{\"titel\":\"B\",\"dc:title\":\"C\"}\n{\"titel\":\"C\"}")
        #expect(outcomes.map { $0.warnings.map(\.field) } == [["titel"], ["dc:title"], []])
        #expect(outcomes[0].warnings.first?.reason == .unknownField)
    }

    @Test("a value that is no text is reported", arguments: ["true", "{\"x\":1}", "[false]"])
    func wrongType(value: String) throws {
        let outcome = try #require(try read("{\"name\":\(value)}").first)
        #expect(outcome.warnings.map(\.reason) == [.wrongType])
        #expect(outcome.record?[.name] == [])
    }
}
