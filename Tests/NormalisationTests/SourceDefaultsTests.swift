import CatalogueModel
import Foundation
import Normalisation
import Testing

@Suite("What holds for a whole source")
struct SourceDefaultsTests {
    private static var defaults: SourceDefaults {
        var defaults = SourceDefaults(publisherID: "truong-a", publisherName: "Trường A")
        defaults.languages = ["vi"]
        defaults.licence = "https://creativecommons.org/licenses/by/4.0/"
        defaults.audiences = ["teachers"]
        defaults.urlTemplate = "https://a.vn/doc/{identifier}"
        return defaults
    }

    private func normalised(_ values: [SourceField: [String]], _ defaults: SourceDefaults = defaults) throws
        -> NormalisedRecord
    {
        let record = SourceRecord(location: SourceLocation(file: "oai", line: 1), values: values)
        return try RecordNormaliser(vocabularies: .sample).normalise(record, defaults: defaults)
    }

    @Test("fills what a record leaves out, and nothing else")
    func fills() throws {
        let bare = try normalised([.identifier: ["7 b"], .name: ["Đại số"]])
        #expect(bare.warnings.isEmpty)
        #expect(bare.resource.publisher == Publisher(id: "truong-a", name: "Trường A"))
        #expect(bare.resource.licence == "CC-BY-4.0")
        #expect(bare.resource.languages.map(\.rawValue) == ["vi"])
        #expect(bare.resource.audiences == ["teachers"])
        #expect(bare.resource.url == "https://a.vn/doc/7%20b")
        #expect(bare.resource.id.rawValue == "truong-a:7%20b")
        let full = try normalised([
            .identifier: ["oai:a.vn:1"], .name: ["Algebra"], .inLanguage: ["en"], .audience: ["general-public"],
            .url: ["https://b.vn/1"],
        ])
        #expect(full.resource.languages.map(\.rawValue) == ["en"])
        #expect(full.resource.audiences == ["general-public"])
        #expect(full.resource.url == "https://b.vn/1")
        #expect(full.resource.id.rawValue == "oai:a.vn:1")
    }

    @Test("of one language and one licence, and of more, they are the same after writing and reading")
    func coding() throws {
        let short = SourceDefaults(
            publisherID: "truong-a", publisherName: "Trường A", language: "vi", licence: "CC-BY-4.0")
        #expect(short.languages == ["vi"] && short.licence == "CC-BY-4.0")
        for defaults in [short, Self.defaults, SourceDefaults()] {
            let read = try JSONDecoder().decode(SourceDefaults.self, from: JSONEncoder().encode(defaults))
            #expect(read == defaults)
        }
    }

    @Test("a source without an institution of its own leaves publishers as they are")
    func anyPublisher() throws {
        let resource = try normalised(
            [.identifier: ["1"], .name: ["Đại số"], .publisher: ["truong-b"], .url: ["https://b.vn/1"]],
            SourceDefaults(licence: "CC-BY-4.0")
        ).resource
        #expect(resource.publisher.id == "truong-b" && resource.id.rawValue == "truong-b:1")
        #expect(resource.licence == "CC-BY-4.0" && resource.creators.isEmpty)
    }

    @Test("the institution is the publisher, and the printed one is kept as a creator")
    func publisher() throws {
        let resource = try normalised([
            .identifier: ["1"], .name: ["Đại số"], .creator: ["Nguyễn, Văn A"], .publisherName: ["NXB B", "trường a"],
            .publisher: ["truong-a"],
        ]).resource
        #expect(resource.publisher.name == "Trường A")
        #expect(resource.creators == ["Nguyễn Văn A", "NXB B"])
    }

    @Test(
        "any identifier of a source becomes one of ours, always the same, and others another",
        arguments: [
            ["a b", "a%20b!", "a  c"], [String(repeating: "x", count: 300), String(repeating: "x", count: 301)],
            [String(repeating: "ộ", count: 200), String(repeating: "ộ", count: 199) + "ọ"],
            ["https://a.vn/" + String(repeating: "y", count: 250), "Tài liệu số 1", "ocm 0012 "],
        ])
    func identifiers(written: [String]) throws {
        let ids = try written.map { try normalised([.identifier: [$0], .name: ["Đại số"]]).resource.id }
        #expect(Set(ids).count == written.count)
        #expect(ids == (try written.map { try normalised([.identifier: [$0], .name: ["Đại số"]]).resource.id }))
        for id in ids { #expect(ResourceID(id.rawValue) == id) }
    }
}
