import CatalogueModel
import Crypto
import Foundation

/// The stored form of a learning resource: JSON with sorted keys, so that equal resources have equal bytes and one hash.
struct RecordCoding {
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func encode(_ resource: LearningResource) throws -> (record: String, hash: Data) {
        let bytes = try encoder.encode(resource)
        return (String(decoding: bytes, as: UTF8.self), Self.hash(of: bytes))
    }

    func decode(_ record: String) throws -> LearningResource {
        try decoder.decode(LearningResource.self, from: Data(record.utf8))
    }

    static func hash(of bytes: Data) -> Data { Data(SHA256.hash(data: bytes)) }
}
