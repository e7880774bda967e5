import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabularies

/// Makes JSON answers: keys in a fixed order, so equal answers have equal bytes.
enum JSONAnswer {
    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json",
        language: PreferredLanguage? = nil
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return response(bytes: try encoder.encode(value), status: status, type: type, language: language)
    }

    static func response(
        bytes: some Sequence<UInt8>, status: HTTPResponse.Status = .ok, type: String = "application/json",
        language: PreferredLanguage? = nil
    ) -> Response {
        var response = Response(
            status: status, headers: [.contentType: type + "; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        if let language { response.headers[.contentLanguage] = language.rawValue }
        if let name = HTTPField.Name("Access-Control-Allow-Origin") { response.headers[name] = "*" }
        return response
    }
}
