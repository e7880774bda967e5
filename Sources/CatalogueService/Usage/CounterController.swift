import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import UsageStatistics

/// `/r51`: the API of COUNTER 5.1 (its Code of Practice, section 8, and the specification COUNTER_API).
///
/// Reports over everything are for curators, officials and administrators, those of an institution for itself: both name
/// small counts. A key of the catalogue stands in `Authorization`, `api_key` or `requestor_id`.
struct CounterController: Sendable {
    let catalogue: CatalogueReader
    let usage: UsageService
    let clock: @Sendable () -> Date
    private let limiter = RateLimiter(limit: 120, seconds: 60)

    init(catalogue: CatalogueReader, usage: UsageService, clock: @escaping @Sendable () -> Date) {
        self.catalogue = catalogue
        self.usage = usage
        self.clock = clock
    }

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/r51", use: start)
        router.get("/r51/status", use: status)
        router.get("/r51/members", use: members)
        router.get("/r51/reports", use: reports)
        router.get("/r51/reports/:report", use: report)
    }

    /// What there is, for those who type the address alone.
    @Sendable private func start(_ request: Request, context: ServiceContext) async throws -> Response {
        let reports = CounterKind.allCases.map { "/r51/reports/" + $0.rawValue.lowercased() }
        return try Self.json(
            [
                "Description": "COUNTER R5.1 reports of \(CounterReport.platform)",
                "Endpoints": ["/r51/status", "/r51/members", "/r51/reports"] + reports,
            ] as [String: Any])
    }

    @Sendable private func status(_ request: Request, context: ServiceContext) async throws -> Response {
        try Self.json([
            ["Description": "COUNTER R5.1 reports of \(CounterReport.platform)", "Service_Active": true]
                as [String: Any]
        ])
    }

    @Sendable private func members(_ request: Request, context: ServiceContext) async throws -> Response {
        try await answered(request, context) { principal, searcher in
            var members: [[String: Any]] = []
            let registers = try searcher.reference().registers
            func member(_ id: String, _ name: String) -> [String: Any] {
                ["Customer_ID": id, "Institution_Name": name, "Institution_ID": ["Proprietary": ["hoclieu:\(id)"]]]
            }
            if let own = principal.institution {
                members.append(member(own, registers.institution(own)?.name ?? own))
            } else {
                members.append(member(CounterRequest.world, "The World"))
                for (id, rows) in registers.institutions.sorted(by: { $0.key < $1.key }) {
                    members.append(member(id, rows.last?.name ?? id))
                }
            }
            return try Self.json(members)
        }
    }

    @Sendable private func reports(_ request: Request, context: ServiceContext) async throws -> Response {
        let usage = usage
        return try await answered(request, context) { _, _ in
            let period = try UsageReader(usage.store).period()
            return try Self.json(
                CounterKind.allCases.map { kind in
                    var report: [String: Any] = [
                        "Report_Name": kind.name, "Report_ID": kind.rawValue, "Release": "5.1",
                        "Report_Description": kind.description,
                    ]
                    report["First_Month_Available"] = period?.lowerBound.text
                    report["Last_Month_Available"] = period?.upperBound.text
                    return report
                })
        }
    }

    @Sendable private func report(_ request: Request, context: ServiceContext) async throws -> Response {
        guard let kind = CounterKind(name: context.pathText("report")) else { throw Problem.noSuchAddress }
        let (usage, now, parameters) = (usage, clock(), request.formQuery.items)
        return try await answered(request, context) { principal, searcher in
            var asked = try CounterRequest(kind, parameters: parameters)
            // Also as reports name it: hoclieu:phet.
            let given = parameters.first { $0.name == "customer_id" }?.value ?? ""
            let customer = given.hasPrefix("hoclieu:") ? String(given.dropFirst(8)) : given
            var name = "The World"
            if customer == CounterRequest.world {
                guard principal.role != .publisher else { throw CounterException(2010, data: customer) }
            } else {
                guard principal.mayPublish(for: customer),
                    let row = try searcher.reference().registers.institution(customer)
                else { throw CounterException(2010, data: customer) }
                asked.institution = customer
                name = row.name
            }
            let report = try CounterReport(asked, institutionName: name, store: usage.store, at: now)
            return Self.json(bytes: try CounterWriter(report).json(), status: .ok)
        }
    }

    private func answered(
        _ request: Request, _ context: ServiceContext,
        _ answer: @escaping @Sendable (Principal, Searcher) throws -> Response
    ) async throws -> Response {
        let now = clock()
        do {
            guard limiter.take(context.clientAddress(request), at: now) else { throw CounterException(1020) }
            let principal = try await principal(request, context, at: now)
            return try await catalogue.read { searcher in try answer(principal, searcher) }
        } catch let exception as CounterException {
            let body = try JSONSerialization.data(
                withJSONObject: CounterWriter.object(exception), options: [.sortedKeys, .withoutEscapingSlashes])
            return Self.json(bytes: body, status: HTTPResponse.Status(code: exception.httpStatus))
        }
    }

    private func principal(
        _ request: Request, _ context: ServiceContext, at now: Date
    ) async throws -> Principal {
        if let principal = context.principal { return principal }
        let query = request.formQuery
        let given = [query["api_key"], query["requestor_id"]].compactMap(\.self).filter { !$0.isEmpty }
        guard let key = given.first else { throw CounterException(2000) }
        let found = try await catalogue.read { searcher in
            try? AccessKeys(searcher.store).principal(bearing: key, at: now)
        }
        guard let found else { throw CounterException(2020) }
        return found
    }

    private static func json(_ object: Any) throws -> Response {
        json(
            bytes: try JSONSerialization.data(
                withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]), status: .ok)
    }

    private static func json(bytes: Data, status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
