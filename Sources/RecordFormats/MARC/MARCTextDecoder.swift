/// Decodes the text of one record, in the encoding its leader names or, where that cannot be, the one it is in.
///
/// Leader/09 is `a` for UTF-8 and blank for MARC-8. Bytes that are neither are never guessed at: a record full of them
/// is refused, since names and titles in the wrong alphabet are worse than none.
struct MARCTextDecoder {
    private enum Encoding {
        case utf8
        case marc8
    }

    private let encoding: Encoding
    /// Whether leader/09 names another encoding than the one the text is in.
    private let isFlagWrong: Bool
    private var nonASCII = 0
    private var replaced = 0
    private var eastAsian = 0
    private var brokenEscapes = 0
    /// Tag of the first field with a fault.
    private var faultyTag: String?

    /// - Parameter fields: of the whole record.
    init(leader: String, fields: [ISO2709Record.Field]) {
        let isFlagged = Array(leader.utf8).dropFirst(9).first == 0x61
        if isFlagged {
            isFlagWrong = Self.isUnmistakableMARC8(fields)
            encoding = isFlagWrong ? .marc8 : .utf8
        } else {
            isFlagWrong = Self.isUnmistakableUTF8(fields)
            encoding = isFlagWrong ? .utf8 : .marc8
        }
    }

    /// Whether there are bytes beyond ASCII, all of them UTF-8, and no escape of MARC-8: text in MARC-8 hardly ever
    /// forms even one valid sequence, since its marks are followed by letters of ASCII.
    private static func isUnmistakableUTF8(_ fields: [ISO2709Record.Field]) -> Bool {
        if fields.contains(where: { $0.bytes.contains(0x1B) }) { return false }
        let beyond = fields.filter { $0.bytes.contains { $0 >= 0x80 } }
        return !beyond.isEmpty && beyond.allSatisfy { firstInvalidUTF8(in: Array($0.bytes)) == nil }
    }

    /// Whether every field with bytes beyond ASCII breaks as UTF-8 at the first of them, and is faultless as MARC-8.
    private static func isUnmistakableMARC8(_ fields: [ISO2709Record.Field]) -> Bool {
        let beyond = fields.filter { $0.bytes.contains { $0 >= 0x80 } }
        return !beyond.isEmpty
            && beyond.allSatisfy { field in
                let bytes = Array(field.bytes)
                guard firstInvalidUTF8(in: bytes) == bytes.firstIndex(where: { $0 >= 0x80 }) else { return false }
                let pieces = field.bytes.split(separator: MARCFieldParser.delimiter)
                return pieces.allSatisfy { MARC8Decoder.decode($0).faults == 0 }
            }
    }

    mutating func text(_ bytes: ArraySlice<UInt8>, tag: String) -> String {
        let beyond = bytes.count { $0 >= 0x80 }
        nonASCII += beyond
        switch encoding {
        case .utf8:
            let text = String(decoding: bytes, as: UTF8.self)
            guard beyond > 0, firstInvalidUTF8(in: Array(bytes)) != nil else { return text }
            replaced += max(1, text.unicodeScalars.count { $0 == "\u{FFFD}" })
            note(tag)
            return text
        case .marc8:
            let decoded = MARC8Decoder.decode(bytes)
            replaced += decoded.faults
            eastAsian += decoded.eastAsian
            brokenEscapes += decoded.brokenEscapes
            if decoded.faults > 0 || decoded.brokenEscapes > 0 { note(tag) }
            return decoded.text
        }
    }

    private mutating func note(_ tag: String) {
        if faultyTag == nil { faultyTag = tag }
    }

    /// What was odd about the text of the record.
    ///
    /// - Throws: where at least four bytes beyond ASCII, and a quarter of them (MARC-8: a tenth, since most of its codes
    ///   have a meaning), mean nothing in the encoding.
    func warnings() throws(RecordFault) -> [RecordFault] {
        let tag = faultyTag ?? "?"
        if replaced >= 4, replaced * (encoding == .utf8 ? 4 : 10) >= nonASCII {
            throw .marcCodePage(tag: tag, isUTF8: encoding == .utf8)
        }
        var warnings: [RecordFault] = []
        if isFlagWrong { warnings.append(encoding == .utf8 ? .marcUnflaggedUTF8 : .marcMisflaggedMARC8) }
        if replaced > 0 { warnings.append(.marcBadCharacters(replaced, tag: tag, isUTF8: encoding == .utf8)) }
        if brokenEscapes > 0 { warnings.append(.marcBadEscapes(brokenEscapes, tag: tag)) }
        if eastAsian > 0 { warnings.append(.marcEastAsian(eastAsian)) }
        return warnings
    }
}
