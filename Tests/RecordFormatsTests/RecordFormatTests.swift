import RecordFormats
import Testing

@Suite("Record formats")
struct RecordFormatTests {
    @Test(
        "the ending of a path tells the format",
        arguments: [
            ("a.jsonl", RecordFormat.jsonLines), ("b/c.ndjson", .jsonLines), ("x.JSON", .jsonLines), ("a.csv", .csv),
            ("/x.y/z.TSV", .csv), ("oai.xml", .xml), ("podcast.RSS", .xml), ("a.atom", .xml), ("b.marcxml", .xml),
            ("c.lom", .xml), ("a.mrc", .marc), ("a.zip", .package), ("A.IMSCC", .package), ("x/a.xml.gz", .package),
            ("a.txt.gz", nil),
            ("a.htm", .webPage), ("a.txt", nil), ("jsonl", nil), ("x.csv/file", nil), ("", nil),
        ] as [(String, RecordFormat?)])
    func endings(path: String, format: RecordFormat?) {
        #expect(RecordFormat.of(path: path) == format)
    }

    @Test("every ending is that of one format, alone and in gzip", arguments: RecordFormat.allCases)
    func ownEndings(format: RecordFormat) {
        #expect(!format.endings.isEmpty)
        for ending in format.endings {
            #expect(RecordFormat.of(path: "a.\(ending)") == format)
            #expect(RecordFormat.of(path: "a.\(ending.uppercased()).gz") == .package)
        }
    }
}
