import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("AMB")
struct AMBProfileTests {
    private static let context = "\"@context\":[\"https://w3id.org/kim/amb/context.jsonld\",{\"@language\":\"vi\"}]"

    private func outcome(_ members: String, context: String = context) throws -> ReadOutcome {
        let json =
            "{\(context),\"id\":\"https://a.vn/1\",\"name\":\"Trồng lúa\",\"type\":[\"LearningResource\"]\(members)}"
        return try #require(try read(json).first)
    }

    @Test("a record as AMB has it is read without a word")
    func good() throws {
        let outcome = try outcome(
            """
            ,"creator":[{"type":"Person","name":"Lê Thị Ánh"}],"description":"Cây lúa","keywords":["lúa"],\
            "about":[{"id":"https://w3id.org/kim/hochschulfaechersystematik/n058","prefLabel":{"vi":"Nông nghiệp"}}],\
            "license":{"id":"https://creativecommons.org/licenses/by/4.0/"},"inLanguage":["vi"],"duration":"PT5M",\
            "learningResourceType":[{"id":"https://w3id.org/kim/hcrt/video","prefLabel":{"vi":"Video"},"type":"Concept"}],\
            "educationalLevel":[{"id":"https://w3id.org/kim/educationalLevel/level_06"}],"datePublished":"2021-05-30",\
            "publisher":[{"type":"Organization","id":"https://www.ctu.edu.vn","name":"Đại học Cần Thơ"}],\
            "audience":[{"id":"http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/student"}]
            """)
        #expect(outcome.warnings.isEmpty)
        let record = try #require(outcome.record)
        #expect(record[.url] == ["https://a.vn/1"])
        #expect(record[.about] == ["https://w3id.org/kim/hochschulfaechersystematik/n058"])
        #expect(record[.learningResourceType] == ["https://w3id.org/kim/hcrt/video"])
        #expect(record[.license] == ["https://creativecommons.org/licenses/by/4.0/"])
        #expect(record[.publisherName] == ["Đại học Cần Thơ"])
        #expect(record[.publisher].isEmpty)
    }

    @Test(
        "what breaks the profile is a warning that names the field, and the record is read",
        arguments: [
            (",\"keywords\":\"lúa\"", "keywords"), (",\"inLanguage\":[\"vie\"]", "inLanguage[0]"),
            (",\"license\":\"https://creativecommons.org/licenses/by/4.0/\"", "license"),
            (",\"license\":{\"id\":\"https://a.vn\"}", "license.id"), (",\"license\":{}", "license.id"),
            (",\"creator\":[{\"name\":\"A\"}]", "creator[0].type"),
            (",\"about\":[{\"id\":\"https://a.vn/b\"}]", "about"),
            (",\"audience\":[{\"id\":\"https://a.vn/b\",\"prefLabel\":\"x\"}]", "audience[0].prefLabel"),
            (",\"teaches\":[{\"id\":42}]", "teaches[0].id"), (",\"dateCreated\":\"05/2021\"", "dateCreated"),
            (",\"encoding\":[{\"type\":\"MediaObject\"}]", "encoding[0].contentUrl|embedUrl"),
            (",\"isBasedOn\":[{}]", "isBasedOn[0].id|name"), (",\"isAccessibleForFree\":\"no\"", "isAccessibleForFree"),
            (",\"description\":7", "description"), (",\"duration\":\"5 phút\"", "duration"),
        ])
    func faults(members: String, field: String) throws {
        let outcome = try outcome(members)
        #expect(outcome.record?[.name] == ["Trồng lúa"])
        #expect(outcome.warnings.map(\.field) == [field])
        let warning = try #require(outcome.warnings.first)
        #expect(warning.severity == .warning)
        #expect(warning.remedy.english.contains("“\(field.prefix { $0.isLetter })”"))
    }

    @Test(
        "a wrong context is told",
        arguments: [
            "\"@context\":\"https://w3id.org/kim/amb/context.jsonld\"",
            "\"@context\":[\"https://w3id.org/kim/amb/context.jsonld\"]",
            "\"@context\":[\"https://schema.org\",{\"@language\":\"vi\"}]", "\"x-y\":1",
        ])
    func context(context: String) throws {
        #expect(try outcome("", context: context).warnings.map(\.field).contains("@context"))
    }

    @Test("schema.org records are not held to AMB")
    func others() throws {
        let records = [
            "{\"@context\":\"https://schema.org\",\"id\":\"https://a.vn\",\"type\":[\"LearningResource\"],\"keywords\":\"a, b\"}",
            "{\"@context\":\"https://schema.org\",\"@type\":\"Course\",\"license\":\"https://a.vn\"}",
            "{\"name\":\"A\"}",
        ]
        for record in records { #expect(try read(record).flatMap(\.warnings).isEmpty) }
    }

    @Test("a record with very many faults tells twenty")
    func manyFaults() throws {
        let elements = [String](repeating: "{\"id\":7}", count: 5_000).joined(separator: ",")
        #expect(try outcome(",\"audience\":[\(elements)]").warnings.count == 20)
    }
}

/// The examples of the AMB repository: each valid one is read as it says, each invalid one told where its fault lies.
@Suite("AMB examples", .enabled(if: SharedData.isThere))
struct AMBExampleTests {
    private static let folder = "conformance/amb-examples/dini-ag-kim+amb/"
    static let versions = ["20231019", "draft"]

