import CatalogueModel

/// Takes the units of an XML document out of its bytes, one after another; `XMLElementReader` explains.
struct XMLUnitReader {
    /// - Parameter isAfterDamage: whether the element may stand within a unit whose beginning was lost.
    typealias UnitTest = (
        _ element: XMLOpenElement, _ depth: Int, _ parent: XMLName?, _ isAfterDamage: Bool
    ) -> Bool

    private let file: String
    private let isUnit: UnitTest
    private let checkRoot: (XMLElement) throws -> Void
    private let parser = XMLTreeParser()
    private var input: XMLInput?
    private var window = XMLWindow()
    private var tokenizer = XMLTokenizer()
    private var ancestors = XMLAncestors()
    private(set) var root: XMLElement?
    /// Between the damage and the next unit: what is there was told already.
    private var isSearching = false
    /// A unit, or markup between units, in which the input ended, unless another unit begins within it.
    private var unfinished: (fault: XMLSyntaxFault, line: Int)?

    /// - Parameter checkRoot: is shown the root element and its attributes, and throws where the document is not wanted.
    init(
        file: String, isUnit: @escaping UnitTest, checkRoot: @escaping (XMLElement) throws -> Void = { _ in }
    ) {
        self.file = file
        self.isUnit = isUnit
        self.checkRoot = checkRoot
    }

    /// - Throws: `RecordFormatError` where the input is no XML, or brings entities.
    mutating func next(from stream: inout ByteStream) throws -> XMLReading? {
        if input == nil { try start(&stream) }
        while true {
            let step = isSearching ? try search(&stream) : try read(&stream)
            switch step {
            case .goesOn: continue
            case .ends: return nil
            case .found(let reading): return reading
            }
        }
    }

    private enum Step {
        case goesOn
        case found(XMLReading)
        case ends
    }

    /// Skips what may stand before the document: warnings of a program.
    private mutating func start(_ stream: inout ByteStream) throws {
        input = try XMLInput(&stream, file: file)
        _ = try fill(&stream)
        let isText = window.withRest { $0.first { !ASCII.isBlank($0) } != XMLByte.less }
        guard isText else { return }
        let before = window.withRest { rest in
            rest.indices.first { XMLTokenizer.begins(rest, $0, "<?xml") }
        }
        if let before { window.advance(by: before) }
    }

    private mutating func fill(_ stream: inout ByteStream) throws -> Bool {
        guard var input else { return false }
        defer { self.input = input }
        return try window.fill(from: &stream, &input)
    }

    private mutating func token() -> (token: XMLToken, length: Int) {
        let window = self.window
        return window.withRest { rest in
            let (token, end) = tokenizer.token(
                in: rest, at: 0, base: window.base + window.position, isAtEnd: window.isAtEnd)
            return (token, end)
        }
    }

    private func startTag(_ length: Int) -> XMLStartTag {
        window.withRest { XMLStartTag(UnsafeBufferPointer(rebasing: $0[..<length])) }
    }
}

// MARK: Outside of units

extension XMLUnitReader {
    private mutating func read(_ stream: inout ByteStream) throws -> Step {
        let (token, length) = token()
        switch token {
        case .incomplete: return try readMore(&stream)
        case .text, .comment, .cdata, .instruction: window.advance(by: length)
        case .doctype(let hasSubset):
            if hasSubset { throw RecordFormatError.entities(at: location) }
            window.advance(by: length)
        case .startTag(_, let attributes, let isEmpty):
            return try readStartTag(&stream, length: length, attributes, isEmpty)
        case .endTag(let nameEnd): return readEndTag(nameEnd: nameEnd, length: length)
        case .broken: return damaged(.brokenTag)
        }
        return .goesOn
    }

    private mutating func readMore(_ stream: inout ByteStream) throws -> Step {
        if window.available > RecordReader.recordLimit { return damaged(.tooLong) }
        if try fill(&stream) { return .goesOn }
        guard window.available == 0 else {
            // Markup that never closes: units may follow its beginning.
            searchFromUnfinished(nil)
            return .goesOn
        }
        guard root != nil else { throw RecordFormatError.noElement(at: location) }
        guard ancestors.depth > 0 else { return .ends }
        ancestors.removeAll()
        return .found(.refused(RecordFault.fileCutOff.problem(at: location)))
    }

    private mutating func readStartTag(
        _ stream: inout ByteStream, length: Int, _ attributes: Int, _ isEmpty: Bool
    ) throws -> Step {
        if attributes > XMLUnitScan.attributeLimit { return damaged(.tooManyAttributes) }
        let tag = startTag(length)
        let element = ancestors.element(tag)
        if ancestors.depth == 0 {
            let root = XMLElement(name: element.name, attributes: element.attributes, line: window.line)
            self.root = root
            try checkRoot(root)
        }
        if isUnit(element, ancestors.depth, ancestors.innermost?.name, false) {
            return try readUnit(
                &stream, XMLUnitScan(qualifiedName: tag.qualifiedName, namespace: element.name.namespace))
        }
        if ancestors.depth == XMLUnitScan.depthLimit {
            throw RecordFault.xml(.tooDeep, line: line).fileError(at: location)
        }
        window.advance(by: length)
        guard !isEmpty else { return .goesOn }
        ancestors.push(element)
        return .goesOn
    }

