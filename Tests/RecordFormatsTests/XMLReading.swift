import CatalogueModel
import RecordFormats
import Testing

/// Gives `bytes` in chunks of `size`.
func chunks(of bytes: [UInt8], size: Int) -> () -> [UInt8]? {
    var position = 0
    return {
        guard position < bytes.count else { return nil }
        defer { position += size }
        return Array(bytes[position..<min(bytes.count, position + size)])
    }
}

/// The units of the tests: `record` of `urn:l`, as the root or within `records`.
func isTestUnit(_ name: XMLName, _ depth: Int, _ parent: XMLName?) -> Bool {
    name == XMLName("record", in: "urn:l") && (depth == 0 || parent?.local == "records")
}

func readXML(_ bytes: [UInt8], chunk: Int = 65_536) throws -> [XMLReading] {
    var reader = XMLElementReader(file: "in", chunks: chunks(of: bytes, size: chunk), isUnit: isTestUnit)
    var readings: [XMLReading] = []
    while let reading = try reader.next() { readings.append(reading) }
    #expect(reader.bytesRead == bytes.count)
    return readings
}

func readXML(_ text: String, chunk: Int = 65_536) throws -> [XMLReading] { try readXML(Array(text.utf8), chunk: chunk) }

/// `records` within the list that declares the namespaces.
func list(_ records: String...) -> String {
    "<list xmlns='urn:l' xmlns:d='urn:d'>\n<records>\n" + records.joined(separator: "\n") + "\n</records>\n</list>\n"
}

extension XMLReading {
    var unit: XMLUnit? { if case .unit(let unit) = self { unit } else { nil } }
    var refusal: RecordProblem? { if case .refused(let problem) = self { problem } else { nil } }
}

/// All that a response says.
func readOAI(_ bytes: [UInt8], chunk: Int = 65_536) throws -> [OAIEvent] {
    var reader = OAIResponseReader(address: "https://kho.example/oai?verb=x", chunks: chunks(of: bytes, size: chunk))
    var events: [OAIEvent] = []
    while let event = try reader.next() { events.append(event) }
    #expect(reader.bytesRead == bytes.count)
    return events
}

func readOAI(_ text: String) throws -> [OAIEvent] { try readOAI(Array(text.utf8)) }

extension OAIEvent {
    var record: OAIRecord? { if case .record(let record) = self { record } else { nil } }
    var header: OAIHeader? { if case .header(let header) = self { header } else { nil } }
    var set: OAISet? { if case .set(let set) = self { set } else { nil } }
    var format: OAIMetadataFormat? { if case .metadataFormat(let format) = self { format } else { nil } }
    var repository: OAIRepository? { if case .identify(let repository) = self { repository } else { nil } }
    var token: ResumptionToken? { if case .token(let token) = self { token } else { nil } }
    var error: OAIError? { if case .error(let error) = self { error } else { nil } }
    var request: OAIRequest? { if case .request(let request) = self { request } else { nil } }
    var responseDate: String? { if case .responseDate(let date) = self { date } else { nil } }
    var refusal: RecordProblem? { if case .refused(let problem) = self { problem } else { nil } }
}

/// The one record of an XML file with `element` in it.
func xmlRecord(_ element: String) throws -> SourceRecord {
    let outcomes = try read(element, .xml)
    #expect(outcomes.count == 1)
    return try #require(outcomes.first?.record)
}
