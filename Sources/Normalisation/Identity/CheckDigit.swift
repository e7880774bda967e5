/// Check digits of book and serial numbers.
enum CheckDigit {
    /// Ten characters, the last a digit or X: weights 10…1, sum divisible by 11 (ISO 2108).
    static func isISBN10(_ digits: [UInt8]) -> Bool {
        digits.count == 10 && isWeighted(digits)
    }

    /// Thirteen digits from 978 or 979: weights 1 and 3, sum divisible by 10 (ISO 2108).
    static func isISBN13(_ digits: [UInt8]) -> Bool {
        guard digits.count == 13, digits.allSatisfy({ $0 <= 9 }),
            digits.starts(with: [9, 7, 8]) || digits.starts(with: [9, 7, 9])
        else { return false }
        return digits.enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
    }

    /// Eight characters, the last a digit or X: weights 8…1, sum divisible by 11 (ISO 3297).
    static func isISSN(_ digits: [UInt8]) -> Bool {
        digits.count == 8 && isWeighted(digits)
    }

    /// The thirteen digits of a ten-digit book number.
    static func isbn13(ofISBN10 digits: [UInt8]) -> [UInt8] {
        let first = [9, 7, 8] + digits.prefix(9)
        let sum = first.enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 2 == 0 ? 1 : 3) }
        return first + [UInt8((10 - sum % 10) % 10)]
    }

    /// Digits and X, which is 10, of text in which hyphens and spaces part groups; nil where anything else stands in it.
    static func digits(_ text: some StringProtocol) -> [UInt8]? {
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value - 0x30))
            case "X", "x": digits.append(10)
            case "-", " ", "\u{2010}"..."\u{2015}", "\u{A0}": continue
            default: return nil
            }
        }
        return digits
    }

    /// Ten may stand at the end only.
    private static func isWeighted(_ digits: [UInt8]) -> Bool {
        guard digits.dropLast().allSatisfy({ $0 <= 9 }) else { return false }
        let count = digits.count
        return digits.enumerated().reduce(0) { $0 + Int($1.element) * (count - $1.offset) } % 11 == 0
    }
}
