import Foundation
import Synchronization
import TestSupport

/// A made-up site on the loopback address, whose pages may be changed while it runs.
final class WebSite: Sendable {
    struct Page: Sendable {
        var type: String
        var body: [UInt8]
        var status = 200
    }

    private struct State {
        var pages: [String: Page] = [:]
        var asked: [String] = []
    }

    private let state = Mutex(State())

    /// Paths that were asked for since the last call, with the status of the answer.
    func asked() -> [String] {
        state.withLock { state in
            defer { state.asked = [] }
            return state.asked
        }
    }

    func put(_ path: String, _ type: String, _ text: String, status: Int = 200) {
        put(path, Page(type: type, body: Array(text.utf8), status: status))
    }

    func put(_ path: String, _ page: Page) { state.withLock { $0.pages[path] = page } }

    func remove(_ path: String) { state.withLock { $0.pages[path] = nil } }

    /// `%HOST%` in texts stands for scheme, host and port of the site.
    func serving(_ use: @Sendable (LoopbackServer) async throws -> Void) async throws {
        try await LoopbackServer.answering { request in
            self.answer(request)
        } _: {
            try await use($0)
        }
    }

    func answer(_ request: LoopbackServer.Request) -> [LoopbackServer.Step] {
        state.withLock { state in
            guard let page = state.pages[request.target] else {
                state.asked.append("404 \(request.target)")
                return [.answer(404, text: "no")]
            }
            let host = "http://\(request.headers["host"] ?? "")"
            let body = Self.replacing(page.body, "%HOST%", with: host)
            let tag = "\"\(body.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) })\""
            let status = request.headers["if-none-match"] == tag && page.status == 200 ? 304 : page.status
            state.asked.append("\(status) \(request.target)")
            return [.answer(status, [("Content-Type", page.type), ("ETag", tag)], body: status == 304 ? [] : body)]
        }
    }

    private static func replacing(_ bytes: [UInt8], _ mark: String, with text: String) -> [UInt8] {
        var result = bytes
        while let found = result.firstRange(of: Array(mark.utf8)) { result.replaceSubrange(found, with: text.utf8) }
        return result
    }
}
