import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Packages")
struct PackageReadingTests {
    private func zip(_ build: (inout ZIPBuilder) -> Void) -> [UInt8] {
        var builder = ZIPBuilder()
        build(&builder)
        return builder.bytes
    }

    private static var mixed: ZIPBuilder {
        var builder = ZIPBuilder()
        builder.add("toán/sách.jsonl", "{\"name\":\"Đại số\"}\n{\"name\":\"cut\n")
        builder.add("b.csv", "identifier,name,url,publisher\n1,Hình học,http://a,b\n")
        builder.add("c.xml", MARCXMLReadingTests.marcXML)
        builder.add("d.mrc", MARCBuilder.textbook.bytes)
        return builder
    }

    @Test("every record file is read by its own format, under its own name")
    func files() throws {
        let outcomes = try read(Self.mixed.bytes, .package)
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
        let outcomes = try read(
            zip {
                $0.add("đọc.txt", "x")
                $0.add("__MACOSX/._a.jsonl", "x")
                $0.add("ảnh/", "")
                $0.add("a.jsonl", "{\"name\":\"A\"}\n{\"name\":\"B\"}")
                $0.add("ảnh/bìa.png", "x")
            }, .package)
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
            let outcomes = try read(
                zip {
                    if isFirst { $0.add(name, MARCXMLReadingTests.manifest) }
                    $0.add("i_1/assessment.xml", "<questestinterop/>")
                    $0.add("data.json", "{\"name\":\"no record\"}")
                    if !isFirst { $0.add(name, MARCXMLReadingTests.manifest) }
                    $0.add("a.html", "x")
                }, .package)
            #expect(outcomes.values(.name) == [["Toán lớp 6"]])
            #expect(outcomes.count == 1)
            #expect(outcomes.first?.record?.location.file == "in!/" + name)
            #expect(outcomes.flatMap(\.warnings).isEmpty)
        }
    }

    @Test("a ZIP of more records than are kept is read all the same")
    func large() throws {
        let line = "{\"name\":\"A\",\"description\":\"" + String(repeating: "x", count: 900_000) + "\"}\n"
        let outcomes = try read(
            zip {
                $0.add("a.jsonl", "{\"name\":\"first\"}")
                $0.add("b.jsonl", String(repeating: line, count: 20))
                $0.add("c.jsonl", "{\"name\":\"last\"}")
            }, .package)
        #expect(outcomes.values(.name) == [["first"]] + [[String]](repeating: ["A"], count: 20) + [["last"]])
    }

    @Test(
        "entries that could do harm are refused, the others read",
        arguments: [
            ("/etc/a.json", UInt16(0x0800), RecordProblem.Reason.malformedValue),
            ("../a.json", 0x0800, .malformedValue),
            ("a/../../b.json", 0x0800, .malformedValue), ("a\\..\\b.json", 0x0800, .malformedValue),
            ("C:\\a.json", 0x0800, .malformedValue),
            ("a.json", 0x0801, .invalidEncoding), ("b.zip", 0x0800, .wrongType), ("b.jsonl.gz", 0x0800, .wrongType),
        ])
    func unsafe(name: String, flags: UInt16, reason: RecordProblem.Reason) throws {
        let outcomes = try read(
            zip {
                $0.add("first.jsonl", "{\"name\":\"A\"}")
                $0.add(name, "{\"name\":\"harm\"}", flags: flags)
                $0.add("last.jsonl", "{\"name\":\"B\"}")
            }, .package)
        #expect(outcomes.values(.name) == [["A"], ["B"]])
        #expect(outcomes.compactMap(\.refusal).map(\.reason) == [reason])
        #expect(outcomes.compactMap(\.refusal).first?.location.file.hasPrefix("in!/") == true)
    }

    @Test("a file in the package that cannot be read costs itself")
    func badFile() throws {
        let outcomes = try read(
            zip {
                $0.add("a.csv", "")
                $0.add("b.jsonl", "{\"name\":\"B\"}")
            }, .package)
        #expect(outcomes.map { $0.refusal?.location.file } == ["in!/a.csv", nil])
    }

    @Test("an Excel workbook is told from a ZIP of records")
    func office() throws {
        let workbook = zip {
            $0.add("[Content_Types].xml", "<Types/>")
            $0.add("xl/workbook.xml", "<x/>")
        }
        for format in RecordFormat.allCases where format != .xml {
            #expect {
                try read(workbook, format)
            } throws: { error in
                (error as? RecordFormatError)?.remedy.english.contains("CSV UTF-8") == true
            }
        }
        #expect {
            try read(zip { $0.add("a.jsonl", "{}") }, .jsonLines)
        } throws: { error in
            (error as? RecordFormatError)?.remedy.english.contains(".zip") == true
        }
    }

    @Test("archives without a record file, and what is no archive, are refused as a whole")
    func nothing() throws {
        for bytes in [
            zip { _ in }, zip { $0.add("a.txt", "x") }, zip { $0.add("a/", "") }, Array("{\"name\":\"A\"}".utf8), [],
            [0x50, 0x4B],
        ] {
            #expect(throws: RecordFormatError.self) { try read(bytes, .package) }
        }
    }

    @Test("an archive that unpacks to very much more than its size is stopped")
    func bomb() throws {
        let zeros = ZIPBuilder.zeros(deflatedTo: 60_000)
        let archive = zip { $0.add("a.jsonl", zeros, method: 8, size: 62 << 20) }
        #expect {
            try read(archive, .package)
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("200 times") == true
        }
        #expect {
            try read(ZIPBuilder.gzipHeader + zeros, .package, file: "a.jsonl.gz")
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("200 times") == true
        }
    }

    @Test("an archive of more than 10,000 files is stopped")
    func manyEntries() throws {
        let archive = zip { builder in for index in 0...10_000 { builder.add("\(index).txt", "") } }
        #expect {
            try read(archive, .package)
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("10000 files") == true
        }
    }

    @Test("an archive that is cut off gives what came before, and says so")
    func cutOff() throws {
        let whole = zip {
            $0.add("a.jsonl", "{\"name\":\"A\"}")
            $0.add("b.jsonl", String(repeating: "{\"name\":\"B\"}\n", count: 10_000))
        }
        let outcomes = try read(Array(whole[..<40_000]), .package)
        #expect(outcomes.first?.record?[.name] == ["A"])
        #expect(outcomes.compactMap(\.refusal).isEmpty == false)
    }

    @Test("a file in gzip is read by the name without .gz", arguments: ["x/a.jsonl.gz", "A.JSON.GZ", "a.ndjson.gz"])
    func gzip(file: String) throws {
        let bytes = ZIPBuilder.gzip(Array("{\"name\":\"Đại số\"}\n{\"name\":\"B\"}\n".utf8))
        let outcomes = try read(bytes, .package, file: file)
        #expect(outcomes.values(.name) == [["Đại số"], ["B"]])
        #expect(
            outcomes.compactMap { $0.record?.location } == [
                SourceLocation(file: file, line: 1), SourceLocation(file: file, line: 2),
            ])
        #expect(throws: RecordFormatError.self) { try read(Array(bytes.prefix(14)), .package, file: file) }
    }

    @Test(
        "a gzip file whose name does not tell what is in it is refused",
        arguments: ["a.gz", "a.txt.gz", "a.tar.gz", "a.zip.gz"])
    func unknownGzip(file: String) throws {
        #expect(RecordFormat.of(path: file) == (file == "a.zip.gz" ? .package : nil))
        #expect(throws: RecordFormatError.self) { try read(ZIPBuilder.gzip([0x7B, 0x7D]), .package, file: file) }
    }

    @Test("a mapping file is for the JSON and CSV files in it")
    func mapping() throws {
        let yaml = "name: thu\nfields:\n  name: titel\n  identifier: nr\n"
        guard let mapping = try? RecordMapping(yaml: yaml, file: "m.yaml") else { return }
        let outcomes = try read(zip { $0.add("a.jsonl", "{\"titel\":\"A\",\"nr\":\"1\"}") }, .package, mapping: mapping)
        #expect(outcomes.values(.name) == [["A"]])
    }

    @Test("an error of the byte source passes through")
    func sourceError() throws {
        struct DiskError: Error {}
        var chunks = [Array(Self.mixed.bytes[..<60])]
        var reader = RecordReader(format: .package, file: "in") {
            guard !chunks.isEmpty else { throw DiskError() }
            return chunks.removeFirst()
        }
        #expect(throws: DiskError.self) { while try reader.next() != nil {} }
    }

    @Test("any cutting of the bytes gives the same outcomes, damaged or not")
    func chunks() throws {
        var random = SplitMix(seed: 3)
        for round in 0..<150 {
            var bytes = Self.mixed.bytes
            for _ in 0..<(round == 0 ? 0 : Int.random(in: 1...4, using: &random)) {
                let place = Int.random(in: 2..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 7))
                default: bytes.removeSubrange(place...)
                }
                if bytes.count < 8 { bytes = Self.mixed.bytes }
            }
            let whole = Result { try all(bytes, chunk: 65_536) }
            let cut = Result { try all(bytes, chunk: Int.random(in: 1...64, using: &random)) }
            switch (whole, cut) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
            default: Issue.record("read one way, refused the other: round \(round)")
            }
        }
    }

    private func all(_ bytes: [UInt8], chunk: Int) throws -> [ReadOutcome] {
        var reader = RecordReader(
            format: .package, file: "in", chunks: RecordFormatsTests.chunks(of: bytes, size: chunk))
        var outcomes: [ReadOutcome] = []
        while let outcome = try reader.next() { outcomes.append(outcome) }
        return outcomes
    }

    /// Like the `read` of all formats, with a name for the file.
    private func read(_ bytes: [UInt8], _ format: RecordFormat, mapping: RecordMapping? = nil, file: String = "in")
        throws -> [ReadOutcome]
    {
        var reader = RecordReader(
            format: format, mapping: mapping, file: file, chunks: RecordFormatsTests.chunks(of: bytes, size: 65_536))
        var outcomes: [ReadOutcome] = []
        while let outcome = try reader.next() { outcomes.append(outcome) }
        #expect(reader.bytesRead == bytes.count)
        return outcomes
    }
}
