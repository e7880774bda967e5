/// Mends what is commonly wrong in XML that programs write by hand, byte by byte.
///
/// Bytes that are not UTF-8 become U+FFFD, characters XML 1.0 §2.2 forbids are removed, HTML's named entities become
/// their characters, `&` and `<` that begin nothing are escaped. Tags are left as they are.
struct XMLRepair {
    private(set) var invalidBytes = 0
    private(set) var forbiddenCharacters = 0
    private(set) var entities = 0
    private(set) var bareAmpersands = 0
    private(set) var bareBrackets = 0
    /// What came out.
    private(set) var bytes: [UInt8] = []

    private static let longestEntity = 32

    var changedAnything: Bool {
        invalidBytes + forbiddenCharacters + entities + bareAmpersands + bareBrackets > 0
    }

    init(_ damaged: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(damaged.count + 64)
        var tokenizer = XMLTokenizer()
        var position = 0
        while position < damaged.count {
            let (token, end) = tokenizer.token(in: damaged, at: position, base: 0, isAtEnd: true)
            let next = end > position ? end : damaged.count
            let piece = UnsafeBufferPointer(rebasing: damaged[position..<next])
            switch token {
            case .comment, .cdata, .instruction: copy(piece, replacingReferences: false)
            case .text where damaged[position] == XMLByte.less:
                bareBrackets += 1
                bytes += Array("&lt;".utf8)
                copy(UnsafeBufferPointer(rebasing: piece[1...]), replacingReferences: true)
            default: copy(piece, replacingReferences: true)
            }
            position = next
        }
    }

    private mutating func copy(_ piece: UnsafeBufferPointer<UInt8>, replacingReferences: Bool) {
        var index = 0
        while index < piece.count {
            let byte = piece[index]
            switch byte {
            case XMLByte.ampersand where replacingReferences: index += copyReference(piece, at: index)
            case ASCII.tab, ASCII.newline, ASCII.carriageReturn, 0x20..<0x7F:
                bytes.append(byte)
                index += 1
            case 0..<0x20:
                forbiddenCharacters += 1
                index += 1
            default: index += copyCharacter(piece, at: index)
            }
        }
    }

    /// - Returns: how many bytes were read.
    private mutating func copyCharacter(_ piece: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard piece[index] >= 0x80 else {
            bytes.append(piece[index])
            return 1
        }
        guard let length = utf8SequenceLength(at: index, in: piece) else {
            invalidBytes += 1
            bytes += [0xEF, 0xBF, 0xBD]
            return 1
        }
        if length == 3, piece[index] == 0xEF, piece[index + 1] == 0xBF, piece[index + 2] >= 0xBE {
            forbiddenCharacters += 1
        } else {
            bytes += piece[index..<index + length]
        }
        return length
    }

    /// - Returns: how many bytes were read.
    private mutating func copyReference(_ piece: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let rest = piece[(index + 1)...].prefix(Self.longestEntity)
        guard let end = rest.firstIndex(of: ASCII.semicolon) else { return copyBareAmpersand() }
        let name = String(decoding: piece[index + 1..<end], as: UTF8.self)
        let length = end + 1 - index
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
            bytes += piece[index...end]
            return length
        }
        guard let scalar = HTMLEntities.scalar(named: name) else { return copyBareAmpersand() }
        if !Self.isAllowed(scalar) || name == "#0" {
            forbiddenCharacters += 1
        } else if name.hasPrefix("#") {
            let isLower = !name.hasPrefix("#X") && scalar != "\u{FFFD}"
            if !isLower { entities += 1 }
            bytes += isLower ? Array(piece[index...end]) : Array(String(Character(scalar)).utf8)
        } else {
            entities += 1
            bytes += Array(String(Character(scalar)).utf8)
        }
        return length
    }

    private mutating func copyBareAmpersand() -> Int {
        bareAmpersands += 1
        bytes += Array("&amp;".utf8)
        return 1
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
