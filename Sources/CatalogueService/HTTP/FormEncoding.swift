/// Percent-encoding for the addresses we print.
enum FormEncoding {
    /// A value in a query: everything but unreserved characters (RFC 3986 §2.3) is encoded, a space as `+`.
    static func query(_ text: String) -> String { encoded(text, keeping: "-._~", space: "+") }

    /// One segment of a path; `:` and `@` may stand there (RFC 3986 §3.3).
    static func pathSegment(_ text: String) -> String { encoded(text, keeping: "-._~:@", space: "%20") }

    private static let hex = Array("0123456789ABCDEF")

    private static func encoded(_ text: String, keeping kept: String, space: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if byte == 0x20 {
                encoded += space
            } else if scalar.isASCII,
                scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
                    || kept.unicodeScalars.contains(scalar)
            {
                encoded.unicodeScalars.append(scalar)
            } else {
                encoded += "%"
                encoded.append(hex[Int(byte >> 4)])
                encoded.append(hex[Int(byte & 15)])
            }
        }
        return encoded
    }
}
