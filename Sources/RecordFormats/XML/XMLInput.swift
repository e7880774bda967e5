import CatalogueModel
import Foundation
import Vocabularies

/// The beginning of an XML input: which encoding it has, and whether it is XML at all.
struct XMLInput {
    /// Bytes that are looked at.
    private static let startLength = 4096

    private let transcoder: XMLTranscoder?
    private var isFlushed = false

    /// Skips a byte order mark.
    ///
    /// - Throws: `RecordFormatError` where the input is empty, compressed, HTML, JSON or in an unknown encoding.
    init(_ stream: inout ByteStream, file: String) throws {
        let start = Array(try stream.peek(Self.startLength))
        if Self.isUTF16(start) {
            transcoder = XMLTranscoder(from: Self.utf16Name(start))
        } else {
            try InputStart.check(&stream, file: file)
            let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
            transcoder = try Self.transcoder(declaredIn: text, file: file)
        }
        var decoded: [UInt8] = []
        // A decoder of its own: the one that reads the stream must not see these bytes twice.
        if Self.isUTF16(start) {
            XMLTranscoder(from: Self.utf16Name(start))?.append(start[...], to: &decoded, isLast: false)
        } else {
            decoded = start
        }
        try XMLInputKind(decoded[...]).check(file: file)
    }

    /// Appends the next bytes, in UTF-8, to `output`.
    ///
    /// - Returns: false at the end of the input.
    mutating func append(to output: inout [UInt8], from stream: inout ByteStream, limit: Int) throws -> Bool {
        if let chunk = try stream.takeChunk(limit: limit) {
            guard let transcoder else {
                output += chunk
                return true
            }
            transcoder.append(chunk, to: &output, isLast: false)
            return true
        }
        if !isFlushed { transcoder?.append([], to: &output, isLast: true) }
        isFlushed = true
        return false
    }

    private static func isUTF16(_ start: [UInt8]) -> Bool {
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
        return start.starts(with: [0x3C, 0x00, 0x3F, 0x00]) || start.starts(with: [0x00, 0x3C, 0x00, 0x3F])
    }

    /// iconv skips the byte order mark of UTF-16 without a stated order.
    private static func utf16Name(_ start: [UInt8]) -> String {
        switch start.prefix(2) {
        case [0xFF, 0xFE], [0xFE, 0xFF]: "UTF-16"
        case [0x3C, 0x00]: "UTF-16LE"
        default: "UTF-16BE"
        }
    }

    /// Nil for UTF-8, which needs none.
    private static func transcoder(declaredIn start: ArraySlice<UInt8>, file: String) throws -> XMLTranscoder? {
        guard let name = declaredEncoding(start) else { return nil }
        // What declares UTF-16 in single bytes is not UTF-16.
        if ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name) || name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32")
        {
            return nil
        }
        if let transcoder = XMLTranscoder(from: name) { return transcoder }
        throw RecordFormatError(
            location: SourceLocation(file: file, line: 1),
            message: LocalisedText(
                vietnamese: "Không biết bảng mã “\(name)” mà tệp khai báo",
                english: "The encoding “\(name)” it declares is not known"),
            remedy: LocalisedText(
                vietnamese: "Hãy lưu lại với bảng mã UTF-8", english: "Save it again as UTF-8"))
    }

    /// The encoding of the XML declaration (XML 1.0 §4.3.3), in capitals.
    private static func declaredEncoding(_ start: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: start.prefix(512), as: UTF8.self)
        guard let opening = text.range(of: "<?xml"), let closing = text[opening.upperBound...].range(of: "?>"),
            let key = text[opening.upperBound..<closing.lowerBound].range(of: "encoding")
        else { return nil }
        let value = text[key.upperBound..<closing.lowerBound].drop { $0 != "\"" && $0 != "'" }
        guard let quote = value.first else { return nil }
        let name = value.dropFirst().prefix { $0 != quote && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
        return name.isEmpty ? nil : name.uppercased()
    }
}
