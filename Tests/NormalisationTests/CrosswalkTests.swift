import CatalogueModel
import Foundation
import Normalisation
import Testing
import Vocabularies

@Suite("Values of other vocabularies")
struct CrosswalkTests {
    @Test(
        "subjects are found by class numbers, codes of training and words",
        arguments: [
            ("510", ["0541"]), ("ddc:512.9", ["0541"]), ("DDC 005.133", ["0613"]),
            ("http://dewey.info/class/636/", ["0811"]),
            ("959.7", ["0222"]), ("054", ["054"]), ("QA76.73.P98", ["0613"]), ("lcc:SH", ["0831"]), ("QA155", ["0541"]),
            ("RT41", ["0913"]),
            ("7480201", ["061"]), ("7480201 - Công nghệ thông tin", ["061"]), ("7620301", ["0831"]),
            ("8310101", ["0311"]),
            ("Toán học", ["0541"]), ("linear algebra", ["0541"]), ("Học máy", ["0613"]), ("Nuôi tôm", ["083"]),
            ("https://w3id.org/kim/hochschulfaechersystematik/n71", ["061"]),
            ("Mathematics -- Study and teaching", ["0541"]),
            ("Khoa học dữ liệu; Lập trình web", ["0542", "0613"]),
            ("https://w3id.org/kim/hochschulfaechersystematik/n4", ["05"]),
        ])
    func subjects(written: String, expected: [String]) throws {
        let record = try Shipped.normalised([.about: [written]])
        #expect(record.resource.subjects == expected)
        #expect(record.warnings.isEmpty)
    }

    @Test(
        "words that look like class numbers are words",
        arguments: ["MP3", "B2", "H5P", "3D", "A1 English", "PS5", "web 2.0", "COVID-19"])
    func noClass(written: String) throws {
        let record = try Shipped.normalised([.about: [written]])
        #expect(record.resource.subjects.isEmpty)
        #expect(record.resource.keywords == [written])
        #expect(record.warnings.isEmpty)
    }

    @Test("a code that no table has is told", arguments: ["9999999", "http://id.example.org/c/12", "12345.6"])
    func unknownCode(written: String) throws {
        let record = try Shipped.normalised([.about: [written]])
        #expect(record.resource.subjects.isEmpty && record.resource.keywords.isEmpty)
        #expect(record.warnings.map(\.reason) == [.unknownCode])
    }

    @Test(
        "levels are found by context, grade, age and framework",
        arguments: [
            ("higher education", ["isced6"]), ("Đại học", ["isced6"]), ("THPT", ["isced3"]), ("lớp 10", ["isced3"]),
            ("Lớp 6-9", ["isced2"]),
            ("lớp 4 đến lớp 7", ["isced1", "isced2"]), ("K-12", ["isced0", "isced1", "isced2", "isced3"]),
            ("K-5", ["isced0", "isced1"]),
            ("Grade 9-12", ["isced3"]), ("Grades 6–8", ["isced2"]), ("10th grade", ["isced3"]),
            ("EQF level 6", ["isced6"]),
            ("VQF level 5", ["vqf5"]), ("Bậc 7", ["vqf7"]), ("7-9", ["isced1"]), ("15-18", ["isced3"]),
            ("6-17", ["isced1", "isced2", "isced3"]),
            ("18+", []), ("ages 7-9", ["isced1"]), ("7-9 tuổi", ["isced1"]),
            ("school", ["isced1", "isced2", "isced3"]), ("training", []),
            ("https://w3id.org/kim/educationalLevel/level_06", ["isced6"]), ("Undergraduate", ["isced6"]),
            ("khối 12", ["isced3"]),
        ])
    func levels(written: String, expected: [String]) throws {
        let record = try Shipped.normalised([.educationalLevel: [written]])
        #expect(record.resource.levels == expected)
        #expect(record.warnings.isEmpty)
    }

    @Test(
        "what is no level is told", arguments: ["lớp 13", "Grade 99", "12", "9-7", "level 3 of the tower", "lớp học"])
    func noLevel(written: String) throws {
        let record = try Shipped.normalised([.educationalLevel: [written]])
        #expect(record.resource.levels.isEmpty)
        #expect(record.warnings.map(\.reason) == [.unknownCode])
    }

    @Test(
        "types are found by the names repositories use",
        arguments: [
            ("http://purl.org/coar/resource_type/c_2f33", ["textbook"]),
            ("info:eu-repo/semantics/masterThesis", ["text"]),
            ("info:eu-repo/semantics/publishedVersion", []), ("http://purl.org/dc/dcmitype/MovingImage", ["video"]),
            ("dcmitype:Sound", ["audio"]),
            ("Text", ["text"]), ("StillImage", ["image"]), ("narrative text", ["text"]),
            ("self assessment", ["assessment"]),
            ("video/mp4", ["video"]), ("image/x-anything", ["image"]), ("application/pdf", ["text"]),
            ("application/zip", []),
            ("two-dimensional moving image", ["video"]), ("Thesis", ["text"]), ("Luận văn thạc sĩ", ["text"]),
            ("Giáo trình", ["textbook"]),
            ("Learning Object", []), ("JournalArticle", ["text"]), ("Textbooks", ["textbook"]),
            ("Bài giảng điện tử", ["script"]),
            ("Musical Score", ["sheet_music"]), ("Problem Set", ["drill_and_practice"]),
        ])
    func types(written: String, expected: [String]) throws {
        let record = try Shipped.normalised([.learningResourceType: [written]])
        #expect(record.resource.resourceTypes == expected)
        #expect(record.warnings.isEmpty)
    }

    @Test("every value of every table leads where the table says")
    func everyRow() throws {
        let vocabularies = try Shipped.vocabularies.get()
        let fields: [SchemeID: SourceField] = [
            .subjects: .about, .levels: .educationalLevel, .resourceTypes: .learningResourceType, .audiences: .audience,
        ]
        let names = Dictionary(
            uniqueKeysWithValues: fields.keys.map { scheme in
                (scheme, Set(vocabularies[scheme].concepts.flatMap { [$0.code] + $0.names }.map { $0.lowercased() }))
            })
        for (id, table) in vocabularies.crosswalks where id != .vqfToISCED && !id.isClassification {
            let field = try #require(fields[id.target])
            for (value, target) in table where names[id.target]?.contains(value.lowercased()) == false {
                let resource = try Shipped.normalised([field: [value]]).resource
                let codes = [
                    SourceField.about: resource.subjects, .educationalLevel: resource.levels,
                    .learningResourceType: resource.resourceTypes, .audience: resource.audiences,
                ]
                #expect(codes[field] == target.split(separator: "|").map(String.init), "\(id.rawValue): \(value)")
            }
        }
    }

    @Test("values in encodings from before Unicode are read in every field of words")
    func legacy() throws {
        let record = try Shipped.normalised([.learningResourceType: ["Gi¸o tr×nh"], .about: ["C«ng nghÖ th«ng tin"]])
        #expect(record.resource.resourceTypes == ["textbook"])
        #expect(record.resource.subjects == ["06"] || record.resource.subjects == ["061"])
        #expect(record.warnings.count == 2)
    }
}
