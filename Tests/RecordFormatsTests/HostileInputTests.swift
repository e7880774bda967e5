import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Hostile input")
struct HostileInputTests {
    @Test(
        "a bad line is refused for its reason, and the next one is read",
        arguments: [
            ("{\"name\":\"A\"", RecordProblem.Reason.malformedSyntax), ("{\"name\":}", .malformedSyntax),
            ("{\"name\" \"A\"}", .malformedSyntax), ("{name:\"A\"}", .malformedSyntax),
            ("{'name':'A'}", .malformedSyntax),
            ("{\"name\":\"A\",}", .malformedSyntax), ("{\"name\":\"A\"} x", .malformedSyntax),
            ("{\"name\":\"\\x\"}", .malformedSyntax), ("{\"name\":\"\\u12g4\"}", .malformedSyntax),
            ("{\"a\":01}", .malformedSyntax), ("{\"a\":1.}", .malformedSyntax), ("{\"a\":-}", .malformedSyntax),
            ("{\"a\":tru}", .malformedSyntax), ("{\"a\":NaN}", .malformedSyntax), ("{\"a\":\"\t\"}", .malformedSyntax),
            ("{\"a\":[1 2]}", .malformedSyntax), ("{\"a\":[1}", .malformedSyntax), ("}", .malformedSyntax),
            ("7", .wrongType), ("\"text\"", .wrongType), ("null", .wrongType), ("[]", .wrongType), ("true", .wrongType),
            ("{\"name\":\"\u{0}\"}", .invalidEncoding), ("{\"name\":\"\\u0000\"}", .invalidEncoding),
            ("\u{0}", .invalidEncoding),
        ])
    func badLine(line: String, reason: RecordProblem.Reason) throws {
        let outcomes = try read("{\"name\":\"first\"}\n\(line)\n{\"name\":\"last\"}\n")
        #expect(outcomes.values(.name) == [["first"], ["last"]])
        let problem = try #require(outcomes.compactMap(\.refusal).first)
        #expect(problem.reason == reason)
        #expect(problem.location.line == 2)
        #expect(problem.severity == .refused)
    }

