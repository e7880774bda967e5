import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Damaged MARC 21")
struct MARCDamageTests {
    private static let good = MARCBuilder.textbook.bytes

    /// The good record, something else, the good record again.
    private func between(_ bytes: [UInt8]) throws -> [ReadOutcome] {
        try read(Self.good + bytes + Self.good, .marc)
    }

    private func changed(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
        var bytes = Self.good
        change(&bytes)
        return bytes
    }

    @Test("white space, fill and terminators between records are passed over")
    func blanks() throws {
        let outcomes = try between(Array("\r\n \n \t".utf8) + [0, 0x1A, 0x1D])
        #expect(outcomes.compactMap { $0.record?.location.line } == [1, 2])
        #expect(outcomes.flatMap(\.warnings).isEmpty)
        #expect(try read(Self.good + [0x1A, 0x0A], .marc).count == 1)
        #expect(try read([], .marc).isEmpty)
    }

    @Test("junk before a record is told and passed over")
    func junk() throws {
        let outcomes = try between(Array("-- 2 --".utf8))
        #expect(outcomes.values(.identifier) == [["VN-CTU.000123"], ["VN-CTU.000123"]])
        #expect(outcomes[1].warnings.map(\.message.english) == ["7 stray byte(s) before the record were passed over"])
    }

    @Test("wrong lengths in the leader cost nothing but a warning", arguments: [0..<5, 12..<17])
    func leader(range: Range<Int>) throws {
        for digits in ["00001", "99999", "     ", "x1234"] {
            let outcomes = try between(changed { $0.replaceSubrange(range, with: Array(digits.utf8)) })
            #expect(outcomes.values(.name).count == 3)
            #expect(outcomes[1].warnings.map(\.field) == ["leader"])
        }
    }

    @Test("a wrong directory is mended by the order of the fields", arguments: ["9999", "0001", "0x12", "    "])
    func directory(length: String) throws {
        let outcomes = try between(changed { $0.replaceSubrange(27..<31, with: Array(length.utf8)) })
        #expect(outcomes.count == 3)
        #expect(outcomes[1].record?.values == outcomes[0].record?.values)
        #expect(outcomes[1].warnings.map(\.field) == ["directory"])
    }

    @Test("a missing field terminator at the end is mended")
    func fieldTerminator() throws {
        let outcomes = try between(changed { $0.remove(at: $0.count - 2) })
        #expect(outcomes[1].record?.values == outcomes[0].record?.values)
        #expect(outcomes[1].warnings.map(\.field) == ["directory"])
    }

    @Test("a record whose fields cannot be told apart is refused with its number and place, and the next is read")
    func hopeless() throws {
        let end = Self.good.firstIndex(of: 0x1E) ?? 0
        let broken: [[UInt8]] = [
            Array(Self.good[..<24]) + Self.good[end...], Array(Self.good[..<24]) + [0x1D],
            changed { $0 = $0.filter { $0 != 0x1E } }, changed { $0.removeSubrange(24..<30) }, [0x41, 0x1D],
        ]
        for bytes in broken {
            let outcomes = try between(bytes)
            #expect(outcomes.map { $0.refusal?.reason } == [nil, .malformedSyntax, nil])
            let problem = try #require(outcomes[1].refusal)
            #expect(problem.location.line == 2)
            #expect(problem.message.english.hasPrefix("Record 2, from byte \(Self.good.count): "))
            #expect(problem.message.vietnamese.hasPrefix("Bản ghi thứ 2, từ byte \(Self.good.count): "))
        }
    }

    @Test("missing indicators, subfield codes and odd tags cost a warning")
    func oddFields() throws {
        for (content, name, field) in [
            ("$aTên", "Tên", "245"), ("0$aTên", "Tên", "245"), ("00Tên", "Tên", "245"), ("00$\u{E1}Tên", "Tên", "245"),
        ] {
            var builder = MARCBuilder()
            builder.data("245", content)
            let outcome = try #require(try read(builder.bytes, .marc).first)
            #expect(outcome.record?[.name] == [name])
            #expect(outcome.warnings.map(\.field) == [field])
        }
        var builder = MARCBuilder()
        builder.data("2 5", "00$aX")
        builder.data("CAT", "  $aX")
        #expect(try read(builder.bytes, .marc).first?.warnings.map(\.message.english) == ["These tags are none: 2 5"])
    }

    @Test("a file that ends within a record seems cut off; one that lacks only the last byte is read")
    func cutOff() throws {
        for length in [30, 200, Self.good.count - 20] {
            let outcomes = try read(Self.good + Self.good[..<length], .marc)
            #expect(outcomes.last?.refusal?.message.english.contains("cut off") == true, "\(length)")
        }
        let unclosed = try read(Self.good + Self.good.dropLast(), .marc)
        #expect(unclosed.values(.identifier).count == 2)
        #expect(unclosed[1].warnings.count == 1)
    }

    @Test(
        "what is no MARC at all is refused as a whole", arguments: ["{\"name\":\"A\"}", "identifier,name\n1,A\n", "x"])
    func otherFiles(text: String) {
        #expect(throws: RecordFormatError.self) { try read(text, .marc) }
    }

    @Test("a record of more than 4 MiB costs itself")
    func tooLong() throws {
        let outcomes = try between([UInt8](repeating: 0x41, count: 5 << 20) + [0x1D])
        #expect(outcomes.map { $0.refusal?.reason } == [nil, .tooLong, nil])
    }

    @Test("any cutting of the bytes gives the same outcomes, damaged or not")
    func chunks() throws {
        var random = SplitMix(seed: 5)
        for round in 0..<400 {
            var bytes = Self.good + Array("\n".utf8) + Self.good
            for _ in 0..<(round == 0 ? 0 : Int.random(in: 1...6, using: &random)) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes[place] = [0x1B, 0x1D, 0x1E, 0x1F, 0xE2, 0x30].randomElement(using: &random) ?? 0
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                default: bytes.removeSubrange(place...)
                }
                if bytes.count < 8 { bytes = Self.good }
            }
            let whole = Result { try read(bytes, .marc) }
            let cut = Result { try read(bytes, .marc, chunk: Int.random(in: 1...9, using: &random)) }
            switch (whole, cut) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
            default: Issue.record("read one way, refused the other: \(bytes)")
            }
        }
    }
}
