import CatalogueSearch
import CatalogueService
package import CatalogueStore
package import Foundation
import FoundationNetworking
import Logging
import ServiceLifecycle

/// The service on a free port of the loopback address, for as long as `use` runs.
package struct RunningService: Sendable {
    package let port: Int

    package static func serving(
        _ store: CatalogueStore, _ use: @Sendable (RunningService) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = try CatalogueService(Searcher(store), logger: logger, clock: { Fixture.instant }).application(host: "127.0.0.1", port: 0)
        {
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

    /// The answer to `method` of `path`, which is sent as it stands.
    package func answer(_ path: String, method: String = "GET", accept: String = "*/*") async throws -> Answer {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.setValue(accept, forHTTPHeaderField: "Accept")
        request.timeoutInterval = 20
        let (body, response) = try await URLSession.shared.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        return Answer(response, body: body)
    }

    package struct Answer: Sendable {
        package let status: Int
        package let body: Data
        /// By lower-case name.
        package let headers: [String: String]

        init(_ response: HTTPURLResponse, body: Data) {
            status = response.statusCode
            self.body = body
            headers = Dictionary(
                response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") },
                uniquingKeysWith: { first, _ in first })
        }

        package var text: String { String(decoding: body, as: UTF8.self) }

        package func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
        }
    }
}
