import CatalogueModel
import Foundation

/// Reads the learning resources that a web page describes in JSON-LD.
///
/// Language and licence of the page stand in where a resource does not say; where it is the only one of the page, so do
/// title, description and canonical address. The file of a page that was fetched is its address. A page without such a
/// resource is one refused record; a block of JSON-LD that is broken is told with the last resource of the others.
struct WebPageReader: FormatReader {
    /// Bytes a page may have: 8 MiB.
    static let pageLimit = 8 << 20

    private let file: String
    private var outcomes: [ReadOutcome] = []
    private var isRead = false

    init(file: String) {
        self.file = file
    }

    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome? {
        if !isRead {
            isRead = true
            outcomes = try read(&stream).reversed()
        }
        return outcomes.popLast()
    }

    private func read(_ stream: inout ByteStream) throws -> [ReadOutcome] {
        var bytes: [UInt8] = []
        while let chunk = try stream.takeChunk(limit: 1 << 20) {
            if bytes.count <= Self.pageLimit { bytes += chunk }
        }
        let location = SourceLocation(file: file, line: 1)
        if bytes.allSatisfy(ASCII.isBlank) { return [] }
        do throws(RecordFault) {
            guard bytes.count <= Self.pageLimit else { throw .pageTooLong }
            return outcomes(of: try WebPageParser.facts(of: bytes))
        } catch {
            throw error.fileError(at: location)
        }
    }

    private func outcomes(of facts: WebPageFacts) -> [ReadOutcome] {
        var nodes = JSONLDNodes()
        var broken: [(fault: RecordFault, location: SourceLocation)] = []
        for script in facts.scripts {
            do throws(RecordFault) {
                nodes.take(try JSONLDScript.value(of: script.text), line: script.line)
            } catch {
                broken.append((error, SourceLocation(file: file, line: script.line)))
            }
        }
        let resources = nodes.resources
        var outcomes = resources.map { record(of: $0.node, line: $0.line, facts, isOnly: resources.count == 1) }
        if case .record(let record, let warnings) = outcomes.last {
            let told = broken.map { $0.fault.asWarning().problem(at: $0.location) }
            outcomes[outcomes.count - 1] = .record(record, warnings: warnings + told)
            return outcomes
        }
        if broken.isEmpty { broken = [(.noResourceOnPage, SourceLocation(file: file, line: 1))] }
        return broken.map { .refused($0.fault.problem(at: $0.location)) }
    }

    private func record(of node: JSONValue, line: Int, _ facts: WebPageFacts, isOnly: Bool) -> ReadOutcome {
        let location = SourceLocation(file: file, line: line)
        let reader = SchemaOrgReader(node)
        var values = reader.values
        func fill(_ field: SourceField, _ texts: [String?]) {
            let texts = texts.compactMap { $0?.trimmed }.filter { !$0.isEmpty }
            if values[field] == nil, !texts.isEmpty { values[field] = texts }
        }
        values[.url] = values[.url]?.map { absolute($0, facts) }
        fill(.inLanguage, [facts.language])
        fill(.license, facts.licences.map { absolute($0, facts) })
        if isOnly {
            fill(.url, [pageAddress(facts)])
            fill(.name, [facts.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")])
            fill(.description, [facts.description])
        }
        fill(.identifier, [values[.url]?.first])
        let faults =
            reader.unreadableKeys.map { RecordFault.wrongType(field: $0) }
            + reader.unknownKeys.map { .unknownField($0) } + AMBProfile.faults(in: node)
        return .record(
            SourceRecord(location: location, values: values), warnings: faults.map { $0.problem(at: location) })
    }

    private func pageAddress(_ facts: WebPageFacts) -> String? {
        if let canonical = facts.canonical {
            let address = absolute(canonical, facts)
            if RecordIdentifiers.isAddress(address) { return address }
        }
        return RecordIdentifiers.isAddress(file) ? file : nil
    }

    /// `text` against the base of the page; as it is where it is absolute already, or no base is known.
    private func absolute(_ text: String, _ facts: WebPageFacts) -> String {
        guard !RecordIdentifiers.isAddress(text) else { return text }
        let page = RecordIdentifiers.isAddress(file) ? URL(string: file) : nil
        let base = facts.base.flatMap { URL(string: $0, relativeTo: page) } ?? page
        guard let base, let resolved = URL(string: text, relativeTo: base) else { return text }
        return resolved.absoluteString
    }
}
