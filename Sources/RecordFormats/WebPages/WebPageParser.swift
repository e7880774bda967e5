import CXML

/// Takes the facts out of a page with libxml2's HTML parser, element by element: no tree is built, and nothing loaded.
struct WebPageParser {
    /// Elements inside one another; deeper pages are an attack, since the parser looks through all that are open.
    private static let depthLimit = 256
    /// Comparisons of attributes; takes about a second.
    private static let comparisonLimit = 100_000_000
    private static let blockSize = 64 << 10

    private enum Place {
        case other
        case title
        case script
    }

    private var facts = WebPageFacts()
    private var place = Place.other
    private var depth = 0
    private var isTooDeep = false
    private var context: htmlParserCtxtPtr?

    private init() {}

    /// - Throws: `RecordFault` where the page cannot be parsed.
    static func facts(of page: [UInt8]) throws(RecordFault) -> WebPageFacts {
        let bytes = WebPageText.utf8(page)
        guard TagScan.comparisons(in: bytes) <= comparisonLimit else { throw .pageTooManyAttributes }
        let parser = UnsafeMutablePointer<WebPageParser>.allocate(capacity: 1)
        parser.initialize(to: WebPageParser())
        defer {
            parser.deinitialize(count: 1)
            parser.deallocate()
        }
        parse(bytes, into: parser)
        guard !parser.pointee.isTooDeep else { throw .pageTooDeep(depthLimit) }
        return parser.pointee.facts
    }

    /// - Parameter bytes: in UTF-8, whatever the page claims.
    private static func parse(_ bytes: [UInt8], into parser: UnsafeMutablePointer<WebPageParser>) {
        xmlInitParser()
        var handler = handler
        guard let context = htmlCreatePushParserCtxt(&handler, parser, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
            return
        }
        defer { htmlFreeParserCtxt(context) }
        let options = [
            HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC,
        ]
        htmlCtxtUseOptions(context, options.reduce(0) { $0 | Int32($1.rawValue) })
        parser.pointee.context = context
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty, !parser.pointee.isTooDeep {
                let block = UnsafeRawBufferPointer(rebasing: rest.prefix(blockSize))
                htmlParseChunk(context, block.assumingMemoryBound(to: CChar.self).baseAddress, Int32(block.count), 0)
                rest = rest.dropFirst(blockSize)
            }
        }
        htmlParseChunk(context, nil, 0, 1)
    }

    private static var handler: htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.startElement = { parser, name, attributes in
            guard let parser, let name else { return }
            parser.assumingMemoryBound(to: WebPageParser.self).pointee.start(
                String(cString: name).lowercased(), WebPageAttributes(attributes))
        }
        handler.endElement = { parser, name in
            guard let parser, let name else { return }
            parser.assumingMemoryBound(to: WebPageParser.self).pointee.end(String(cString: name).lowercased())
        }
        let characters: charactersSAXFunc = { parser, text, count in
            guard let parser, let text else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(count))
            parser.assumingMemoryBound(to: WebPageParser.self).pointee.take(bytes)
        }
        handler.characters = characters
        handler.cdataBlock = characters
        handler.ignorableWhitespace = characters
        return handler
    }
}

// MARK: Elements

extension WebPageParser {
    private mutating func start(_ name: String, _ attributes: WebPageAttributes) {
        depth += 1
        if depth > Self.depthLimit {
            isTooDeep = true
            xmlStopParser(context)
        }
        switch name {
        case "html": facts.language = facts.language ?? attributes["lang"] ?? attributes["xml:lang"]
        case "base": facts.base = facts.base ?? attributes["href"]
        case "title" where facts.title.isEmpty: place = .title
        case "script":
            let type = attributes["type"]?.lowercased().prefix { $0 != ";" } ?? ""
            guard type.trimmed == "application/ld+json" else { return }
            facts.scripts.append(WebPageFacts.Script(line: Int(context?.pointee.input?.pointee.line ?? 1)))
            place = .script
        case "meta": takeMeta(attributes)
        case "link", "a": takeLink(attributes)
        default: break
        }
    }

    private mutating func end(_ name: String) {
        depth = max(0, depth - 1)
        if name == "title" || name == "script" { place = .other }
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch place {
        case .title where facts.title.utf8.count < 10_000: facts.title += String(decoding: bytes, as: UTF8.self)
        case .script: facts.scripts[facts.scripts.count - 1].text += String(decoding: bytes, as: UTF8.self)
        default: break
        }
    }

    private mutating func takeMeta(_ attributes: WebPageAttributes) {
        guard let content = attributes["content"], !content.trimmed.isEmpty else { return }
        switch (attributes["name"] ?? attributes["property"])?.lowercased() {
        case "description", "dc.description", "dcterms.description": facts.description = content.trimmed
        case "og:description": facts.description = facts.description ?? content.trimmed
        case "og:url": facts.canonical = facts.canonical ?? content.trimmed
        default: break
        }
    }

    private mutating func takeLink(_ attributes: WebPageAttributes) {
        guard let address = attributes["href"]?.trimmed, !address.isEmpty else { return }
        let relations = attributes["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        if relations.contains("canonical") { facts.canonical = address }
        if relations.contains("license"), facts.licences.count < 10 { facts.licences.append(address) }
    }
}

/// The attributes of a tag as libxml2 hands them over: names and values in turn, then a null.
struct WebPageAttributes {
    private var values: [String: String] = [:]

    init(_ pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard var next = pointer else { return }
        while let name = next.pointee {
            let value = next.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
            let key = String(cString: name).lowercased()
            if values[key] == nil { values[key] = value }
            next = next.advanced(by: 2)
        }
    }

    subscript(name: String) -> String? {
        let value = values[name]
        return value?.isEmpty == false ? value : nil
    }
}
