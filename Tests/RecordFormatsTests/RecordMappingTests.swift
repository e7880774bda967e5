import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Mapping files")
struct RecordMappingTests {
    /// A mapping whose `fields` have what every record needs, and `more` lines of YAML.
    private func mapping(fields: String = "", _ more: String = "") throws -> RecordMapping {
        let yaml = """
            name: Test
            publisher: { identifier: p, name: P }
            \(more)
            fields:
              identifier: id
              name: title
              url: link
              \(fields)
            """
        return try RecordMapping(yaml: yaml, file: "m.yaml")
    }

    private func values(_ json: String, _ field: SourceField, by mapping: RecordMapping) throws -> [String]? {
        try read(json, mapping: mapping).first?.record?[field]
    }

    @Test(
        "a field is found by path, list and template",
        arguments: [
            ("medium", ["oil"]), ("maker.name", ["Turner"]), ("makers[].name", ["A", "B"]),
            ("makers.name", ["A", "B"]),
            ("\"subjects[]\"", ["sea", "7"]), ("number", ["1035"]), ("flag", ["true"]), ("nothing", []), ("maker", []),
            ("medium.name", []), ("\"{medium}, {maker.name}\"", ["oil, Turner"]), ("\"{medium}, {nothing}\"", []),
            ("\"{subjects[]}!\"", ["sea, 7!"]), ("\"{{x} {medium}\"", ["{x} oil"]), ("\"{ medium }\"", ["oil"]),
            ("[ medium, nothing, \"subjects[]\" ]", ["oil", "sea", "7"]),
            ("{ path: nothing, default: none }", ["none"]),
            ("{ path: medium, default: none }", ["oil"]), ("{ path: text, pattern: \"[0-9]{4}\" }", ["1830"]),
            ("{ path: text, pattern: \"c[.]([0-9]+)\" }", ["1830"]),
            ("{ path: text, pattern: \"x+\", default: \"?\" }", ["?"]),
            ("[ { path: text, pattern: \"^c\" }, medium ]", ["c", "oil"]),
        ])
    func places(rule: String, expected: [String]) throws {
        let json = """
            {"id":1,"medium":" oil ","maker":{"name":"Turner"},"makers":[{"name":"A"},{"x":1},{"name":"B"}],\
            "subjects":["sea",7,null,""],"number":1035,"flag":true,"text":"c.1830–41"}
            """
        #expect(try values(json, .keywords, by: mapping(fields: "keywords: \(rule)")) == expected)
    }

