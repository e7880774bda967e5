/// Percent-encoding (RFC 3986 §2) in one spelling.
enum PercentEncoding {
    /// `text` with letters, digits and `-._~` as they are, whatever was encoded and need not be decoded, and everything else
    /// that no address may hold encoded; hexadecimal digits in capitals.
    static func normalised(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x25, index + 2 < bytes.count, let value = value(bytes[index + 1], bytes[index + 2]) {
                if isUnreserved(value) { output.append(value) } else { append(value, to: &output) }
                index += 3
                continue
            }
            if isAllowed(byte) { output.append(byte) } else { append(byte, to: &output) }
            index += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Everything but letters, digits and `-._~` encoded: for putting a value into an address.
    static func encoded(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) { output.append(byte) } else { append(byte, to: &output) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// White space, control characters and `%` encoded, all else as it is.
    static func spaceless(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace {
                output += encoded(String(Character(scalar)))
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    private static func append(_ byte: UInt8, to output: inout [UInt8]) {
        output += [0x25, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    private static func value(_ high: UInt8, _ low: UInt8) -> UInt8? {
        guard let high = Character(Unicode.Scalar(high)).hexDigitValue,
            let low = Character(Unicode.Scalar(low)).hexDigitValue
        else { return nil }
        return UInt8(high * 16 + low)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 && byte < 0x80 || 0x30...0x39 ~= byte || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
    }

    /// Reserved and unreserved characters, and a stray `%`, which becomes `%25`.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || "!*'();:@&=+$,/?[]#".utf8.contains(byte)
    }
}
