import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Packages")
struct PackageReadingTests {
    @Test("every record file is read by its own format, under its own name")
    func files() throws {
        let outcomes = try readPackage(ZIPBuilder.mixed.bytes)
        #expect(
            outcomes.values(.name) == [
                ["Đại số"], ["Hình học"], ["Kỹ thuật trồng lúa: giáo trình"], ["Kỹ thuật trồng lúa: giáo trình"],
            ])
        #expect(
            outcomes.compactMap { $0.record?.location.file } == [
                "in!/toán/sách.jsonl", "in!/b.csv", "in!/c.xml", "in!/d.mrc",
            ])
        #expect(
            outcomes.compactMap(\.refusal).map(\.location) == [SourceLocation(file: "in!/toán/sách.jsonl", line: 2)])
        #expect(outcomes.flatMap(\.warnings).isEmpty)
    }

    @Test("files that are no records are told with the last record")
    func passedOver() throws {
        let outcomes = try readPackage(
            zipArchive {
                $0.add("đọc.txt", "x")
                $0.add("__MACOSX/._a.jsonl", "x")
                $0.add("ảnh/", "")
                $0.add("a.jsonl", "{\"name\":\"A\"}\n{\"name\":\"B\"}")
                $0.add("ảnh/bìa.png", "x")
            })
        #expect(outcomes.map { $0.warnings.count } == [0, 1])
        let warning = try #require(outcomes.last?.warnings.first?.message.english)
        #expect(warning.contains("2 file(s) in the archive are no record files"))
        #expect(warning.hasSuffix("đọc.txt, ảnh/bìa.png"))
    }

    @Test(
        "a package with a manifest is one record, wherever the manifest stands",
        arguments: ["imsmanifest.xml", "khóa/imsmanifest.xml"])
    func cartridge(name: String) throws {
        for isFirst in [true, false] {
            let outcomes = try readPackage(
                zipArchive {
                    if isFirst { $0.add(name, MARCXMLReadingTests.manifest) }
                    $0.add("i_1/assessment.xml", "<questestinterop/>")
                    $0.add("data.json", "{\"name\":\"no record\"}")
                    if !isFirst { $0.add(name, MARCXMLReadingTests.manifest) }
                    $0.add("a.html", "x")
                })
            #expect(outcomes.values(.name) == [["Toán lớp 6"]])
            #expect(outcomes.count == 1)
            #expect(outcomes.first?.record?.location.file == "in!/" + name)
            #expect(outcomes.flatMap(\.warnings).isEmpty)
        }
    }

    @Test("a ZIP of more records than are kept is read all the same")
    func large() throws {
        let line = "{\"name\":\"A\",\"description\":\"" + String(repeating: "x", count: 900_000) + "\"}\n"
        let outcomes = try readPackage(
            zipArchive {
                $0.add("a.jsonl", "{\"name\":\"first\"}")
                $0.add("b.jsonl", String(repeating: line, count: 20))
                $0.add("c.jsonl", "{\"name\":\"last\"}")
            })
        #expect(outcomes.values(.name) == [["first"]] + [[String]](repeating: ["A"], count: 20) + [["last"]])
    }

    @Test("an Excel workbook is told from a ZIP of records")
    func office() throws {
        let workbook = zipArchive {
            $0.add("[Content_Types].xml", "<Types/>")
            $0.add("xl/workbook.xml", "<x/>")
        }
        for format in RecordFormat.allCases where format != .xml {
            #expect {
                try readPackage(workbook, format)
            } throws: { error in
                (error as? RecordFormatError)?.remedy.english.contains("CSV UTF-8") == true
            }
        }
        #expect {
            try readPackage(zipArchive { $0.add("a.jsonl", "{}") }, .jsonLines)
        } throws: { error in
            (error as? RecordFormatError)?.remedy.english.contains(".zip") == true
        }
    }

    @Test("a file in gzip is read by the name without .gz", arguments: ["x/a.jsonl.gz", "A.JSON.GZ", "a.ndjson.gz"])
    func gzip(file: String) throws {
        let bytes = ZIPBuilder.gzip(Array("{\"name\":\"Đại số\"}\n{\"name\":\"B\"}\n".utf8))
        let outcomes = try readPackage(bytes, file: file)
        #expect(outcomes.values(.name) == [["Đại số"], ["B"]])
        #expect(
            outcomes.compactMap { $0.record?.location } == [
                SourceLocation(file: file, line: 1), SourceLocation(file: file, line: 2),
            ])
        #expect(throws: RecordFormatError.self) { try readPackage(Array(bytes.prefix(14)), file: file) }
    }

    @Test(
        "a gzip file whose name does not tell what is in it is refused",
        arguments: ["a.gz", "a.txt.gz", "a.tar.gz", "a.zip.gz"])
    func unknownGzip(file: String) throws {
        #expect(RecordFormat.of(path: file) == (file == "a.zip.gz" ? .package : nil))
        #expect(throws: RecordFormatError.self) { try readPackage(ZIPBuilder.gzip([0x7B, 0x7D]), file: file) }
    }

    @Test("a mapping file is for the JSON and CSV files in it")
    func mapping() throws {
        let yaml = "name: thu\nfields:\n  name: titel\n  identifier: nr\n"
        guard let mapping = try? RecordMapping(yaml: yaml, file: "m.yaml") else { return }
        let outcomes = try readPackage(
            zipArchive { $0.add("a.jsonl", "{\"titel\":\"A\",\"nr\":\"1\"}") }, mapping: mapping)
        #expect(outcomes.values(.name) == [["A"]])
    }
}
