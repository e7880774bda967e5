import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

/// What becomes of each file of `marc-fixtures`, as found by looking at the files.
@Suite("MARC fixtures", .enabled(if: SharedData.isThere))
struct MARCFixtureTests {
    struct Expected: CustomStringConvertible, Sendable {
        let file: String
        var title: String?
        var records = 1
        var refused: [RecordProblem.Reason] = []
        /// Fields of the warnings of all records, sorted, each once; `-` for the record as a whole.
        var warned: [String] = []

        var description: String { file }
    }

    private static let perl = "ActivePerl with ASP and ADO"
    private static let tournier = "Escape from loneliness"
    private static let thai = "Photčhanānukrom Čhin Klāng-TǣčhiuʻAngkrit-Thai"

    private static let brokenJSON = "edsu+pymarc/test/test.json"

    static let files: [Expected] = [
        .init(file: "debian-idzebra/marc21/sample-marc", title: "How to program a computer", records: 24),
        .init(file: "edsu+pymarc/test/1251.dat", records: 0, refused: .init(repeating: .invalidEncoding, count: 6)),
        .init(file: "edsu+pymarc/test/alphatag.dat", title: "Chemistry experiments for children"),
        .init(
            file: "edsu+pymarc/test/bad_eacc_encoding.dat", title: "Beikoku no tōchi no shikumi", warned: ["-", "880"]),
        .init(
            file: "edsu+pymarc/test/bad_indicator.dat", title: "Aristocrats of color: the Black elite, 1880-1920",
            warned: ["-", "0 2"]),
        .init(
            file: "edsu+pymarc/test/bad_marc8_escape.dat", title: "Bulletin de la Société linnenne de Bordeaux",
            warned: ["222"]),
        .init(
            file: "edsu+pymarc/test/bad_records.mrc", title: "The pragmatic programmer: from journeyman to master",
            records: 5,
            refused: .init(repeating: .malformedSyntax, count: 3), warned: ["leader"]),
        .init(file: "edsu+pymarc/test/bad_subfield_code.dat", title: perl, warned: ["245", "directory", "leader"]),
        .init(file: "edsu+pymarc/test/diacritic.dat", title: "Amateur media: social, cultural and legal perspectives"),
        .init(
            file: "edsu+pymarc/test/marc.dat", title: "The pragmatic programmer: from journeyman to master", records: 20
        ),
        .init(file: "edsu+pymarc/test/marc8.dat", title: tournier),
        .init(file: "edsu+pymarc/test/multi_isbn.dat", title: "The town scold"),
        .init(file: "edsu+pymarc/test/one.dat", title: perl),
        .init(
            file: "edsu+pymarc/test/regression45.dat",
            title: "Pokrov, podarennyĭ Dimitrīem Ivanovichem Godunovym. [Ipatʹevskīĭ monastyrʹ, Kostroma]", records: 12,
            warned: ["752"]),
        .init(file: "edsu+pymarc/test/test.dat", title: perl, records: 10),
        .init(file: "edsu+pymarc/test/testunimarc.dat", records: 0, refused: [.malformedSyntax]),
        .init(file: "edsu+pymarc/test/utf8_errors.dat", title: "Imperial military middle school, Ṣanʻāʾ"),
        .init(
            file: "edsu+pymarc/test/utf8_invalid.mrc",
            title: "The coming revolution in teacher licensure: redefining teacher preparation", warned: ["260"]),
        .init(file: "edsu+pymarc/test/utf8_with_leader_flag.dat", title: tournier),
        .init(file: "edsu+pymarc/test/utf8_without_leader_flag.dat", title: tournier, warned: ["leader"]),
        .init(
            file: "ruby-marc+ruby-marc/test/bad_eacc_encoding.marc8.marc", title: "Beikoku no tōchi no shikumi",
            warned: ["-", "880"]),
        .init(file: "ruby-marc+ruby-marc/test/batch.dat", title: perl, records: 10),
        .init(
            file: "ruby-marc+ruby-marc/test/cp866_multirecord.marc", records: 0,
            refused: [.invalidEncoding, .invalidEncoding]),
        .init(file: "ruby-marc+ruby-marc/test/cp866_unimarc.marc", records: 0, refused: [.invalidEncoding]),
        .init(file: "ruby-marc+ruby-marc/test/escaped_character_reference.marc8.marc"),
        .init(
            file: "ruby-marc+ruby-marc/test/marc8_accented_chars.marc", title: "Histoire du \"nouveau théâtre.\"",
            warned: ["leader"]),
        .init(
            file: "ruby-marc+ruby-marc/test/marc_with_bad_utf8.utf8.marc",
            title: "Ten years at NIH: advancing health through science: the human dimension", warned: ["directory"]),
        .init(file: "ruby-marc+ruby-marc/test/non-numeric.dat", title: "A new kind of history, and other essays"),
        .init(file: "ruby-marc+ruby-marc/test/one.dat", title: perl),
        .init(file: "ruby-marc+ruby-marc/test/random_tag_order.dat", title: "Blonde on blonde"),
        .init(file: "ruby-marc+ruby-marc/test/random_tag_order2.dat", title: "Blues on Blonde on blonde"),
        .init(file: "ruby-marc+ruby-marc/test/utf8.marc", title: thai),
        .init(file: "ruby-marc+ruby-marc/test/utf8_multirecord.marc", title: thai, records: 2),
        .init(
            file: "ruby-marc+ruby-marc/test/utf8_with_bad_bytes.marc", title: thai + " /bad bytes => \u{FFFD}( <=",
            warned: ["245"]),
    ]

    static let jsonFiles: [Expected] = [
        .init(file: "edsu+pymarc/test/batch.json", title: "The Great Ray Charles", records: 2),
        .init(file: "edsu+pymarc/test/one.json", title: perl),
    ]

    @Test("ISO 2709", arguments: files)
    func iso2709(_ expected: Expected) throws {
        check(try read(SharedData.bytes("conformance/marc-fixtures/" + expected.file), .marc), expected)
    }

    @Test("MARC in JSON", arguments: jsonFiles)
    func json(_ expected: Expected) throws {
        check(try read(SharedData.bytes("conformance/marc-fixtures/" + expected.file), .jsonLines), expected)
    }

    @Test("a list whose records hold bare control characters is refused record by record")
    func brokenJSON() throws {
        let refusals = try read(SharedData.bytes("conformance/marc-fixtures/" + Self.brokenJSON), .jsonLines)
            .compactMap(
                \.refusal)
        #expect(refusals.first?.reason == .malformedSyntax)
        #expect(refusals.first?.message.english.contains("control character 0x") == true)
    }

    @Test("no file is left out")
    func complete() {
        let known = Set((Self.files + Self.jsonFiles).map(\.file) + [Self.brokenJSON])
        let endings = [".dat", ".mrc", ".marc", ".json", "sample-marc"]
        let found = SharedData.files("conformance/marc-fixtures").filter { file in
            endings.contains { file.hasSuffix($0) }
        }
        #expect(Set(found) == known)
    }

    private func check(_ outcomes: [ReadOutcome], _ expected: Expected) {
        #expect(outcomes.compactMap(\.record).count == expected.records)
        #expect(outcomes.compactMap { $0.refusal?.reason } == expected.refused)
        #expect(outcomes.compactMap(\.record).first?[.name].first == expected.title)
        #expect(Set(outcomes.flatMap(\.warnings).map { $0.field ?? "-" }).sorted() == expected.warned)
    }
}