    /// File → the field that is told.
    static let faults = [
        "Mozilla-Public-License": "license.id", "about": "about",
        "affiliationWithoutName": "publisher[0].affiliation.name",
        "assessesWithoutURI": "assesses[0].id", "captionInMultipleLanguages": "caption",
        "captionWithoutArray": "caption",
        "competencyRequiredAsObject": "competencyRequired", "conceptWithMonolingualLabels": "about[0].prefLabel",
        "conditionsOfAccessStringInsteadObject": "conditionsOfAccess",
        "contentSizeAndBitRateWithUnits": "encoding[0].contentSize",
        "educationalLevelWithWrongID": "educationalLevel[0].id",
        "funderInvalidType": "funder[0].type", "inLanguageWithoutArray": "inLanguage",
        "interactivityType": "interactivityType.id",
        "invalidAboutConceptUri": "about", "isAccessibleForFree": "isAccessibleForFree", "isBasedOn": "isBasedOn",
        "isBasedOn_noArray": "isBasedOn", "isBasedOn_noIdOrName": "isBasedOn[0].id|name",
        "keywordWithoutArray": "keywords",
        "learningResourceType-wihtout-any-valid-id": "learningResourceType", "license-as-string": "license",
        "lrtWithoutArray": "learningResourceType", "mainEntityOf": "mainEntityOfPage",
        "mainEntityOfPageInvalidType": "mainEntityOfPage[0].type", "missingDefaultLanguage": "@context",
        "missingDefaultLanguage2": "@context", "noContext": "@context", "partWithoutId": "isPartOf[0].id",
        "teachesWithoutLocalizedPrefLabel": "teaches[0].prefLabel", "typeAsURI": "type[1]", "typeWithoutArray": "type",
        "typeWithoutLearningResource": "type", "videoWithoutUrls": "encoding[0].contentUrl|embedUrl",
        "wrongContextLink": "@context", "wrongDateTime": "dateCreated", "wrongDefaultLanguageTag": "@context.@language",
        "wrongDuration": "duration",
    ]

    @Test("valid records have no faults, and their address, title and types", arguments: versions)
    func valid(version: String) throws {
        let files = SharedData.files(Self.folder + version + "/examples/valid")
        #expect(files.count > 25)
        for file in files {
            let outcome = try #require(
                try read(SharedData.bytes(Self.folder + version + "/examples/valid/" + file), .jsonLines).first)
            #expect(outcome.warnings.filter { $0.message.english.contains("AMB") }.isEmpty, "\(file)")
            #expect(outcome.warnings.isEmpty, "\(file)")
            let record = try #require(outcome.record)
            #expect(record[.name].count == 1 && record[.identifier].count == 1, "\(file)")
            #expect(record[.url] == record[.identifier], "\(file)")
        }
    }

    /// File, field, values: what stands in the files.
    static let statedValues: [(String, SourceField, [String])] = [
        ("conceptsWithMultilingualLabels", .about, ["https://w3id.org/kim/hochschulfaechersystematik/n059"]),
        ("conceptsWithMultilingualLabels", .learningResourceType, ["https://w3id.org/kim/hcrt/course"]),
        (
            "conceptsWithMultilingualLabels", .audience,
            ["http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/student"]
        ),
        ("conceptsWithMultilingualLabels", .license, ["http://www.gnu.org/licenses/agpl-3.0"]),
        ("conceptsWithMultilingualLabels", .publisherName, ["Tutory"]),
        (
            "about-with-other-vocabulary", .about,
            ["http://w3id.org/kim/schulfaecher/s1009", "http://example-subject-vocabulary.com/french"]
        ),
        ("affiliation", .creator, ["Hans Dampf", "Bea B"]),
        ("addingToContext", .learningResourceType, ["https://w3id.org/kim/hcrt/course"]),
        ("educationalLevel", .educationalLevel, ["https://w3id.org/kim/educationalLevel/level_0"]),
        ("educationalLevel", .publisherName, ["Prof. Dr. Anne Berkemeier"]),
        ("isAccessibleForFree", .learningResourceType, ["Course"]),
        ("isAccessibleForFree", .datePublished, ["2020-02-02"]),
        ("highered-course-part", .keywords, ["Computer Science", "Virtual Memory"]),
        ("isBasedOn", .isBasedOn, ["https://example.org/remixed-resource.html"]),
        ("oerInMultipleLanguages", .inLanguage, ["fr", "en", "de"]),
        ("videoWithEncodings", .duration, ["PT47M58S"]),
        ("videoWithEncodings", .learningResourceType, ["https://w3id.org/kim/hcrt/video"]),
        ("tutoryExample", .description, ["Französisch-Arbeitsblatt"]), ("tutoryExample", .inLanguage, ["fr"]),
    ]

    @Test("valid records have the values that stand in them", arguments: statedValues)
    func values(file: String, field: SourceField, expected: [String]) throws {
        for version in Self.versions {
            let path = Self.folder + version + "/examples/valid/" + file + ".json"
            #expect(try read(SharedData.bytes(path), .jsonLines).values(field) == [expected], "\(version)")
        }
    }

    @Test("each invalid record is told where its fault lies", arguments: versions)
    func invalid(version: String) throws {
        let files = SharedData.files(Self.folder + version + "/examples/invalid")
        #expect(files.count > 30)
        for file in files {
            let field = try #require(Self.faults[String(file.dropLast(5))], "\(file)")
            let outcome = try #require(
                try read(SharedData.bytes(Self.folder + version + "/examples/invalid/" + file), .jsonLines).first)
            #expect(outcome.record != nil)
            #expect(outcome.warnings.map(\.field).contains(field), "\(file): \(outcome.warnings.map(\.field))")
        }
    }
}
