import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Publishing
package import UsageStatistics

/// What the service needs to count its use.
package struct UsageService: Sendable {
    package let store: UsageStore
    package let recorder: UsageRecorder
    package let robots: RobotList
    let signer: OutClickSigner

    package init(store: UsageStore, recorder: UsageRecorder, robots: RobotList) throws {
        self.store = store
        self.recorder = recorder
        self.robots = robots
        signer = OutClickSigner(secret: SymmetricKey(data: try store.signingSecret()))
    }
}

/// Tells the recorder what was asked and answered well: after the answer, without a script, never holding it up.
struct UsageRecording: RouterMiddleware {
    typealias Context = ServiceContext

    /// Hits of a search, from the controller to here; it does not leave the service.
    static let hitsHeader = HTTPField.Name("Hoclieu-Hits")

    let usage: UsageService
    let clock: @Sendable () -> Date

    @concurrent func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let hits = Self.hitsHeader.flatMap { response.headers[$0] }.flatMap { Int($0) }
        if let name = Self.hitsHeader { response.headers[name] = nil }
        guard request.method == .get || request.uri.path == OAIController.path, !Self.isAhead(request),
            let event = event(request, response, hits, context)
        else { return response }
        usage.recorder.record(event)
        return response
    }

    /// Whether a browser asks before anybody does, in case somebody will: nobody has seen that page.
    private static func isAhead(_ request: Request) -> Bool {
        ["Purpose", "Sec-Purpose", "X-Moz"].contains { name in
            HTTPField.Name(name).flatMap { request.headers[$0] }?.lowercased().contains("prefetch") ?? false
        }
    }

    private func event(
        _ request: Request, _ response: Response, _ hits: Int?, _ context: ServiceContext
    ) -> UsageEvent? {
        let parts = request.uri.path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        guard let kind = Self.kind(parts, response.status.code) else { return nil }
        let query = request.formQuery
        var event = UsageEvent(
            kind, at: clock(), path: request.uri.path, address: context.clientAddress(request),
            agent: request.headers[.userAgent] ?? "")
        event.accessMethod = parts.first == "api" || kind == .harvest ? .tdm : .regular
        event.channel =
            query["via"].flatMap { UsageEvent.Channel(name: $0) } ?? (kind == .feed ? .feed : .portal)
        event.isStaff = context.principal.map { $0.role != .publisher } ?? false
        switch kind {
        case .search:
            let text = query["q"]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            let set = query.items.filter {
                !["page", "lang", "via", "size", "facetSize"].contains($0.name) && !$0.value.isEmpty
            }
            .map { "\($0.name)=\($0.value)" }.sorted()
            guard !set.isEmpty else { return nil }
            event.query = text.isEmpty ? nil : text
            event.resultSet = set.joined(separator: "&")
            event.path = "search?" + set.joined(separator: "&") + "&page=" + (query["page"] ?? "1")
            event.page = query["page"].flatMap { Int($0) } ?? 1
            // Nothing behind a filter does not mean that there is nothing.
            let isFiltered = query.items.contains { name, value in
                !["q", "page", "lang", "via", "size", "facetSize", "sort"].contains(name) && !value.isEmpty
            }
            event.hits = isFiltered && hits == 0 ? nil : hits
        case .investigation: event.item = parts[1]
        case .outClick: event.item = parts[1]
        case .request:
            if parts.first == "api" { event.item = parts[3] }
        case .harvest:
            // Errors of the protocol travel in good answers; only records that were told of are use.
            guard let hits, hits > 0 else { return nil }
            event.path = "oai?" + (request.uri.query ?? "")
        case .feed, .api: break
        }
        if parts.first == "collections", parts.count > 1 { event.collection = parts[1] }
        if let list = query["list"], list.utf8.count <= 80 { event.collection = list }
        return event
    }

    /// What a path is, where it was answered well (COUNTER 5.1 §3.1: 200 and 304; an out-click is a redirect).
    static func kind(_ parts: [String], _ status: Int) -> UsageEvent.Kind? {
        if parts.first == "out", parts.count == 2 { return status == 302 ? .outClick : nil }
        guard status == 200 || status == 304 else { return nil }
        switch parts.first {
        case "search" where parts.count == 1: return .search
        case "resources" where parts.count == 2: return .investigation
        case "oai" where parts.count == 1: return .harvest
        case "collections" where parts.last == "feed.atom", "tags" where parts.last == "feed.atom": return .feed
        case "collections" where parts.last == "package.zip": return .request
        case "api" where parts.count >= 3:
            if parts[2] == "search" { return .search }
            return parts[2] == "resources" && parts.count == 4 ? .request : .api
        default: return nil
        }
    }
}

/// Signs the addresses by which pages lead out to resources, so that nobody can make up clicks for what they were not
/// shown. Where an address leads is never part of it: it is the catalogue's own record of the resource.
struct OutClickSigner: Sendable {
    private let secret: SymmetricKey

    init(secret: SymmetricKey) {
        self.secret = secret
    }

    func href(of id: String, list: String? = nil) -> String {
        var address = PageAddress(path: "/out/" + FormEncoding.pathSegment(id), items: [("s", signature(of: id))])
        if let list { address = address.adding("list", list) }
        return address.href
    }

    func isGood(_ signature: String, for id: String) -> Bool {
        let (given, own) = (Array(signature.utf8), Array(self.signature(of: id).utf8))
        return given.count == own.count && zip(given, own).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func signature(of id: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data("out \(id)".utf8), using: secret).prefix(10)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
