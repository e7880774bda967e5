import Foundation

/// Finds the end of a unit by its tags, over as many calls as its bytes take to come.
///
/// A unit never holds an element of its own expanded name: where one begins, the end tag before it is missing. That keeps
/// a damaged unit from swallowing its neighbours, and the time linear.
struct XMLUnitScan {
    enum Step {
        /// - Parameter length: bytes of the unit.
        case complete(length: Int)
        case needsBytes
        case damaged(XMLSyntaxFault, offset: Int)
    }

    private struct Open {
        let name: Range<Int>
        /// Whether the prefix of the unit's name still stands for the unit's namespace.
        let keepsNamespace: Bool
    }

    static let depthLimit = 100
    static let attributeLimit = 256

    /// Of the unit, with its prefix.
    let name: String
    private let prefix: String
    private let namespace: String
    /// Offset from the start of the unit up to which it was looked through.
    private(set) var offset = 0
    private var open: [Open] = []

    /// - Parameters:
    ///   - qualifiedName: of the unit, with its prefix.
    ///   - namespace: of the unit.
    init(qualifiedName: String, namespace: String) {
        name = qualifiedName
        prefix = XMLStartTag.split(qualifiedName).prefix
        self.namespace = namespace
    }

    /// - Parameters:
    ///   - bytes: from the start of the unit to the last byte that is there.
    ///   - base: offset of `bytes` in the whole input.
    mutating func run(
        _ bytes: UnsafeBufferPointer<UInt8>, base: Int, isAtEnd: Bool, tokenizer: inout XMLTokenizer
    ) -> Step {
        while true {
            let (token, end) = tokenizer.token(in: bytes, at: offset, base: base, isAtEnd: isAtEnd)
            var fault: XMLSyntaxFault?
            switch token {
            case .incomplete: return .needsBytes
            case .broken, .doctype: fault = .brokenTag
            case .text, .comment, .cdata, .instruction: break
            case .startTag(let nameEnd, let attributes, let isEmpty):
                let tag = UnsafeBufferPointer(rebasing: bytes[offset..<end])
                let keeps = keepsNamespace(tag, attributes)
                fault = self.fault(bytes, name: offset + 1..<nameEnd, attributes, keeps, isEmpty)
                if !isEmpty { open.append(Open(name: offset + 1..<nameEnd, keepsNamespace: keeps)) }
            case .endTag(let nameEnd): fault = close(bytes, offset + 2..<nameEnd)
            }
            if let fault { return .damaged(fault, offset: offset) }
            offset = end
            if open.isEmpty { return .complete(length: end) }
        }
    }

    private func fault(
        _ bytes: UnsafeBufferPointer<UInt8>, name: Range<Int>, _ attributes: Int, _ keepsNamespace: Bool,
        _ isEmpty: Bool
    ) -> XMLSyntaxFault? {
        if attributes > Self.attributeLimit { return .tooManyAttributes }
        if open.count >= Self.depthLimit, !isEmpty { return .tooDeep }
        guard let unit = open.first, keepsNamespace, Self.areEqual(bytes, unit.name, name) else { return nil }
        return .neverCloses(Self.text(bytes, unit.name))
    }

    private mutating func close(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> XMLSyntaxFault? {
        guard let last = open.popLast(), !Self.areEqual(bytes, last.name, name) else { return nil }
        return .mismatch(open: Self.text(bytes, last.name), close: Self.text(bytes, name))
    }

    private func keepsNamespace(_ tag: UnsafeBufferPointer<UInt8>, _ attributes: Int) -> Bool {
        let inherited = open.last?.keepsNamespace ?? true
        guard attributes > 0, !open.isEmpty, firstOffset(of: "xmlns", in: tag, from: 0) != nil else { return inherited }
        return XMLStartTag(tag).namespaces[prefix].map { $0 == namespace } ?? inherited
    }

    private static func areEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        guard a.count == b.count, let address = bytes.baseAddress else { return false }
        return memcmp(address + a.lowerBound, address + b.lowerBound, a.count) == 0
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: bytes[range].prefix(80), as: UTF8.self)
    }
}
