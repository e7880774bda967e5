import CatalogueModel
import Crypto
import Foundation
import GRDB

/// What the catalogue knows of a record of a source.
struct KnownRecord {
    let hash: Data
    let state: String
    /// Row of the resource made of it.
    let resource: Int64?

    init(hash: Data, state: String, resource: Int64?) {
        self.hash = hash
        self.state = state
        self.resource = resource
    }

    init(_ row: Row) {
        self.init(hash: row[0], state: row[1], resource: row[2])
    }
}

/// A record of a page, ready to be written.
struct PreparedRecord {
    enum Content {
        case accepted(AcceptedRecord, statement: String, hash: Data, warnings: [RecordProblem])
        case rejected(statement: String, hash: Data, [RecordProblem])
        /// It says what it said last time.
        case unchanged
        case deleted
        case listed
        /// Too broken to be a statement.
        case unreadable(RecordProblem)
    }

    let identifier: String
    let known: KnownRecord?
    let content: Content

    init(_ identifier: String, _ known: KnownRecord?, _ content: Content) {
        self.identifier = identifier
        self.known = known
        self.content = content
    }
}

/// The values of a source record as they are kept.
struct StatedValues: Codable {
    let values: [String: [String]]

    init(_ record: SourceRecord) {
        values = Dictionary(uniqueKeysWithValues: record.values.map { ($0.key.rawValue, $0.value) })
    }

    init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: [String]].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }

    /// SHA-256, cut to 16 bytes, of `rules` and of all a record states; each text is preceded by its length.
    ///
    /// Most records of a harvest say what they said before, so the hash is taken without writing them down first.
    static func hash(of record: SourceRecord, under rules: Data) -> Data {
        var bytes = [UInt8](rules)
        bytes.reserveCapacity(4096)
        func add(_ text: String) {
            withUnsafeBytes(of: UInt32(clamping: text.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: text.utf8)
        }
        for field in SourceField.allCases {
            guard let texts = record.values[field], !texts.isEmpty else { continue }
            add(field.rawValue)
            add(String(texts.count))
            texts.forEach(add)
        }
        return Data(SHA256.hash(data: bytes).prefix(16))
    }

    /// The record again, for normalising it anew.
    func record(at location: SourceLocation) -> SourceRecord {
        var found: [SourceField: [String]] = [:]
        for (name, texts) in values { if let field = SourceField(rawValue: name) { found[field] = texts } }
        return SourceRecord(location: location, values: found)
    }
}
