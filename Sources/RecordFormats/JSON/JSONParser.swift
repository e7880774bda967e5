/// Reads one JSON text (RFC 8259) from UTF-8 bytes that have been checked.
///
/// Strict but in one place: half a surrogate pair (`\ud800` alone) becomes U+FFFD and is counted, since the rest of such
/// a record is usually sound.
struct JSONParser {
    /// Lists and objects inside one another; deeper input is an attack or an accident.
    static let deepest = 64

    private let bytes: [UInt8]
    private var position = 0
    private(set) var loneSurrogates = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Throws: `JSONSyntaxError` where the bytes are not exactly one JSON value.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try self.value(depth: 0)
        if let byte = nextByte() { throw error(.unexpectedByte(byte)) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        let byte = try peek()
        switch byte {
        case ASCII.quote: return .string(try string())
        case ASCII.openBrace, ASCII.openBracket:
            guard depth < Self.deepest else { throw error(.tooDeep) }
            return byte == ASCII.openBrace ? try object(depth: depth + 1) : try array(depth: depth + 1)
        case 0x2D, 0x30...0x39: return .number(try number())
        case 0x74: return try literal("true", .bool(true))
        case 0x66: return try literal("false", .bool(false))
        case 0x6E: return try literal("null", .null)
        default: throw error(byte == 0 ? .nulCharacter : .unexpectedByte(byte))
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        if try take(ASCII.closeBrace) { return .object(members) }
        repeat {
            guard try peek() == ASCII.quote else { throw error(.unexpectedByte(bytes[position])) }
            let key = try string()
            guard try take(ASCII.colon) else { throw error(.unexpectedByte(bytes[position])) }
            members.append(.init(key: key, value: try value(depth: depth)))
        } while try !listCloses(with: ASCII.closeBrace)
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        if try take(ASCII.closeBracket) { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth))
        } while try !listCloses(with: ASCII.closeBracket)
        return .array(elements)
    }

    /// Takes the closing byte and answers true, or takes a comma and answers false.
    private mutating func listCloses(with close: UInt8) throws(JSONSyntaxError) -> Bool {
        if try take(close) { return true }
        guard try take(ASCII.comma) else { throw error(.unexpectedByte(bytes[position])) }
        return false
    }

    private mutating func take(_ byte: UInt8) throws(JSONSyntaxError) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func peek() throws(JSONSyntaxError) -> UInt8 {
        guard let byte = nextByte() else { throw error(.endsTooEarly) }
        return byte
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count else { throw error(.endsTooEarly) }
            guard bytes[position] == word.utf8Start[index] else { throw error(.unexpectedByte(bytes[position])) }
            position += 1
        }
        return value
    }

    /// Skips white space; nil at the end.
    private mutating func nextByte() -> UInt8? {
        while position < bytes.count {
            if !ASCII.isBlank(bytes[position]) { return bytes[position] }
            position += 1
        }
        return nil
    }

    private func error(_ fault: JSONSyntaxError.Fault) -> JSONSyntaxError {
        JSONSyntaxError(offset: position, fault: fault)
    }
}

// MARK: Numbers and strings

extension JSONParser {
    private mutating func number() throws(JSONSyntaxError) -> String {
        let start = position
        if bytes[position] == 0x2D { position += 1 }
        let whole = position
        try digits()
        if bytes[whole] == 0x30, position > whole + 1 { throw error(.badNumber) }
        if position < bytes.count, bytes[position] == 0x2E {
            position += 1
            try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == 0x65 {
            position += 1
            if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while position < bytes.count, ASCII.isDigit(bytes[position]) { position += 1 }
        if position == start { throw error(position == bytes.count ? .endsTooEarly : .badNumber) }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        let start = position
        try skipPlainBytes()
        if bytes[position] == ASCII.quote {
            position += 1
            return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
        var decoded = Array(bytes[start..<position])
        while bytes[position] == ASCII.backslash {
            try escape(into: &decoded)
            let plain = position
            try skipPlainBytes()
            decoded.append(contentsOf: bytes[plain..<position])
        }
        position += 1
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Moves on to the next quote or backslash.
    private mutating func skipPlainBytes() throws(JSONSyntaxError) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == ASCII.quote || byte == ASCII.backslash { return }
            if byte < 0x20 { throw error(byte == 0 ? .nulCharacter : .controlCharacter(byte)) }
            position += 1
        }
        throw error(.endsTooEarly)
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(JSONSyntaxError) {
        guard position + 1 < bytes.count else {
            position = bytes.count
            throw error(.endsTooEarly)
        }
        position += 2
        switch bytes[position - 1] {
        case ASCII.quote: decoded.append(ASCII.quote)
        case ASCII.backslash: decoded.append(ASCII.backslash)
        case 0x2F: decoded.append(0x2F)
        case 0x62: decoded.append(0x08)
        case 0x66: decoded.append(0x0C)
        case 0x6E: decoded.append(ASCII.newline)
        case 0x72: decoded.append(ASCII.carriageReturn)
        case 0x74: decoded.append(ASCII.tab)
        case 0x75: decoded.append(contentsOf: Array(String(Character(try scalarAfterU())).utf8))
        default:
            position -= 2
            throw error(.badEscape)
        }
    }

    private mutating func scalarAfterU() throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try fourHexDigits()
        if unit == 0 { throw error(.nulCharacter) }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let rest = position
        if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == ASCII.backslash, bytes[position + 1] == 0x75 {
            position += 2
            let low = try fourHexDigits()
            if 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)) {
                return scalar
            }
            position = rest
        }
        loneSurrogates += 1
        return "\u{FFFD}"
    }

    private mutating func fourHexDigits() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count else { throw error(.endsTooEarly) }
            guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, bytes[position] < 0x80 else {
                throw error(.badEscape)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