    private mutating func readEndTag(nameEnd: Int, length: Int) -> Step {
        let name = window.withRest { Array($0[2..<nameEnd]) }
        if ancestors.close(name) {
            window.advance(by: length)
            return .goesOn
        }
        let close = String(decoding: name, as: UTF8.self)
        let expected = ancestors.innermost.map { String(decoding: $0.qualifiedName, as: UTF8.self) } ?? ""
        let step = damaged(.mismatch(open: expected, close: close))
        ancestors.closeOuter(name)
        return step
    }

    private var line: Int { window.line }
    private var location: SourceLocation { SourceLocation(file: file, line: window.line) }
}

// MARK: Units

extension XMLUnitReader {
    private mutating func readUnit(_ stream: inout ByteStream, _ start: XMLUnitScan) throws -> Step {
        var scan = start
        while true {
            switch run(&scan) {
            case .complete(let length) where length <= RecordReader.recordLimit: return unit(length: length)
            case .damaged(let fault, let offset): return damaged(fault, offset: offset)
            case .complete: return damaged(.tooLong)
            case .needsBytes:
                if window.available > RecordReader.recordLimit { return damaged(.tooLong) }
                if try !fill(&stream) {
                    searchFromUnfinished(scan.name)
                    return .goesOn
                }
            }
        }
    }

    private mutating func run(_ scan: inout XMLUnitScan) -> XMLUnitScan.Step {
        let window = self.window
        return window.withRest { rest in
            scan.run(rest, base: window.base + window.position, isAtEnd: window.isAtEnd, tokenizer: &tokenizer)
        }
    }

    private mutating func unit(length: Int) -> Step {
        let start = location
        defer { window.advance(by: length) }
        do {
            let (element, warnings) = try element(length: length)
            let unit = XMLUnit(
                element: element, location: start, parent: ancestors.innermost?.name,
                language: ancestors.innermost?.language,
                warnings: warnings.map { $0.problem(at: start) })
            return .found(.unit(unit))
        } catch {
            return .found(.refused(RecordFault.xml(error, line: start.line).problem(at: start)))
        }
    }

    /// The element of the next `length` bytes, mended where that helps.
    private func element(length: Int) throws(XMLSyntaxFault) -> (XMLElement, [RecordFault]) {
        let namespaces = ancestors.innermost?.namespaces ?? [:]
        let scope = ancestors.innermost?.scope ?? 0
        return try window.withRest { (rest) throws(XMLSyntaxFault) in
            let bytes = UnsafeBufferPointer(rebasing: rest[..<length])
            do throws(XMLSyntaxFault) {
                let (element, prefixes) = try parser.element(
                    in: bytes, line: line, scope: scope, namespaces: namespaces)
                return (element, prefixes.map { .undeclaredPrefix($0) })
            } catch {
                let repair = XMLRepair(bytes)
                guard repair.changedAnything, let mended = parse(repair, scope, namespaces) else { throw error }
                return (mended.element, [.mended(repair)] + mended.undeclaredPrefixes.map { .undeclaredPrefix($0) })
            }
        }
    }

    private func parse(
        _ repair: XMLRepair, _ scope: Int, _ namespaces: [String: String]
    ) -> (element: XMLElement, undeclaredPrefixes: [String])? {
        repair.bytes.withUnsafeBufferPointer { bytes in
            try? parser.element(in: bytes, line: line, scope: scope, namespaces: namespaces)
        }
    }
}

// MARK: Going on after damage

extension XMLUnitReader {
    /// Tells the damage once and looks for the next unit.
    ///
    /// - Parameter offset: from the next byte to where the damage was found.
    private mutating func damaged(_ fault: XMLSyntaxFault, offset: Int = 0) -> Step {
        let found = line + window.newlines(in: offset)
        let problem = RecordFault.xml(fault, line: found).problem(at: location)
        isSearching = true
        if window.available > 0 { window.advance(by: 1) }
        return .found(.refused(problem))
    }

    /// - Parameter unit: name of the unit that is unfinished, nil where it is none.
    private mutating func searchFromUnfinished(_ unit: String?) {
        unfinished = (unit.map { .neverCloses($0) } ?? .brokenTag, line)
        isSearching = true
        window.advance(by: 1)
    }

    /// Looks for the next start tag of a unit, or the end tag of what is around it, whatever stands before.
    private mutating func search(_ stream: inout ByteStream) throws -> Step {
        let (token, length) = token()
        switch token {
        case .text: window.advance(by: length)
        case .incomplete where window.available <= RecordReader.recordLimit:
            if try fill(&stream) { return .goesOn }
            guard window.available > 0 else { return try endSearch() }
            window.advance(by: 1)
        case .startTag(_, let attributes, _) where attributes <= XMLUnitScan.attributeLimit:
            if ancestors.beginsUnit(startTag(length), isUnit) { return foundUnit() }
            window.advance(by: length)
        case .endTag(let nameEnd):
            if ancestors.ends(window.withRest { Array($0[2..<nameEnd]) }) { return foundUnit() }
            window.advance(by: length)
        default: window.advance(by: 1)
        }
        return .goesOn
    }

    private mutating func foundUnit() -> Step {
        isSearching = false
        guard let (fault, line) = unfinished else { return .goesOn }
        unfinished = nil
        let start = SourceLocation(file: file, line: line)
        return .found(.refused(RecordFault.xml(fault, line: line).problem(at: start)))
    }

    private mutating func endSearch() throws -> Step {
        guard root != nil else { throw RecordFormatError.noElement(at: location) }
        isSearching = false
        ancestors.removeAll()
        guard let (_, line) = unfinished else { return .ends }
        unfinished = nil
        return .found(.refused(RecordFault.fileCutOff.problem(at: SourceLocation(file: file, line: line))))
    }
}
