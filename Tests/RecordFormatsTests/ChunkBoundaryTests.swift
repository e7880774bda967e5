import RecordFormats
import Testing

@Suite("Chunks of bytes")
struct ChunkBoundaryTests {
    static let files: [(RecordFormat, String)] = [
        (.jsonLines, "\u{FEFF}{\"name\":\"Đại số\"}\r\n\r\n{\"name\":\"B\\ud83d\\udcda\"}\n7\n{\"name\":\"cut"),
        (
            .jsonLines,
            "[\n {\"name\": \"Hình học\", \"about\": [\"054\"]},\n 7 , \"x]\",\n{\"name\":\"B\"}\n, {\"a\": \"\\\"}\"}]\n"
        ),
        (.jsonLines, "{\n\"name\": \"A\"\n}\n{\n\"name\": \"ọ\"\n}\n"),
        (
            .jsonLines,
            "{\"name\":\"A\"}\n{\"name\":\"\u{0}\"}\n{\"titel\":\"x\",\"name\":{\"vi\":\"Tiếng\",\"en\":\"E\"}}\n"
        ),
        (
            .csv,
            "\u{FEFF}Mã;Tiêu đề;Địa chỉ;Đơn vị\r\n1;\"Sách \"\"Toán\"\"\r\ntập 1\";http://a;b\r\n;;;\r\n2;x\r\n3;\"mở"
        ),
        (.csv, "identifier,name,url,publisher,keywords\na,b,c,d,\"x;y|z\"\n\n\"a\"x,b\ne,Tiếng Việt,g,h,\n"),
    ]

    @Test("any cutting of the bytes gives the same outcomes", arguments: files)
    func sameOutcomes(format: RecordFormat, text: String) throws {
        let bytes =
            Array(text.utf8)
            + (format == .jsonLines ? Array("\n{\"name\":\"".utf8) + [0xE1, 0xBA, 0x22, 0x7D, 0x0A] : [])
        let whole = try read(bytes, format)
        #expect(whole.count > 1)
        for size in [1, 2, 3, 7, 64, 1024] {
            #expect(try read(bytes, format, chunk: size) == whole, "chunks of \(size)")
        }
        var random = SplitMix(seed: 42)
        for _ in 0..<50 {
            #expect(try read(bytes, format, chunks: random.cuts(of: bytes)) == whole)
        }
    }

    @Test("damaged bytes never stop the reader, and cutting them makes no difference", arguments: files)
    func damaged(format: RecordFormat, text: String) throws {
        var random = SplitMix(seed: 7)
        let odd: [UInt8] = [
            0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xC3, 0xED, 0xF0, 0xFF,
        ]
        for _ in 0..<300 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 4..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = odd.randomElement(using: &random) ?? 0
                case 1: bytes.insert(odd.randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
                }
            }
            let whole = Result { try read(bytes, format) }
            let cut = Result { try read(bytes, format, chunks: random.cuts(of: bytes)) }
            switch (whole, cut) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
            default: Issue.record("read one way, refused the other: \(bytes)")
            }
        }
    }

    private func read(_ bytes: [UInt8], _ format: RecordFormat, chunks: [[UInt8]]) throws -> [ReadOutcome] {
        var rest = chunks[...]
        var reader = RecordReader(format: format, file: "in") { rest.popFirst() }
        var outcomes: [ReadOutcome] = []
        while let outcome = try reader.next() { outcomes.append(outcome) }
        return outcomes
    }

    private func read(_ bytes: [UInt8], _ format: RecordFormat, chunk: Int = 65_536) throws -> [ReadOutcome] {
        try RecordFormatsTests.read(bytes, format, chunk: chunk)
    }
}

/// A seeded generator (SplitMix64), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// `bytes` in pieces of 0 to 9 bytes.
    mutating func cuts(of bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var position = 0
        while position < bytes.count {
            let end = min(bytes.count, position + Int.random(in: 0...9, using: &self))
            pieces.append(Array(bytes[position..<end]))
            position = end
        }
        return pieces
    }
}
