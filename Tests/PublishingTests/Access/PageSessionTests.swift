import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing

@Suite("Sessions of pages")
struct PageSessionTests {
    private let store: CatalogueStore
    private let sessions: PageSessions
    private let key: String

    init() throws {
        store = try CatalogueStore.containing()
        sessions = PageSessions(store)
        key = try store.key(.publisher)
    }

    private func open(at instant: Date = Fixture.instant) throws -> PageSession {
        var generator = SystemRandomNumberGenerator()
        return try sessions.open(bearing: key, at: instant, using: &generator)
    }

    @Test("A session stands for its key for twelve hours, and ends when signed out")
    func life() throws {
        let session = try open()
        let found = try #require(try sessions.session(cookie: session.cookie, at: Fixture.instant))
        #expect(found.principal == session.principal && found.formToken == session.formToken)
        let later = Fixture.instant.addingTimeInterval(PageSessions.length)
        #expect(try sessions.session(cookie: session.cookie, at: later.addingTimeInterval(-1)) != nil)
        #expect(try sessions.session(cookie: session.cookie, at: later) == nil)
        try sessions.close(cookie: session.cookie)
        #expect(try sessions.session(cookie: session.cookie, at: Fixture.instant) == nil)
    }

    @Test("No session outlives its key, its revocation or the end of all sessions")
    func ends() throws {
        let last = Fixture.instant.addingTimeInterval(30 * 86_400 - 60)
        #expect(try open(at: last).expiresAt == Fixture.instant.addingTimeInterval(30 * 86_400))
        let session = try open()
        #expect(try sessions.closeAll(by: "command", at: Fixture.instant) == 2)
        #expect(try sessions.session(cookie: session.cookie, at: Fixture.instant) == nil)
        let second = try open()
        try AccessKeys(store).revoke(second.principal.name, by: "command", at: Fixture.instant)
        #expect(try sessions.session(cookie: second.cookie, at: Fixture.instant) == nil)
    }

    @Test("A cookie of which any part is changed is none")
    func forged() throws {
        let session = try open()
        let parts = session.cookie.split(separator: ".").map(String.init)
        var made = ["", ".", "..", "a.b.c", String(repeating: "a", count: 10_000)]
        made += ["\(parts[0]).\((Int64(parts[1]) ?? 0) + 1).\(parts[2])", "\(parts[0]).\(parts[1])."]
        for (index, part) in parts.enumerated() {
            for position in part.indices {
                var changed = parts
                changed[index].replaceSubrange(position...position, with: part[position] == "7" ? "8" : "7")
                made.append(changed.joined(separator: "."))
            }
        }
        for cookie in made {
            #expect(try sessions.session(cookie: cookie, at: Fixture.instant) == nil, "\(cookie.prefix(80))")
        }
    }

    @Test("A key has at most twenty sessions: the oldest ends")
    func most() throws {
        let all = try (0..<25).map { try open(at: Fixture.instant.addingTimeInterval(Double($0))) }
        let alive = try all.map { try sessions.session(cookie: $0.cookie, at: Fixture.instant) != nil }
        #expect(alive == (0..<25).map { $0 >= 5 })
        #expect(Set(all.map(\.formToken)).count == 25)
    }
}
