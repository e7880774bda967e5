import Foundation

/// Cuts bytes in UTF-8 into pieces of markup, without judging what stands in them.
struct XMLTokenizer {
    private var commentEnd = XMLTerminator("-->")
    private var cdataEnd = XMLTerminator("]]>")
    private var instructionEnd = XMLTerminator("?>")

    /// The token at `start` and the offset at which it ends.
    ///
    /// - Parameters:
    ///   - base: offset of `bytes` in the whole input: lets searches that failed be remembered.
    ///   - isAtEnd: whether nothing comes after `bytes`.
    /// - Complexity: linear in the token; a comment or the like that never closes is searched through once.
    mutating func token(
        in bytes: UnsafeBufferPointer<UInt8>, at start: Int, base: Int, isAtEnd: Bool
    ) -> (token: XMLToken, end: Int) {
        guard start < bytes.count else { return (.incomplete, start) }
        guard bytes[start] == XMLByte.less else { return (.text, Self.textEnd(bytes, from: start)) }
        guard start + 1 < bytes.count else { return isAtEnd ? (.text, start + 1) : (.incomplete, start) }
        switch bytes[start + 1] {
        case XMLByte.slash: return Self.endTag(bytes, start)
        case XMLByte.question:
            return Self.closed(.instruction, by: &instructionEnd, bytes, from: start + 2, base: base)
        case XMLByte.exclamation: return declaration(bytes, start, base, isAtEnd)
        case let byte where XMLByte.startsName(byte): return Self.startTag(bytes, start)
        default: return (.text, Self.textEnd(bytes, from: start + 1))
        }
    }

    private mutating func declaration(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ base: Int, _ isAtEnd: Bool
    ) -> (token: XMLToken, end: Int) {
        if Self.begins(bytes, start, "<!--") {
            return Self.closed(.comment, by: &commentEnd, bytes, from: start + 4, base: base)
        }
        if Self.begins(bytes, start, "<![CDATA[") {
            return Self.closed(.cdata, by: &cdataEnd, bytes, from: start + 9, base: base)
        }
        if Self.begins(bytes, start, "<!DOCTYPE") || Self.begins(bytes, start, "<!doctype") {
            return Self.doctype(bytes, start)
        }
        return (bytes.count - start < 9 && !isAtEnd ? .incomplete : .broken, start)
    }

    private static func closed(
        _ token: XMLToken, by terminator: inout XMLTerminator, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        base: Int
    ) -> (token: XMLToken, end: Int) {
        guard let end = terminator.end(in: bytes, from: start, base: base) else { return (.incomplete, start) }
        return (token, end)
    }

    static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: StaticString) -> Bool {
        guard bytes.count - start >= text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
        return memcmp(base + start, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private static func textEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x3C, bytes.count - start) else {
            return bytes.count
        }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
}

// MARK: Tags

extension XMLTokenizer {
    private static func nameEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, XMLByte.continuesName(bytes[end]) { end += 1 }
        return end
    }

    private static func endTag(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (token: XMLToken, end: Int) {
        let nameEnd = nameEnd(bytes, from: start + 2)
        var end = nameEnd
        while end < bytes.count, ASCII.isBlank(bytes[end]) { end += 1 }
        guard end < bytes.count else { return (.incomplete, start) }
        let isWhole = bytes[end] == XMLByte.greater && nameEnd > start + 2
        return isWhole ? (.endTag(nameEnd: nameEnd), end + 1) : (.broken, start)
    }

    private static func startTag(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (token: XMLToken, end: Int) {
        let nameEnd = nameEnd(bytes, from: start + 1)
        var attributes = 0
        var index = nameEnd
        while index < bytes.count {
            switch bytes[index] {
            case XMLByte.greater:
                let isEmpty = index > nameEnd && bytes[index - 1] == XMLByte.slash
                return (.startTag(nameEnd: nameEnd, attributes: attributes, isEmpty: isEmpty), index + 1)
            case XMLByte.less: return (.broken, start)
            case ASCII.quote, XMLByte.apostrophe:
                let quote = bytes[index]
                index += 1
                while index < bytes.count, bytes[index] != quote {
                    if bytes[index] == XMLByte.less { return (.broken, start) }
                    index += 1
                }
                attributes += 1
                index += 1
            default: index += 1
            }
        }
        return (.incomplete, start)
    }

    private static func doctype(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (token: XMLToken, end: Int) {
        var quote: UInt8?
        for index in start + 9..<bytes.count {
            switch (bytes[index], quote) {
            case (let byte, let open?): if byte == open { quote = nil }
            case (ASCII.quote, nil), (XMLByte.apostrophe, nil): quote = bytes[index]
            case (ASCII.openBracket, nil): return (.doctype(hasSubset: true), index + 1)
            case (XMLByte.greater, nil): return (.doctype(hasSubset: false), index + 1)
            case (XMLByte.less, nil): return (.broken, start)
            default: break
            }
        }
        return (.incomplete, start)
    }
}
