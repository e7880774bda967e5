/// Percent-encoding of what is put into addresses (RFC 3986 §2).
enum PercentEncoding {
    /// A name or value in a query: everything but unreserved characters is encoded, a space as `%20`.
    static func query(_ text: String) -> String {
        encoded(text.utf8) { isUnreserved($0) }
    }

    /// Encodes only what may not stand in a path or query at all; a `%` that begins no code is encoded too.
    static func target(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let isCode =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHex(bytes[index + 1])
                && isHex(bytes[index + 2])
            if isCode || isUnreserved(byte) || "!$&'()*+,;=:@/?".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += code(byte)
            }
        }
        return result
    }

    static func encoded(_ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool) -> String {
        var result = ""
        for byte in bytes {
            if isKept(byte) { result.unicodeScalars.append(Unicode.Scalar(byte)) } else { result += code(byte) }
        }
        return result
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// The value of a hexadecimal digit.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    static func code(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }

    private static func isHex(_ byte: UInt8) -> Bool { hexValue(byte) != nil }
}
