/// A path pattern of a robots.txt (RFC 9309 §2.2.2, §2.2.3).
struct RobotsPattern: Hashable, Sendable {
    /// What stands between the `*`, in order.
    private let pieces: [[UInt8]]
    /// Whether the pattern must reach the end of the path.
    private let isAnchored: Bool
    /// Octets of the pattern: the longer one decides.
    let length: Int

    /// Bytes of a pattern or path that are compared; nobody writes longer ones in earnest.
    private static let limit = 2048

    init(_ text: some StringProtocol) {
        let bytes = Self.normalised(text.utf8, isPattern: true)
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        pieces = (isAnchored ? bytes.dropLast() : bytes[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// - Parameter path: normalised.
    /// - Complexity: O(path · pattern) for hostile patterns, linear for honest ones.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        var rest = path[first.count...]
        for (index, piece) in pieces.enumerated().dropFirst() {
            if isAnchored, index == pieces.count - 1 {
                return rest.count >= piece.count && rest.suffix(piece.count).elementsEqual(piece)
            }
            if piece.isEmpty { continue }
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return !isAnchored || rest.isEmpty
    }

    /// One spelling for each octet: unreserved characters as they are, everything else that may not stand in an address
    /// and all other codes as upper-case `%XX`. In a path, `*` and `$` become codes, so that they meet only themselves.
    static func normalised(_ text: some Sequence<UInt8>, isPattern: Bool) -> [UInt8] {
        let bytes = Array(text.prefix(limit))
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = PercentEncoding.hexValue(bytes[index + 1]),
                let low = PercentEncoding.hexValue(bytes[index + 2])
            {
                let value = high << 4 | low
                if PercentEncoding.isUnreserved(value) {
                    result.append(value)
                } else {
                    result += PercentEncoding.code(value).utf8
                }
                index += 3
                continue
            }
            let isSpecial = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")
            let isMeant = isPattern && (byte == UInt8(ascii: "*") || index == bytes.count - 1)
            if 0x21..<0x7F ~= byte && (isMeant || !isSpecial) {
                result.append(byte)
            } else {
                result += PercentEncoding.code(byte).utf8
            }
            index += 1
        }
        return result
    }
}
