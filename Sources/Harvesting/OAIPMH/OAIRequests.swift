import RecordFormats

/// Makes the requests of OAI-PMH to one repository (OAI-PMH 2.0 §3.1.1) and reads what comes back.
struct OAIRequests {
    struct Answer {
        let response: FetchedResponse
        let summary: OAIResponseSummary
    }

    let source: OAISource
    let fetcher: PoliteFetcher

    private static let accept = "text/xml, application/xml;q=0.9, */*;q=0.1"

    func address(of list: OAIListPosition) -> HTTPAddress {
        let verb = ("verb", list.verb.rawValue)
        if let token = list.resumptionToken {
            return source.baseURL.appending([verb, ("resumptionToken", token)])
        }
        let optional = [("from", list.from), ("set", list.set)].compactMap { name, value in value.map { (name, $0) } }
        return source.baseURL.appending([verb, ("metadataPrefix", list.metadataPrefix)] + optional)
    }

    /// The answer to a request with `arguments`.
    ///
    /// - Throws: `FetchError`, `RecordFormatError` where it is no OAI-PMH response, `CancellationError`.
    func answer(_ arguments: [(name: String, value: String)]) async throws -> Answer {
        try await answer(from: source.baseURL.appending(arguments))
    }

    /// An error of HTTP with an OAI-PMH response in it is that response: repositories differ in what they call an error.
    func answer(from address: HTTPAddress) async throws -> Answer {
        let permission = AddressGuard(
            for: [source.baseURL], allowsPrivateAddresses: source.allowsPrivateAddresses)
        var request = FetchRequest(address, limits: .page, permission: permission)
        request.accept = Self.accept
        let response = try await fetcher.fetch(request, pause: source.pause) { response in
            response.headers.retryAfter == nil && Self.looksLikeOAI(response.body)
        }
        if !response.isSuccess, !Self.looksLikeOAI(response.body) { try response.checkStatus() }
        return Answer(response: response, summary: try OAIResponseSummary(of: response.body, address: address))
    }

    private static func looksLikeOAI(_ body: FetchedBody) -> Bool {
        guard let start = try? body.prefix(4096) else { return false }
        let text = String(decoding: start, as: UTF8.self)
        return text.contains("<OAI-PMH") || text.contains(":OAI-PMH")
    }
}
