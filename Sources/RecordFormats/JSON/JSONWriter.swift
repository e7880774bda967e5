/// Writes JSON, value by value, as UTF-8 bytes that may stand in an HTML `<script>` as they are.
///
/// `<`, `>`, `&`, U+2028 and U+2029 are written as `\u…`, so no text can end the script or break the line.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("total", 2)
///         json.member("titles", ["Đại số", "Hình học"])
///     }
///     json.bytes  // {"total":2,"titles":["Đại số","Hình học"]}
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter capacity: bytes the result will probably have.
    package init(capacity: Int = 1_024) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func object<Failure: Error>(_ members: (inout JSONWriter) throws(Failure) -> Void) throws(Failure)
    {
        open(ASCII.openBrace)
        try members(&self)
        close(ASCII.closeBrace)
    }

    package mutating func array<Failure: Error>(_ elements: (inout JSONWriter) throws(Failure) -> Void) throws(Failure)
    {
        open(ASCII.openBracket)
        try elements(&self)
        close(ASCII.closeBracket)
    }

    /// The key of the next value; only within an object.
    package mutating func key(_ key: String) {
        string(key)
        bytes.append(ASCII.colon)
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        bytes.append(ASCII.quote)
        var text = text
        text.withUTF8 { appendEscaped($0) }
        bytes.append(ASCII.quote)
    }

    package mutating func number(_ number: Int) { literal(String(number)) }

    /// JSON knows no infinity: what is not finite becomes null.
    package mutating func number(_ number: Double) { literal(number.isFinite ? number.description : "null") }

    package mutating func bool(_ flag: Bool) { literal(flag ? "true" : "false") }

    package mutating func null() { literal("null") }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func separate() {
        if needsComma { bytes.append(ASCII.comma) }
        needsComma = true
    }

    private mutating func open(_ byte: UInt8) {
        separate()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }
}

// MARK: Members

extension JSONWriter {
    package mutating func member(_ key: String, _ text: String) {
        self.key(key)
        string(text)
    }

    package mutating func member(_ key: String, _ number: Int) {
        self.key(key)
        self.number(number)
    }

    package mutating func member(_ key: String, _ number: Double) {
        self.key(key)
        self.number(number)
    }

    package mutating func member(_ key: String, _ flag: Bool) {
        self.key(key)
        bool(flag)
    }

    package mutating func member(_ key: String, _ texts: [String]) {
        self.key(key)
        array { json in texts.forEach { json.string($0) } }
    }
}

// MARK: Escaping

extension JSONWriter {
    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// Whether a byte must be escaped, or may begin U+2028 or U+2029.
    private static let isSpecial: [Bool] = (0...255).map { byte in
        byte < 0x20 || [0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F, 0xE2].contains(byte)
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard Self.isSpecial[Int(byte)] else {
                index += 1
                continue
            }
            var length = 1
            var unit = UInt16(byte)
            if byte == 0xE2 {
                guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else {
                    index += 1
                    continue
                }
                length = 3
                unit = 0x2028 + UInt16(text[index + 2] & 1)
            }
            bytes.append(contentsOf: text[plain..<index])
            appendEscape(unit)
            index += length
            plain = index
        }
        bytes.append(contentsOf: text[plain...])
    }

    private mutating func appendEscape(_ unit: UInt16) {
        bytes.append(ASCII.backslash)
        switch unit {
        case 0x22, 0x5C: bytes.append(UInt8(unit))
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        default:
            bytes.append(0x75)
            for shift in [12, 8, 4, 0] { bytes.append(Self.hexDigits[Int(unit >> shift) & 0xF]) }
        }
    }
}
