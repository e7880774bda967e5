import AsyncHTTPClient
import CatalogueSearch
import CatalogueService
package import CatalogueStore
package import Foundation
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
package import UsageStatistics

/// The service on a free port of the loopback address, for as long as `use` runs.
package struct RunningService: Sendable {
    package let port: Int

    /// - Parameter clock: by which keys end and changes are dated; stands still unless told otherwise.
    package static func serving(
        _ store: CatalogueStore, usage: UsageStore? = nil, clock: @escaping @Sendable () -> Date = { Fixture.instant },
        _ use: @Sendable (RunningService) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let counting = try usage.map { usage in
            try UsageService(
                store: usage, recorder: UsageRecorder(usage, clock: clock), robots: RobotList())
        }
        let application = try CatalogueService(
            Searcher(store), logger: logger, usage: counting, clock: clock
        ).application(
            host: "127.0.0.1", port: 0
        ) {
            continuation.yield($0)
            continuation.finish()
        }
        let group = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var found = ports.makeAsyncIterator()
            guard let port = await found.next() else { throw URLError(.cannotConnectToHost) }
            do {
                try await use(RunningService(port: port))
                await group.triggerGracefulShutdown()
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            try await tasks.waitForAll()
        }
    }

    /// The answer to `method` of `path`, which is sent as it stands; no cookie is kept and no redirect followed.
    package func answer(
        _ path: String, method: String = "GET", accept: String = "*/*", headers: [String: String] = [:],
        body: Data? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = HTTPMethod(rawValue: method)
        request.headers.add(name: "Accept", value: accept)
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        // Beside hundreds of tests on two cores an answer may wait for long; how fast it is, benchmarks measure.
        let response = try await Self.client.execute(request, timeout: .minutes(10))
        return Answer(response, body: Data(try await response.body.collect(upTo: 64 << 20).readableBytesView))
    }

    /// Follows no redirect and keeps no cookie: a test sees what the service said.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    package struct Answer: Sendable {
        package let status: Int
        package let body: Data
        /// By lower-case name.
        package let headers: [String: String]

        init(_ response: HTTPClientResponse, body: Data) {
            status = Int(response.status.code)
            self.body = body
            headers = Dictionary(
                response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $0 + ", " + $1 })
        }

        package var text: String { String(decoding: body, as: UTF8.self) }

        package func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
        }
    }
}
