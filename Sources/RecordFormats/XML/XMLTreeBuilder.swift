import CXML

/// Builds one element after another from the calls of libxml2's SAX2 interface.
struct XMLTreeBuilder {
    private struct Frame {
        let name: XMLName
        let attributes: [XMLElement.Attribute]
        let line: Int
        let namespaces: Int
        var content: [XMLElement.Content] = []
    }

    /// Namespace declarations in scope within one unit.
    private static let namespaceLimit = 512

    private var names = XMLNameCache()
    private var frames: [Frame] = []
    private var text: [UInt8] = []
    private var namespacesInScope = 0
    /// The element that was completed last, of those that stand directly within the synthetic root.
    private var completed: XMLElement?
    /// 0 before the synthetic root, 1 within it.
    private var depth = 0
    private(set) var fault: XMLSyntaxFault?
    private(set) var undeclaredPrefixes: [String] = []
    /// The parser that calls.
    var context: xmlParserCtxtPtr?
    /// Added to its line numbers.
    private var lineOffset = 0

    /// Ready for another unit.
    mutating func begin(lineOffset: Int) {
        self.lineOffset = lineOffset
        frames.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        (namespacesInScope, completed, fault) = (0, nil, nil)
        undeclaredPrefixes.removeAll()
        depth = 1
    }

    mutating func takeCompleted() -> XMLElement? {
        defer { completed = nil }
        return completed
    }
}

// MARK: Calls from the parser

extension XMLTreeBuilder {
    typealias Characters = UnsafePointer<xmlChar>

    mutating func start(
        _ local: Characters, _ namespace: Characters?, namespaces: Int, attributes: Int,
        _ values: UnsafeMutablePointer<Characters?>?
    ) {
        depth += 1
        guard depth > 1, fault == nil else { return }
        flushText()
        namespacesInScope += namespaces
        if namespacesInScope > Self.namespaceLimit {
            fault = .tooManyNamespaces
            xmlStopParser(context)
        }
        let line = Int(context?.pointee.input?.pointee.line ?? 1) + lineOffset
        frames.append(
            Frame(
                name: names.name(local, namespace), attributes: self.attributes(attributes, values), line: line,
                namespaces: namespaces))
    }

    private mutating func attributes(
        _ count: Int, _ values: UnsafeMutablePointer<Characters?>?
    ) -> [XMLElement.Attribute] {
        guard count > 0, let values else { return [] }
        var attributes: [XMLElement.Attribute] = []
        attributes.reserveCapacity(count)
        for index in 0..<count {
            let parts = values + index * 5
            guard let name = parts[0], let start = parts[3], let end = parts[4] else { continue }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            attributes.append(XMLElement.Attribute(name: names.name(name, parts[2]), value: value))
        }
        return attributes
    }

    mutating func end() {
        depth -= 1
        guard fault == nil else { return }
        flushText()
        guard let frame = frames.popLast() else { return }
        namespacesInScope -= frame.namespaces
        let element = XMLElement(
            name: frame.name, attributes: frame.attributes, content: frame.content, line: frame.line)
        if frames.isEmpty {
            completed = element
        } else {
            frames[frames.count - 1].content.append(.element(element))
        }
    }

    mutating func characters(_ start: Characters, _ count: Int) {
        guard !frames.isEmpty else { return }
        text.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    mutating func report(_ error: xmlError) {
        if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
            let prefix = error.str1.map { String(cString: $0) } ?? ""
            if undeclaredPrefixes.count < 10, !undeclaredPrefixes.contains(prefix) { undeclaredPrefixes.append(prefix) }
        } else if fault == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue {
            fault = XMLSyntaxFault(error)
        }
    }

    /// White space with a line break in it only lays the markup out: one line break stands for it.
    private mutating func flushText() {
        guard !text.isEmpty else { return }
        let isLayout = text.count > 1 && text.contains(ASCII.newline) && text.allSatisfy(ASCII.isBlank)
        let string = isLayout ? "\n" : String(decoding: text, as: UTF8.self)
        frames[frames.count - 1].content.append(.text(string))
        text.removeAll(keepingCapacity: true)
    }
}

extension XMLSyntaxFault {
    init(_ error: xmlError) {
        let detail = error.str1.map { String(String(cString: $0).prefix(80)) } ?? ""
        switch xmlParserErrors(rawValue: UInt32(max(0, error.code))) {
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: self = .undefinedEntity(detail)
        case XML_ERR_INVALID_ENCODING: self = .invalidEncoding
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF: self = .forbiddenCharacter
        case XML_ERR_ATTRIBUTE_REDEFINED: self = .duplicateAttribute
        default:
            let message = error.message.map { String(cString: $0).trimmed } ?? "error \(error.code)"
            self = .other(String(message.prefix(200)))
        }
    }
}
