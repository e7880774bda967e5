import Foundation

/// What a made-up repository answers to one request (OAI-PMH 2.0 §4).
struct OAIProviderAnswer {
    let request: OAIProviderRequest
    let settings: OAIProviderSettings
    let records: [ProvidedRecord]
    let now: Date
    let serial: Int
    let fault: OAIFault.Kind?

    private var xml: OAIProviderXML { OAIProviderXML(settings: settings) }

    var body: [UInt8] {
        let text = xml.response(now, request, content)
        guard fault == .invalidUTF8, let title = text.range(of: "<dc:title>") else { return Array(text.utf8) }
        return Array(text[..<title.upperBound].utf8) + [0xE9, 0xFF, 0xC3] + Array(text[title.upperBound...].utf8)
    }

    private var content: String {
        if case .error(let code) = fault { return xml.error(code) }
        switch request.verb {
        case "Identify": return xml.identify(request.baseURL)
        case "ListMetadataFormats": return xml.formats
        case "ListSets": return settings.sets.isEmpty ? xml.error("noSetHierarchy") : xml.sets
        case "ListRecords", "ListIdentifiers": return list
        case "GetRecord": return record
        default: return xml.error("badVerb")
        }
    }

    private var record: String {
        guard settings.formats.contains(request.arguments["metadataPrefix"] ?? "") else {
            return xml.error("cannotDisseminateFormat")
        }
        guard let record = records.last(where: { $0.identifier == request.arguments["identifier"] }),
            !record.isDeleted || settings.deletedRecords != .no
        else { return xml.error("idDoesNotExist") }
        return "<GetRecord>\(xml.record(record))</GetRecord>"
    }

    // MARK: Lists

    private var list: String {
        if fault == .emptyList { return xml.error("noRecordsMatch") }
        if request.arguments["resumptionToken"] != nil {
            guard let token = request.token, fault != .expiredToken, token.verb == request.verb else {
                return xml.error("badResumptionToken")
            }
            return page(at: token)
        }
        let token = OAIProviderToken(request)
        guard settings.formats.contains(token.prefix) else { return xml.error("cannotDisseminateFormat") }
        guard isDate(token.from), isDate(token.until) else { return xml.error("badArgument") }
        if !token.set.isEmpty, settings.sets.isEmpty { return xml.error("noSetHierarchy") }
        return page(at: token)
    }

    /// Dates may be to the day, or as fine as the repository says.
    private func isDate(_ text: String) -> Bool {
        text.isEmpty || text.utf8.count == 10 || (text.utf8.count == 20 && settings.usesSeconds)
    }

    private func page(at token: OAIProviderToken) -> String {
        let all = matching(token)
        guard !all.isEmpty else { return xml.error("noRecordsMatch") }
        let start = min(token.offset, all.count)
        let isEmptied = fault == .emptyPage
        let end = isEmptied ? start : min(start + settings.pageSize, all.count)
        var next = token
        next.offset = fault == .repeatedToken ? start : end
        next.page = token.page + (fault == .repeatedToken || isEmptied ? 0 : 1)
        next.serial = isEmptied ? serial : 0
        let goesOn = next.offset < all.count || fault == .repeatedToken
        let element = xml.token(
            goesOn ? next.text : nil, isFirst: token.offset == 0, size: statedSize(all.count), cursor: start)
        let items = all[start..<end].enumerated().map { index, record in
            request.verb == "ListIdentifiers"
                ? xml.header(record)
                : xml.record(record, isMalformed: index == 0 && fault == .malformedRecord)
        }
        let sequel = fault == .lostToken ? "" : element
        return "<\(request.verb)>\(items.joined(separator: "\n"))\(sequel)</\(request.verb)>"
    }

    private func statedSize(_ count: Int) -> Int? {
        if case .statedSize(let size) = fault { return size }
        return settings.statesSize ? count : nil
    }

    private func matching(_ token: OAIProviderToken) -> [ProvidedRecord] {
        let found = records.filter { record in
            let stamp = xml.date(record.datestamp)
            return (!record.isDeleted || settings.deletedRecords != .no)
                && (token.from.isEmpty || stamp.prefix(token.from.count) >= token.from)
                && (token.until.isEmpty || stamp.prefix(token.until.count) <= token.until)
                && (token.set.isEmpty || record.sets.contains { $0 == token.set || $0.hasPrefix(token.set + ":") })
        }
        guard settings.isSorted else { return found }
        return found.sorted { ($0.datestamp, $0.identifier) < ($1.datestamp, $1.identifier) }
    }
}