    @Test("a hash is the same everywhere, and differs where the values do")
    func hash() throws {
        let yaml = """
            publisher: p
            fields: { identifier: "x:{hash:url,title,tags[]}", name: title, url: url }
            """
        let mapping = try RecordMapping(yaml: yaml, file: "m.yaml")
        func id(_ json: String) throws -> String? { try values(json, .identifier, by: mapping)?.first }
        let first = try id(#"{"url":"u","title":"t","tags":["a","b"]}"#)
        #expect(first == "x:28ab9b942ac454ce")
        #expect(try id(#"{"tags":["a","b"],"title":"t","url":"u","more":1}"#) == first)
        let others = [
            #"{"url":"u","title":"t","tags":["ab"]}"#, #"{"url":"u","title":"t"}"#, #"{"url":"ut","tags":["a","b"]}"#,
            #"{"url":"u","title":"ta","tags":["b"]}"#,
        ]
        #expect(Set(try others.map(id) + [first]).count == others.count + 1)
        #expect(try id("{}") == nil)
    }

    @Test(
        "transforms are applied in their order",
        arguments: [
            ("html", "<p>H<sub>2</sub>O &amp; <b>b&eacute;</b><br>x</p><script>a<b</script>", ["H2O & bé x"]),
            ("html", "1 < 2 &unknown; &#272;&#x1EA1;i <!-- x --> A&nbsp;", ["1 < 2 &unknown; Đại  A"]),
            ("html", "&nbsp;<br>", []), ("seconds", "3933", ["PT1H5M33S"]), ("seconds", "0", ["0"]),
            ("seconds", "1:00", ["1:00"]),
            ("minutes", "90", ["PT1H30M"]), ("seconds", "1e300", ["1e300"]),
            ("{ split: \",\" }", "a, b,,c", ["a", "b", "c"]),
            ("{ split: [ \",\", \" and \" ] }", "A and B, C", ["A", "B", "C"]),
            ("{ replace: [ \"\\\\|\", \"|\" ] }", "a \\| b", ["a | b"]),
            ("[ { split: \" \" }, { pattern: \"^[A-Z].*\" } ]", "An x By", ["An", "By"]),
        ])
    func transforms(transform: String, value: String, expected: [String]) throws {
        let mapping = try mapping(fields: "keywords: v", "transforms: { keywords: \(transform) }")
        let escaped = value.replacing("\\", with: "\\\\")
        #expect(try values("{\"v\":\"\(escaped)\"}", .keywords, by: mapping) == expected)
    }

    @Test(
        "a table of values renames, multiplies and drops",
        arguments: [
            ("film", ["video"]), ("Film", ["video"]), ("talk", ["audio", "text"]), ("junk", []), ("map", ["map"]),
        ])
    func tables(value: String, expected: [String]) throws {
        let mapping = try mapping(
            fields: "learningResourceType: v",
            "values: { learningResourceType: { film: video, TALK: [ audio, text ], junk: [] } }")
        #expect(try values("{\"v\":\"\(value)\"}", .learningResourceType, by: mapping) == expected)
    }

    @Test("other values are kept, dropped or refused, as the table says")
    func others() throws {
        func outcome(_ others: String) throws -> ReadOutcome? {
            let mapping = try mapping(fields: "audience: v", "values: { audience: { a: b, others: \(others) } }")
            return try read("{\"v\":\"x\"}", mapping: mapping).first
        }
        #expect(try outcome("keep")?.record?[.audience] == ["x"])
        #expect(try outcome("drop")?.record?[.audience] == [])
        let problem = try outcome("refuse")?.refusal
        #expect(problem?.reason == .unknownCode)
        #expect(problem?.field == "v")
        #expect(problem?.message.english == "“x” is not in the table of values")
    }

    @Test("constants and the publisher stand in every record; messages use the source's names")
    func constants() throws {
        let mapping = try mapping("constants: { inLanguage: [ vi, en ], about: \"021\" }\nformat: jsonl")
        let record = try #require(try read("{\"id\":1,\"title\":\"T\"}", mapping: mapping).first?.record)
        let expected: [SourceField: [String]] = [
            .identifier: ["1"], .name: ["T"], .publisher: ["p"], .publisherName: ["P"], .inLanguage: ["vi", "en"],
            .about: ["021"],
        ]
        #expect(record.values == expected)
        #expect(record.namesInSource[.name] == "title")
        #expect(mapping.format == .jsonLines)
        #expect(mapping.name == "Test")
    }

    @Test("a table is read by its columns, whatever they are called")
    func columns() throws {
        let yaml = """
            publisher: p
            fields: { identifier: "p:{Số TT}", name: Tên sách (1.a), url: link }
            """
        let mapping = try RecordMapping(yaml: yaml, file: "m.yaml")
        let outcomes = try read(
            "Số TT;Tên sách (1.a);link;thừa\n7;Toán;http://u;x\n8;;http://v;\n", .csv, mapping: mapping)
        #expect(outcomes.values(.identifier) == [["p:7"], ["p:8"]])
        #expect(outcomes.values(.name) == [["Toán"], []])
        #expect(outcomes.allSatisfy { $0.warnings.isEmpty })
    }

    @Test("a column that is not there stops the file at once and lists those that are")
    func missingColumn() throws {
        let mapping = try mapping()
        let error = #expect(throws: RecordFormatError.self) { try read("id,titel,link\n1,A,b", .csv, mapping: mapping) }
        #expect(error?.message.english.contains("takes name from the column “title”") == true)
        #expect(error?.remedy.english == "The columns there are: id, titel, link")
    }

    @Test(
        "a faulty mapping file is refused with line, key and remedy",
        arguments: [
            ("", 1, nil), ("a: [", 1, nil), ("- a", 1, nil), ("just text", 1, nil), ("publisher: p", 1, nil),
            ("name: x\nname: y\nfields: {}", 1, nil), ("publisher: p\nfeilds: {}", 2, "feilds"),
            ("publisher: p\nfields:\n  titel: x", 3, "fields.titel"),
            ("publisher: p\nfields:\n  name:", 3, "fields.name"),
            ("publisher: p\nfields:\n  name: { pattern: x }", 3, "fields.name"),
            ("publisher: p\nfields:\n  name: { path: a, patern: x }", 3, "fields.name.patern"),
            ("publisher: p\nfields:\n  name: { path: a, pattern: \"(\" }", 3, "fields.name.pattern"),
            ("publisher: p\nfields:\n  name: a..b", 3, "fields.name"),
            ("publisher: p\nfields:\n  name: \"{a\"", 3, "fields.name"),
            ("publisher: p\nfields:\n  name: \"{}\"", 3, "fields.name"),
            ("publisher: p\nfields:\n  name: \"{hash:}\"", 3, "fields.name"),
            ("publisher: p\nfields:\n  name: [ a, [ b ] ]", 3, "fields.name"),
            ("publisher: p\nfields: { name: a, url: b }", 1, nil),
            ("fields: { name: a, url: b, identifier: c }", 1, nil),
            ("publisher: { id: p }\nfields: {}", 1, "publisher.id"), ("format: xml\nfields: {}", 1, "format"),
            ("publisher: p\nconstants: { name: x }\nfields:\n  name: a", 4, "fields.name"),
            ("publisher: p\nfields: { name: a, url: b, identifier: c }\nvalues:\n  about: { a: b }", 4, "values.about"),
            (
                "publisher: p\nfields: { name: a, url: b, identifier: c }\ntransforms:\n  name: htlm", 4,
                "transforms.name"
            ),
            (
                "publisher: p\nfields: { name: a, url: b, identifier: c }\nvalues:\n  name: { others: skip }", 4,
                "values.name.others"
            ),
            (
                "publisher: p\nfields: { name: a, url: b, identifier: c }\ntransforms:\n  name: { replace: x }", 4,
                "transforms.name.replace"
            ),
        ] as [(String, Int, String?)])
    func faulty(yaml: String, line: Int, key: String?) {
        let error = #expect(throws: RecordMappingError.self) { try RecordMapping(yaml: yaml, file: "m.yaml") }
        #expect(error?.key == key)
        #expect(key == nil || error?.line == line)
        #expect(error?.message.vietnamese.isEmpty == false && error?.remedy.vietnamese.isEmpty == false)
        #expect(error?.description.hasPrefix("m.yaml:") == true)
    }
}
