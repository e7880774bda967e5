import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import TestSupport
import Testing

@Suite("Checking addresses")
struct LinkCheckerTests {
    private func outcome(
        isAllowed: Bool = true, path: String = "/p",
        _ answer: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Step
    ) async throws -> LinkCheck.Outcome {
        let store = try CatalogueStore.containing()
        nonisolated(unsafe) var found = LinkCheck.Outcome.works(movedTo: nil)
        try await LoopbackServer.answering {
            [answer($0)]
        } _: { server in
            let address = try HTTPAddress(server.url + path)
            let checker = LinkChecker(
                store, fetcher: .test(), permission: AddressGuard(for: [address], allowsPrivateAddresses: isAllowed))
            found = try await checker.outcome(of: server.url + path)
        }
        return found
    }

    /// Answers a question for robots.txt as one who has none.
    private static func page(
        _ request: LoopbackServer.Request, _ answer: (LoopbackServer.Request) -> LoopbackServer.Step
    ) -> LoopbackServer.Step {
        request.target == "/robots.txt" ? .answer(404, text: "") : answer(request)
    }

    @Test(
        "what a status says: there, gone, or nothing that can be told",
        arguments: [(200, "works"), (204, "works"), (404, "fails"), (410, "fails")]
            + [401, 403, 405, 418, 429, 500, 503].map { ($0, "unclear") })
    func statuses(status: Int, expected: String) async throws {
        let outcome = try await outcome { request in Self.page(request) { _ in .answer(status, text: "") } }
        switch outcome {
        case .works(let movedTo): #expect(expected == "works" && movedTo == nil)
        case .fails(let reason): #expect(expected == "fails" && reason == "HTTP \(status)")
        case .unclear(let reason): #expect(expected == "unclear" && !reason.isEmpty)
        }
    }

    @Test("a host that refuses HEAD is asked with GET", arguments: [403, 404, 405, 500, 501])
    func head(status: Int) async throws {
        let outcome = try await outcome { request in
            Self.page(request) { $0.method == "HEAD" ? .answer(status, text: "") : .answer(200, text: "đây") }
        }
        #expect(outcome == .works(movedTo: nil))
    }

    @Test("a redirect is followed; one for good is recorded, one for now is not", arguments: [301, 302, 307, 308])
    func redirects(status: Int) async throws {
        let outcome = try await outcome { request in
            Self.page(request) {
                $0.target == "/p" ? .answer(status, [("Location", "/moi")], text: "") : .answer(200, text: "")
            }
        }
        guard case .works(let movedTo) = outcome else {
            Issue.record(Comment(rawValue: "\(outcome)"))
            return
        }
        #expect((movedTo?.hasSuffix("/moi") ?? false) == (status == 301 || status == 308))
    }

    @Test("a redirect that never ends fails")
    func loop() async throws {
        let outcome = try await outcome { request in
            Self.page(request) { _ in .answer(302, [("Location", "/p?\(request.target.utf8.count)")], text: "") }
        }
        guard case .fails = outcome else {
            Issue.record(Comment(rawValue: "\(outcome)"))
            return
        }
    }

    @Test("an address of this machine or a private network is never asked, and is no address for learners")
    func privateAddress() async throws {
        let outcome = try await outcome(isAllowed: false) { _ in
            Issue.record("the server was asked")
            return .answer(200, text: "")
        }
        guard case .fails = outcome else {
            Issue.record(Comment(rawValue: "\(outcome)"))
            return
        }
    }

    @Test(
        "an address dies only after failures over days, is left out of a search for live ones, and comes back at once")
    func days() async throws {
        let site = WebSite()
        try await site.serving { server in
            let time = TestTime()
            let resource = Fixture.resource("example:1") { $0.url = server.url + "/p" }
            let store = try CatalogueStore.containing(resource)
            let checker = LinkChecker(
                store, fetcher: .test(time),
                permission: AddressGuard(for: [try HTTPAddress(server.url)], allowsPrivateAddresses: true))
            var states: [LinkState] = []
            for day in 0..<12 {
                if day == 10 { site.put("/p", "text/html", "trở lại") }
                _ = try await checker.checkDue(limit: 10)
                states.append(try store.linkCheck(of: server.url + "/p").state)
                time.pass(.seconds(86_400))
            }
            #expect(states.first == .unknown && states[1] == .unknown)
            #expect(states[9] == .dead)
            time.pass(.seconds(40 * 86_400))
            _ = try await checker.checkDue(limit: 10)
            #expect(try store.linkCheck(of: server.url + "/p").state == .live)
        }
    }
}
