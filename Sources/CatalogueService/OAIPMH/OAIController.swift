import CatalogueSearch
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import RecordFormats

/// `/oai`: the catalogue for harvesters, by OAI-PMH 2.0, so that other catalogues find what is found here.
struct OAIController: Sendable {
    static let path = "/oai"
    /// Bytes of a posted request.
    private static let bodyLimit = 16_384

    let catalogue: CatalogueReader
    /// Where the catalogue is reached; nil for where requests come to.
    let site: SiteAddress?
    /// E-mail address of who answers for the catalogue; nil for the webmaster of the site (RFC 2142).
    let contact: String?
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/oai") { request, _ in try await answer(request, request.formQuery.items) }
        router.post("/oai") { request, _ in
            let body = try await request.boundedBody(Self.bodyLimit)
            return try await answer(request, FormQuery(String(decoding: body, as: UTF8.self)).items)
        }
    }

    private func answer(_ request: Request, _ items: [(name: String, value: String)]) async throws -> Response {
        let site = site ?? SiteAddress(of: request)
        let now = Int64(clock().timeIntervalSince1970)
        return try await catalogue.read { searcher in
            let address = site.url(Self.path)
            var request = "<request>\(XMLText.escaped(address))</request>\n"
            let body: (xml: String, records: Int)
            do {
                let arguments = try OAIArguments(items)
                let attributes = (arguments.values.map { ($0.key, $0.value) } + [("verb", arguments.verb.rawValue)])
                    .sorted { $0.0 < $1.0 }.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }
                request = "<request\(attributes.joined())>\(XMLText.escaped(address))</request>\n"
                body = try OAIRepository(
                    searcher: searcher, address: address, host: site.host,
                    contact: contact ?? "webmaster@\(site.host)", now: now
                ).answer(arguments)
            } catch let error as OAIError {
                // With these two, what was asked is not repeated (§3.2).
                if error.code == .badVerb || error.code == .badArgument {
                    request = "<request>\(XMLText.escaped(address))</request>\n"
                }
                body = ("<error code=\"\(error.code.rawValue)\">\(XMLText.escaped(error.text))</error>\n", 0)
            }
            return Self.response(request + body.xml, records: body.records, now: now)
        }
    }

    private static func response(_ content: String, records: Int, now: Int64) -> Response {
        let namespace = "http://www.openarchives.org/OAI/2.0/"
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="\(namespace)" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="\(namespace) \(namespace)OAI-PMH.xsd">
            <responseDate>\(OAIMoment.text(now))</responseDate>
            \(content)</OAI-PMH>

            """
        var response = Response(
            status: .ok, headers: [.contentType: "text/xml; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: xml)))
        if let name = UsageRecording.hitsHeader { response.headers[name] = "\(records)" }
        return response
    }
}
