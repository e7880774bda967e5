import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import RecordFormats
import Vocabularies

/// Answers the verbs of OAI-PMH 2.0 from the catalogue.
struct OAIRepository {
    /// Records of one answer.
    static let pageSize = 100
    static let prefix = "oai_dc"

    let searcher: Searcher
    /// Where harvesters come to, and who answers for it.
    let address: String
    let host: String
    let contact: String
    let now: Int64

    /// - Returns: the element of the verb, and how many records it tells of.
    /// - Throws: `OAIError`, or an error of the store.
    func answer(_ arguments: OAIArguments) throws -> (xml: String, records: Int) {
        switch arguments.verb {
        case .identify: return (try identify(), 0)
        case .listMetadataFormats: return (try formats(arguments), 0)
        case .listSets: return (try sets(arguments), 0)
        case .getRecord: return (try record(arguments), 1)
        case .listIdentifiers, .listRecords: return try list(arguments)
        }
    }

    private func identify() throws -> String {
        """
        <Identify>
        <repositoryName>\(XMLText.escaped(PageText.text("siteName", in: .vietnamese)))</repositoryName>
        <baseURL>\(XMLText.escaped(address))</baseURL>
        <protocolVersion>2.0</protocolVersion>
        <adminEmail>\(XMLText.escaped(contact))</adminEmail>
        <earliestDatestamp>\(OAIMoment.text(try searcher.store.earliestChange() ?? now))</earliestDatestamp>
        <deletedRecord>persistent</deletedRecord>
        <granularity>YYYY-MM-DDThh:mm:ssZ</granularity>
        </Identify>

        """
    }

    private func formats(_ arguments: OAIArguments) throws -> String {
        if let identifier = arguments.values["identifier"] { _ = try find(identifier) }
        return """
            <ListMetadataFormats>
            <metadataFormat><metadataPrefix>\(Self.prefix)</metadataPrefix><schema>\(OAIDublinCore.schema)</schema>\
            <metadataNamespace>\(OAIDublinCore.namespace)</metadataNamespace></metadataFormat>
            </ListMetadataFormats>

            """
    }

    /// A set for each publisher: the whole list, which needs no token.
    private func sets(_ arguments: OAIArguments) throws -> String {
        guard arguments.token == nil else { throw OAIError(.badResumptionToken, "ListSets is one answer") }
        let registers = try searcher.reference().registers
        let sets = try searcher.store.publishers().filter { Self.isSet($0.id) }.map { publisher in
            let name = registers.institution(publisher.id)?.name ?? publisher.name
            return "<set><setSpec>\(publisher.id)</setSpec><setName>\(XMLText.escaped(name))</setName></set>\n"
        }
        guard !sets.isEmpty else { throw OAIError(.noSetHierarchy, "There is no publisher yet, so there is no set") }
        return "<ListSets>\n\(sets.joined())</ListSets>\n"
    }

    private func record(_ arguments: OAIArguments) throws -> String {
        try Self.check(prefix: arguments.values["metadataPrefix"])
        let found = try find(arguments.values["identifier"] ?? "")
        return "<GetRecord>\n\(try record(found, try searcher.reference()))</GetRecord>\n"
    }

    private func list(_ arguments: OAIArguments) throws -> (xml: String, records: Int) {
        let store = searcher.store
        let token = arguments.token
        let window = try token?.window ?? window(arguments.values)
        let size = try token?.size ?? store.changeCount(in: window)
        let found = try store.changes(in: window, limit: Self.pageSize + 1)
        guard token != nil || !found.isEmpty else {
            throw OAIError(.noRecordsMatch, "Nothing changed in that time and set")
        }
        let page = found.prefix(Self.pageSize)
        let reference = try searcher.reference()
        let cursor = token?.cursor ?? 0
        let name = arguments.verb.rawValue
        var xml = "<\(name)>\n"
        for item in page {
            xml += arguments.verb == .listRecords ? try record(item, reference) : header(item)
        }
        let attributes = " completeListSize=\"\(max(size, cursor + page.count))\" cursor=\"\(cursor)\""
        if found.count > Self.pageSize, let last = page.last {
            let next = OAIToken(arguments.verb, window, after: last, cursor: cursor + page.count, size: size)
            xml += "<resumptionToken\(attributes)>\(next.text)</resumptionToken>\n"
        } else if token != nil {
            xml += "<resumptionToken\(attributes)/>\n"
        }
        return (xml + "</\(name)>\n", page.count)
    }

    private func window(_ values: [String: String]) throws -> ChangeWindow {
        try Self.check(prefix: values["metadataPrefix"])
        let (from, until) = (try Self.moment("from", values), try Self.moment("until", values))
        if let from, let until {
            guard from.isDay == until.isDay else {
                throw OAIError(.badArgument, "from and until must be of the same granularity")
            }
            guard from.first <= until.last else { throw OAIError(.badArgument, "from lies after until") }
        }
        // What changes while the list is read comes with the next harvest.
        return ChangeWindow(
            from: from?.first ?? 0, until: min(until?.last ?? now, now), publisher: values["set"])
    }

    private static func moment(_ name: String, _ values: [String: String]) throws -> OAIMoment? {
        guard let text = values[name] else { return nil }
        guard let moment = OAIMoment(text) else {
            throw OAIError(.badArgument, "\(name) must be like 2026-11-26 or 2026-11-26T08:00:00Z")
        }
        return moment
    }

    private static func check(prefix: String?) throws {
        guard prefix == Self.prefix else {
            throw OAIError(.cannotDisseminateFormat, "Records are disseminated as \(Self.prefix)")
        }
    }

    // MARK: Records

    private func find(_ identifier: String) throws -> ListedResource {
        let start = "oai:\(host):"
        guard identifier.hasPrefix(start),
            let local = String(identifier.dropFirst(start.count)).removingPercentEncoding,
            let id = ResourceID(local), let found = try searcher.store.listed(id)
        else { throw OAIError(.idDoesNotExist, "There is no such record; identifiers here begin with \(start)") }
        return found
    }

    private func record(_ item: ListedResource, _ reference: ReferenceData) throws -> String {
        let metadata = item.resource.map {
            "<metadata>\n\(OAIDublinCore(resource: $0, reference: reference).xml)</metadata>\n"
        }
        return "<record>\n\(header(item))\(metadata ?? "")</record>\n"
    }

    private func header(_ item: ListedResource) -> String {
        let identifier = "oai:\(host):" + FormEncoding.pathSegment(item.id)
        let set = Self.isSet(item.publisher) ? "<setSpec>\(item.publisher)</setSpec>" : ""
        return """
            <header\(item.resource == nil ? " status=\"deleted\"" : "")><identifier>\(XMLText.escaped(identifier))\
            </identifier><datestamp>\(OAIMoment.text(item.changedAt))</datestamp>\(set)</header>

            """
    }

    /// Whether a name may be that of a set: letters and digits of ASCII, and what an address leaves as it is.
    private static func isSet(_ id: String) -> Bool {
        !id.isEmpty
            && id.utf8.allSatisfy {
                0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || "-_.!~*'()".utf8.contains($0)
            }
    }
}
