/// The query part of an address as HTML forms send it (WHATWG URL, `application/x-www-form-urlencoded`).
///
/// Hummingbird leaves `+` as it is, which would turn `a+b` into one word; hence our own. Bytes that are not UTF-8 become
/// U+FFFD, a stray `%` stays.
struct FormQuery: Sendable {
    /// In the order sent; a name may come more than once.
    let items: [(name: String, value: String)]

    init(_ query: String?) {
        items = (query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value of `name`.
    subscript(name: String) -> String? {
        items.first { $0.name == name }?.value
    }

    /// All values of `name` that are not empty.
    func all(_ name: String) -> [String] {
        items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    private static func decoded(_ bytes: Substring.UTF8View.SubSequence) -> String {
        var decoded: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if let value = hexByte(rest.prefix(2)) {
                    decoded.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    decoded.append(byte)
                }
            default: decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexByte(_ digits: Substring.UTF8View.SubSequence) -> UInt8? {
        guard digits.count == 2, let text = String(Substring(digits)) as String?,
            text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
        else { return nil }
        return UInt8(text, radix: 16)
    }
}
