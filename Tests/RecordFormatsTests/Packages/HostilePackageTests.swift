import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Hostile packages")
struct HostilePackageTests {
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
        let outcomes = try readPackage(
            zipArchive {
                $0.add("first.jsonl", "{\"name\":\"A\"}")
                $0.add(name, "{\"name\":\"harm\"}", flags: flags)
                $0.add("last.jsonl", "{\"name\":\"B\"}")
            })
        #expect(outcomes.values(.name) == [["A"], ["B"]])
        #expect(outcomes.compactMap(\.refusal).map(\.reason) == [reason])
        #expect(outcomes.compactMap(\.refusal).first?.location.file.hasPrefix("in!/") == true)
    }

    @Test("a file in the package that cannot be read costs itself")
    func badFile() throws {
        let outcomes = try readPackage(
            zipArchive {
                $0.add("a.csv", "")
                $0.add("b.jsonl", "{\"name\":\"B\"}")
            })
        #expect(outcomes.map { $0.refusal?.location.file } == ["in!/a.csv", nil])
    }

    @Test("archives without a record file, and what is no archive, are refused as a whole")
    func nothing() throws {
        for bytes in [
            zipArchive { _ in }, zipArchive { $0.add("a.txt", "x") }, zipArchive { $0.add("a/", "") },
            Array("{\"name\":\"A\"}".utf8), [],
            [0x50, 0x4B],
        ] {
            #expect(throws: RecordFormatError.self) { try readPackage(bytes) }
        }
    }

    @Test("an archive that unpacks to very much more than its size is stopped")
    func bomb() throws {
        let zeros = ZIPBuilder.zeros(deflatedTo: 60_000)
        let archive = zipArchive { $0.add("a.jsonl", zeros, method: 8, size: 62 << 20) }
        #expect {
            try readPackage(archive)
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("200 times") == true
        }
        #expect {
            try readPackage(ZIPBuilder.gzipHeader + zeros, file: "a.jsonl.gz")
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("200 times") == true
        }
    }

    @Test("an archive of more than 10,000 files is stopped")
    func manyEntries() throws {
        let archive = zipArchive { builder in for index in 0...10_000 { builder.add("\(index).txt", "") } }
        #expect {
            try readPackage(archive)
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("10000 files") == true
        }
    }

    @Test("an archive that is cut off gives what came before, and says so")
    func cutOff() throws {
        let whole = zipArchive {
            $0.add("a.jsonl", "{\"name\":\"A\"}")
            $0.add("b.jsonl", String(repeating: "{\"name\":\"B\"}\n", count: 10_000))
        }
        let outcomes = try readPackage(Array(whole[..<40_000]))
        #expect(outcomes.first?.record?[.name] == ["A"])
        #expect(outcomes.compactMap(\.refusal).isEmpty == false)
    }

    @Test("an archive cut off at any byte never gives what is not in it, and tells that it is cut off")
    func cutAnywhere() throws {
        let whole = zipArchive {
            $0.add("a.jsonl", "{\"name\":\"A\"}\n")
            $0.add("b.csv", "identifier,name,url,publisher\n1,B,http://a,b\n2,C,http://c,b\n")
            $0.add("đọc.txt", "x")
        }
        let end = try #require(whole.indices.first { whole[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) })
        var most = 0
        for length in 0..<whole.count {
            guard let outcomes = try? readPackage(Array(whole[..<length])) else {
                #expect(most == 0)
                continue
            }
            let names = outcomes.values(.name).compactMap(\.first)
            #expect(names.count >= most)
            #expect(["A", "B", "C"].starts(with: names))
            most = names.count
            #expect(outcomes.contains { $0.refusal != nil } == (length < end + 4), "\(length)")
        }
        #expect(most == 3)
    }

    @Test(
        "a link leads nowhere, whether the archive tells that it is one or it looks like a file",
        arguments: [ZIPBuilder.linkExtra, []])
    func link(extra: [UInt8]) throws {
        let outcomes = try readPackage(
            zipArchive {
                $0.add("a.jsonl", "{\"name\":\"A\"}")
                $0.add("b.jsonl", "/etc/passwd", extra: extra)
                $0.add("c.jsonl", "{\"name\":\"C\"}")
            })
        #expect(outcomes.values(.name) == [["A"], ["C"]])
        let refusal = try #require(outcomes.compactMap(\.refusal).first)
        #expect(refusal.location.file == "in!/b.jsonl")
        #expect(refusal.message.english.contains("no plain file") == !extra.isEmpty)
    }

    @Test("what is passed over may be large, but no bomb")
    func passedOverBomb() throws {
        let zeros = ZIPBuilder.zeros(deflatedTo: 60_000)
        let archive = zipArchive {
            $0.add("a.jsonl", "{\"name\":\"A\"}")
            $0.add("b.png", zeros, method: 8, size: 62 << 20)
        }
        #expect {
            try readPackage(archive)
        } throws: { error in
            (error as? RecordFormatError)?.message.english.contains("200 times") == true
        }
    }

    @Test("an error of the byte source passes through")
    func sourceError() throws {
        struct DiskError: Error {}
        var chunks = [Array(ZIPBuilder.mixed.bytes[..<60])]
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
            var bytes = ZIPBuilder.mixed.bytes
            for _ in 0..<(round == 0 ? 0 : Int.random(in: 1...4, using: &random)) {
                let place = Int.random(in: 2..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 7))
                default: bytes.removeSubrange(place...)
                }
                if bytes.count < 8 { bytes = ZIPBuilder.mixed.bytes }
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
}
