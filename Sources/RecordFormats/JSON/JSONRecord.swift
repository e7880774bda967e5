/// Reads the bytes of one record as a JSON object.
enum JSONRecord {
    /// The object, and how many broken characters were replaced in it.
    ///
    /// - Parameters:
    ///   - limit: bytes a record may have.
    /// - Throws: `RecordFault` where there is no object.
    static func object(
        from bytes: [UInt8], piece: JSONRecordSplitter.Piece, limit: Int
    ) throws(RecordFault) -> (object: JSONValue, loneSurrogates: Int) {
        guard piece.length <= limit else { throw .tooLong(bytes: piece.length) }
        if let offset = firstInvalidUTF8(in: bytes) {
            guard piece.isClosed || offset < bytes.count - 3 else { throw .fileCutOff }
            throw notUTF8(in: bytes, offset: offset, line: piece.line)
        }
        var parser = JSONParser(bytes)
        let value = try parse(&parser, isClosed: piece.isClosed)
        guard case .object = value else { throw .notAnObject(value) }
        return (value, parser.loneSurrogates)
    }

    private static func parse(_ parser: inout JSONParser, isClosed: Bool) throws(RecordFault) -> JSONValue {
        do throws(JSONSyntaxError) {
            return try parser.document()
        } catch {
            switch error.fault {
            case .endsTooEarly where !isClosed: throw .fileCutOff
            case .nulCharacter: throw .nulCharacter
            default: throw .syntax(error)
            }
        }
    }

    private static func notUTF8(in bytes: [UInt8], offset: Int, line: Int) -> RecordFault {
        let before = bytes[..<offset]
        let newlines = before.count { $0 == ASCII.newline }
        let lineStart = before.lastIndex(of: ASCII.newline).map { $0 + 1 } ?? 0
        return .notUTF8(line: line + newlines, offset: offset - lineStart, byte: bytes[offset])
    }
}