    @Test("bytes that are not UTF-8 are named by place and value, and cost one record")
    func notUTF8() throws {
        for bad: [UInt8] in [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE1, 0xBA], [0x80],
        ] {
            let bytes = Array("{}\n{\"name\":\"".utf8) + bad + Array("\"}\n{\"name\":\"B\"}\n".utf8)
            let outcomes = try read(bytes)
            let problem = try #require(outcomes[1].refusal)
            #expect(problem.reason == .invalidEncoding)
            let hex = String(bad[0], radix: 16, uppercase: true)
            #expect(problem.message.english == "Byte 10 of line 2 is 0x\(hex): this is not UTF-8")
            #expect(problem.remedy.english.contains("UTF-8"))
            #expect(outcomes[2].record?[.name] == ["B"])
        }
    }

    @Test("text in UTF-16, zipped and compressed files are refused as a whole, with a remedy")
    func otherFiles() throws {
        let starts: [[UInt8]] = [
            [0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B], [0x7B, 0x00, 0x22, 0x00], [0x00, 0x7B, 0x00, 0x22],
            [0x50, 0x4B, 0x03, 0x04, 0x14], [0x1F, 0x8B, 0x08, 0x00],
        ]
        for start in starts {
            for format in RecordFormat.allCases {
                #expect(throws: RecordFormatError.self) { try read(start, format) }
            }
        }
    }

    @Test(
        "a file that ends within a record seems cut off",
        arguments: [
            "{\"name\":\"A\"}\n{\"name\":\"B", "{\"name\":\"A\"}\n{\"name\"", "{\"name\":\"A\"}\n{\"name\":\"\\u00",
            "[{\"name\":\"A\"},{\"name\":\"B", "[{\"name\":\"A\"},", "[{\"name\":\"A\"}",
            "[{\"name\":\"A\"}\n,{\n\"name\":",
        ])
    func cutOff(text: String) throws {
        let outcomes = try read(text)
        #expect(outcomes.values(.name) == [["A"]])
        #expect(outcomes.count == 2)
        #expect(outcomes.last?.refusal?.message.english.contains("cut off") == true)
    }

    @Test("a file cut off within a character seems cut off, too")
    func cutOffCharacter() throws {
        let bytes = Array("{\"name\":\"A\"}\n{\"name\":\"B".utf8) + [0xE1, 0xBA]
        #expect(try read(bytes).last?.refusal?.message.english.contains("cut off") == true)
    }

    @Test(
        "64 levels of nesting are read, 65 and a million are refused",
        arguments: [(63, true), (64, false), (1_000_000, false)])
    func nesting(levels: Int, isRead: Bool) throws {
        let value = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let outcomes = try read("{\"name\":\"A\",\"image\":\(value)}\n{\"name\":\"B\"}")
        #expect((outcomes[0].record != nil) == isRead)
        #expect(outcomes[1].record?[.name] == ["B"])
        let unclosed = try read("{\"name\":\"A\"}\n" + String(repeating: "[{\"a\":", count: levels) + "\n")
        #expect(unclosed.last?.refusal != nil)
    }

    @Test("a line of 50 MB costs one record and little memory", arguments: [RecordFormat.jsonLines, .csv])
    func longLine(format: RecordFormat) throws {
        let header = format == .csv ? "identifier,name,url,publisher\n" : ""
        let good = format == .csv ? "a,A,b,c\n" : "{\"name\":\"A\"}\n"
        let start = format == .csv ? "x,\"" : "{\"name\":\""
        let filler = [UInt8](repeating: 0x61, count: 1 << 20)
        var chunks = [Array((header + good + start).utf8)]
        var remaining = 50
        chunks += [Array(((format == .csv ? "\",y,z\n" : "\"}\n") + good).utf8)]
        var reader = RecordReader(format: format, file: "in") {
            if chunks.count == 2 || remaining == 0 { return chunks.isEmpty ? nil : chunks.removeFirst() }
            remaining -= 1
            return filler
        }
        var outcomes: [ReadOutcome] = []
        while let outcome = try reader.next() { outcomes.append(outcome) }
        #expect(outcomes.map { $0.refusal?.reason } == [nil, .tooLong, nil])
        #expect(outcomes.values(.name) == [["A"], ["A"]])
    }

    @Test("a record of just 4 MiB is read")
    func longestRecord() throws {
        let frame = "{\"name\":\"\"}".utf8.count
        let fitting = String(repeating: "a", count: RecordReader.recordLimit - frame)
        #expect(try read("{\"name\":\"\(fitting)\"}\r\n")[0].record != nil)
        #expect(try read("{\"name\":\"\(fitting)a\"}\r\n")[0].refusal?.reason == .tooLong)
        #expect(try read("[{\"name\":\"\(fitting)\"}]")[0].record != nil)
        #expect(try read("[{\"name\":\"\(fitting)a\"},{}]").map { $0.refusal?.reason } == [.tooLong, nil])
    }

    @Test("in a list, a missing quotation mark costs the record it stands in, not the rest")
    func damagedList() throws {
        let outcomes = try read("[\n{\"name\": \"A},\n{\"name\": \"B\"},\n{\"name\": \"C\"}\n]")
        #expect(outcomes.map { $0.refusal?.reason } == [.malformedSyntax, nil, nil])
        #expect(outcomes.compactMap { $0.record?.location.line } == [3, 4])
        let alone = try read("[\n{\"name\": \"A},\n\"url\": \"b\"}\n]")
        #expect(alone.map { $0.refusal?.reason } == [.malformedSyntax])
    }

    @Test("an error of the byte source passes through")
    func sourceError() throws {
        struct DiskError: Error {}
        var reader = RecordReader(format: .jsonLines, file: "in") { throw DiskError() }
        #expect(throws: DiskError.self) { try reader.next() }
    }

    @Test("every problem is told in Vietnamese, too")
    func languages() throws {
        let problem = try #require(try read("{")[0].refusal)
        #expect(problem.message.vietnamese == "Tệp có vẻ bị cắt cụt: hết tệp giữa chừng một bản ghi")
        #expect(problem.remedy.vietnamese == "Hãy tải hoặc xuất lại tệp")
    }
}
