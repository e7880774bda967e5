import Foundation

/// The host of an address in its one canonical spelling.
package enum HTTPHost: Hashable, Sendable {
    /// Lower-case ASCII (IDNA A-labels), no dot at the end.
    case name(String)
    case address(IPAddress)

    /// Reads what stands between `//` and the port.
    ///
    /// All notations of IPv4 that some resolver would accept are read as WHATWG URL §3.5 reads them: fewer than four
    /// parts, octal, hexadecimal. Letters beyond ASCII go through IDNA, full-width digits among them.
    ///
    /// - Returns: nil where no resolver should be asked: empty, too long, with a zone or with odd characters.
    package init?(_ text: some StringProtocol) {
        if text.hasPrefix("[") {
            guard text.hasSuffix("]"), case .v6? = IPAddress(String(text.dropFirst().dropLast())) else { return nil }
            self.init(literal: String(text.dropFirst().dropLast()))
            return
        }
        guard let ascii = Self.ascii(String(text)) else { return nil }
        let labels = ascii.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last, labels.allSatisfy({ 1...63 ~= $0.utf8.count }) else { return nil }
        if Self.looksLikeNumber(last) {
            guard let address = Self.address(labels) else { return nil }
            self = .address(address)
        } else {
            self = .name(ascii)
        }
    }

    private init?(literal: String) {
        guard let address = IPAddress(literal) else { return nil }
        self = .address(address)
    }

    private static func ascii(_ text: String) -> String? {
        guard text.utf8.count <= 1024 else { return nil }
        var name = text
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            guard let converted = URL(string: "http://\(text)/")?.host else { return nil }
            name = converted
        }
        name = name.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        let isNameByte = { (byte: UInt8) in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
            default: false
            }
        }
        return 1...253 ~= name.utf8.count && name.utf8.allSatisfy(isNameByte) ? name : nil
    }

    /// A host whose last label is a number can be nothing but an address (WHATWG URL §3.5).
    private static func looksLikeNumber(_ label: Substring) -> Bool {
        if label.hasPrefix("0x") { return label.utf8.dropFirst(2).allSatisfy { PercentEncoding.hexValue($0) != nil } }
        return label.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    private static func address(_ labels: [Substring]) -> IPAddress? {
        let parts = labels.map(number)
        guard 1...4 ~= parts.count, !parts.contains(nil) else { return nil }
        let numbers = parts.compactMap(\.self)
        let room = UInt64(1) << (8 * UInt64(5 - numbers.count))
        guard let last = numbers.last, last < room, numbers.dropLast().allSatisfy({ $0 < 256 }) else { return nil }
        let leading = numbers.dropLast().enumerated().reduce(UInt64(0)) {
            $0 | $1.element << (24 - 8 * UInt64($1.offset))
        }
        return .v4(UInt32(leading | last))
    }

    /// Decimal, octal (`0…`) or hexadecimal (`0x…`); nil for what is no number or above 2³².
    private static func number(_ label: Substring) -> UInt64? {
        if label.hasPrefix("0x") {
            let digits = label.dropFirst(2)
            return digits.isEmpty ? 0 : value(digits, radix: 16)
        }
        return label.count > 1 && label.hasPrefix("0") ? value(label, radix: 8) : value(label, radix: 10)
    }

    private static func value(_ digits: Substring, radix: Int) -> UInt64? {
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
            let value = UInt64(digits, radix: radix), value <= UInt64(UInt32.max)
        else { return nil }
        return value
    }
}

extension HTTPHost: CustomStringConvertible {
    /// As it stands in an address: IPv6 in brackets.
    package var description: String {
        switch self {
        case .name(let name): name
        case .address(let address):
            if case .v6 = address { "[\(address)]" } else { address.description }
        }
    }
}
