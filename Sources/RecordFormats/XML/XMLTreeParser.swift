import CXML

/// Parses units with libxml2: without a DTD, entities or the network.
///
/// One push parser takes one unit after another within a synthetic root that declares the namespaces in scope; after an
/// error, or where the namespaces change, another parser takes over. Not for use by more than one thread.
final class XMLTreeParser {
    /// Bytes after which a parser is replaced: its dictionary of names only grows.
    private static let lifetime = 64 << 20
    private static let isInitialised: Bool = {
        xmlInitParser()
        return true
    }()

    private let builder: UnsafeMutablePointer<XMLTreeBuilder>
    private var context: xmlParserCtxtPtr?
    private var scope: Int?
    private var bytesParsed = 0

    init() {
        builder = UnsafeMutablePointer.allocate(capacity: 1)
        builder.initialize(to: XMLTreeBuilder())
    }

    deinit {
        close()
        builder.deinitialize(count: 1)
        builder.deallocate()
    }

    /// The element `bytes` hold, and the prefixes in it that nothing declares.
    ///
    /// - Parameters:
    ///   - bytes: of one whole element in UTF-8.
    ///   - line: on which it begins.
    ///   - scope: number of the set `namespaces`.
    /// - Throws: `XMLSyntaxFault` where it is not well-formed.
    func element(
        in bytes: UnsafeBufferPointer<UInt8>, line: Int, scope: Int, namespaces: [String: String]
    ) throws(XMLSyntaxFault) -> (element: XMLElement, undeclaredPrefixes: [String]) {
        if context == nil || self.scope != scope || bytesParsed > Self.lifetime { open(scope, namespaces) }
        guard let context else { throw .other("libxml2: out of memory") }
        builder.pointee.begin(lineOffset: line - Int(context.pointee.input?.pointee.line ?? 1))
        push(bytes, to: context)
        if context.pointee.wellFormed == 0 || builder.pointee.fault != nil {
            let fault = builder.pointee.fault
            close()
            throw fault ?? .endsTooEarly
        }
        guard let element = builder.pointee.takeCompleted() else {
            close()
            throw .endsTooEarly
        }
        bytesParsed += bytes.count
        return (element, builder.pointee.undeclaredPrefixes)
    }

    private func push(_ bytes: UnsafeBufferPointer<UInt8>, to context: xmlParserCtxtPtr) {
        bytes.withMemoryRebound(to: CChar.self) { characters in
            _ = xmlParseChunk(context, characters.baseAddress, Int32(clamping: characters.count), 0)
        }
    }

    private func close() {
        if let context { xmlFreeParserCtxt(context) }
        context = nil
    }
}

// MARK: Opening a parser

extension XMLTreeParser {
    private func open(_ scope: Int, _ namespaces: [String: String]) {
        close()
        guard Self.isInitialised else { return }
        builder.deinitialize(count: 1)
        builder.initialize(to: XMLTreeBuilder())
        var handler = Self.makeHandler()
        guard let context = xmlCreatePushParserCtxt(&handler, builder, nil, 0, nil) else { return }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        builder.pointee.context = context
        self.context = context
        self.scope = scope
        bytesParsed = 0
        Array(Self.root(namespaces).utf8).withUnsafeBufferPointer { push($0, to: context) }
    }

    private static func root(_ namespaces: [String: String]) -> String {
        var tag = "<root"
        for (prefix, namespace) in namespaces.sorted(by: { $0.key < $1.key }) where prefix != "xml" && prefix != "xmlns"
        {
            // A prefix cannot be undeclared in XML 1.0.
            if !prefix.isEmpty, namespace.isEmpty { continue }
            let escaped = namespace.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
                "\"", with: "&quot;")
            tag += prefix.isEmpty ? " xmlns=\"\(escaped)\"" : " xmlns:\(prefix)=\"\(escaped)\""
        }
        return tag + ">"
    }

    private static func makeHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF
        handler.startElementNs = { builder, local, _, namespace, namespaces, _, attributes, _, values in
            guard let builder, let local else { return }
            let pointer = builder.assumingMemoryBound(to: XMLTreeBuilder.self)
            pointer.pointee.start(
                local, namespace, namespaces: Int(namespaces), attributes: Int(attributes), values)
        }
        handler.endElementNs = { builder, _, _, _ in
            builder?.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.end()
        }
        let characters: charactersSAXFunc = { builder, text, count in
            guard let builder, let text else { return }
            builder.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.characters(text, Int(count))
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        handler.serror = { builder, error in
            guard let builder, let error else { return }
            builder.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.report(error.pointee)
        }
        return handler
    }
}
