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

    /// - Parameter clock: by which keys end and changes are dated; stands still unless told otherwise.
    package static func serving(
        _ store: CatalogueStore, clock: @escaping @Sendable () -> Date = { Fixture.instant },
        _ use: @Sendable (RunningService) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = try CatalogueService(Searcher(store), logger: logger, clock: clock).application(
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
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        request.httpShouldHandleCookies = false
        request.setValue(accept, forHTTPHeaderField: "Accept")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.timeoutInterval = 20
        let (body, response) = try await URLSession.shared.data(for: request, delegate: NoRedirects())
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

/// Shows a test the redirect itself.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
