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
    private let isFlagMissing: Bool
    private var nonASCII = 0
    private var replaced = 0
    private var eastAsian = 0
    private var brokenEscapes = 0
    /// Tag of the first field with a fault.
    private var faultyTag: String?

    /// - Parameter fields: of the whole record.
    init(leader: String, fields: [ISO2709Record.Field]) {
        let isFlagged = Array(leader.utf8).dropFirst(9).first == 0x61
        let isUTF8 = isFlagged || Self.isUnmistakableUTF8(fields)
        encoding = isUTF8 ? .utf8 : .marc8
        isFlagMissing = isUTF8 && !isFlagged
    }

    /// Whether there are bytes beyond ASCII, all of them UTF-8, and no escape of MARC-8: text in MARC-8 hardly ever
    /// forms even one valid sequence, since its marks are followed by letters of ASCII.
    private static func isUnmistakableUTF8(_ fields: [ISO2709Record.Field]) -> Bool {
        var isBeyondASCII = false
        for field in fields {
            if field.bytes.contains(0x1B) { return false }
            guard field.bytes.contains(where: { $0 >= 0x80 }) else { continue }
            isBeyondASCII = true
            if firstInvalidUTF8(in: Array(field.bytes)) != nil { return false }
        }
        return isBeyondASCII
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
    /// - Throws: where a quarter of the bytes beyond ASCII, and at least four, mean nothing in the encoding.
    func warnings() throws(RecordFault) -> [RecordFault] {
        let tag = faultyTag ?? "?"
        if replaced >= 4, replaced * 4 >= nonASCII {
            throw .marcCodePage(tag: tag, isUTF8: encoding == .utf8 && !isFlagMissing)
        }
        var warnings: [RecordFault] = []
        if isFlagMissing { warnings.append(.marcUnflaggedUTF8) }
        if replaced > 0 { warnings.append(.marcBadCharacters(replaced, tag: tag, isUTF8: encoding == .utf8)) }
        if brokenEscapes > 0 { warnings.append(.marcBadEscapes(brokenEscapes, tag: tag)) }
        if eastAsian > 0 { warnings.append(.marcEastAsian(eastAsian)) }
        return warnings
    }
}
