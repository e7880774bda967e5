import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Records in XML files")
struct XMLRecordsTests {
    @Test("a file without a known record is refused by the name of its root, with the forms we know")
    func unknown() throws {
        let error = #expect(throws: RecordFormatError.self) {
            try read("<catalogue xmlns='urn:c'><x/></catalogue>", .xml)
        }
        #expect(error?.kind == .otherXML)
        #expect(error?.message.english.contains("{urn:c}catalogue") == true)
        #expect(error?.remedy.english.contains("OAI-PMH, Dublin Core") == true)
    }

    @Test(
        "a feed without entries is an empty file",
        arguments: ["<rss><channel/></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>"])
    func emptyFeed(text: String) throws {
        #expect(try read(text, .xml).isEmpty)
    }

    @Test("a mapping file is refused")
    func mapping() throws {
        let yaml = "fields: { identifier: a, name: b, url: c, publisher: d }"
        let mapping = try RecordMapping(yaml: yaml, file: "m.yaml")
        #expect(throws: RecordFormatError.self) { try read("<rss/>", .xml, mapping: mapping) }
    }

    @Test("any cutting of the bytes gives the same outcomes", arguments: XMLFixtures.all)
    func chunkBoundaries(text: String) throws {
        let bytes = Array(text.utf8)
        let whole = try read(bytes, .xml)
        #expect(!whole.isEmpty)
        for size in [1, 2, 3, 7, 4096] { #expect(try read(bytes, .xml, chunk: size) == whole, "chunks of \(size)") }
    }

    /// The seeds and the number of mutations keep the whole under a second; raise the number to search longer.
    @Test("damaged documents never stop the reader, and cutting them makes no difference", arguments: XMLFixtures.all)
    func damaged(text: String) throws {
        var random = SplitMix(seed: 11)
        let odd = Array("<>&\"'/!?=;#[]-:x \n".utf8) + [0, 1, 0x80, 0xC3, 0xED, 0xFF]
        for _ in 0..<60 {
            var bytes = Array(text.utf8.dropLast(Int.random(in: 0...1, using: &random)))
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 1..<bytes.count, using: &random)
                switch Int.random(in: 0..<6, using: &random) {
                case 0: bytes[place] = odd.randomElement(using: &random) ?? 0
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: bytes.insert(odd.randomElement(using: &random) ?? 0, at: place)
                case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<60, using: &random)))
                case 4: bytes.insert(contentsOf: bytes[max(0, place - 200)..<place], at: place)
                default: bytes.removeSubrange(max(1, bytes.count - place / 4)...)
                }
            }
            let whole = Result { try outcomes(bytes, chunk: 65_536) }
            let cut = Result { try outcomes(bytes, chunk: Int.random(in: 1...40, using: &random)) }
            switch (whole, cut) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
            default: Issue.record("read one way, refused the other: \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    private func outcomes(_ bytes: [UInt8], chunk: Int) throws -> [ReadOutcome] {
        var reader = RecordReader(format: .xml, file: "in", chunks: chunks(of: bytes, size: chunk))
        var outcomes: [ReadOutcome] = []
        while let outcome = try reader.next() { outcomes.append(outcome) }
        return outcomes
    }
}
