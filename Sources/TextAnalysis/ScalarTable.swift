/// Class and decomposition of scalars: a flat table for the scripts with cases and marks, the standard library's
/// properties for the rest.
///
/// Built once per process in about a millisecond.
struct ScalarTable: Sendable {
    static let shared = ScalarTable()

    private static let flatLimit = 0x2500
    /// Class by scalar, below `flatLimit`.
    private let classes: [UInt8]
    /// Start and length of the decomposition in `parts`, below `flatLimit`: `start << 4 | length`; 0 where a scalar
    /// stands for itself.
    private let spans: [UInt32]
    private let distantSpans: [UInt32: UInt32]
    private let parts: [UInt32]

    private init() {
        var parts: [UInt32] = []
        var spans = [UInt32](repeating: 0, count: Self.flatLimit)
        var distant: [UInt32: UInt32] = [:]
        for upper in UInt32(0x41)...0x5A {
            spans[Int(upper)] = UInt32(parts.count) << 4 | 1
            parts.append(upper + 0x20)
        }
        DecompositionData.text.withUTF8Buffer { text in
            var number: UInt32 = 0
            var scalar: UInt32 = 0
            var start = parts.count
            for byte in text {
                switch byte {
                case UInt8(ascii: ":"):
                    scalar = number
                    start = parts.count
                    number = 0
                case UInt8(ascii: "."), UInt8(ascii: ";"):
                    parts.append(number)
                    number = 0
                    guard byte == UInt8(ascii: ";") else { continue }
                    let span = UInt32(start) << 4 | UInt32(parts.count - start)
                    if scalar < Self.flatLimit { spans[Int(scalar)] = span } else { distant[scalar] = span }
                default: number = number << 4 | UInt32(byte < 0x3A ? byte - 0x30 : byte - 0x57)
                }
            }
        }
        self.parts = parts
        self.spans = spans
        distantSpans = distant
        classes = (0..<UInt32(Self.flatLimit)).map { Self.classify($0).rawValue }
    }

    @inline(__always)
    func scalarClass(_ scalar: UInt32) -> ScalarClass {
        if scalar < Self.flatLimit { return ScalarClass(rawValue: classes[Int(scalar)]) ?? .separator }
        return Self.classify(scalar)
    }

    /// Calls `body` with each part of the scalar's lower-case decomposition.
    @inline(__always)
    func decompose(_ scalar: UInt32, _ body: (UInt32) -> Void) {
        let span = scalar < Self.flatLimit ? spans[Int(scalar)] : distantSpans[scalar] ?? 0
        guard span != 0 else { return body(scalar) }
        let start = Int(span >> 4)
        for index in start..<start + Int(span & 15) { body(parts[index]) }
    }

    private static func classify(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x27, 0x2BC, 0x2019: return .apostrophe
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: return .removed
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return .separator }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return isUnspaced(value) ? .unspaced : .letter
        case .decimalNumber, .letterNumber, .otherNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .format: return .removed
        default: return .separator
        }
    }

    /// Han, kana, Thai, Lao, Burmese, Khmer and their kin.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x2E80...0x312F, 0x31A0...0x31BF,
            0x31F0...0x31FF, 0x3400...0x9FFF, 0xAA60...0xAA7F, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
