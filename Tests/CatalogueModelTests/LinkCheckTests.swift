import CatalogueModel
import Foundation
import Testing

@Suite("LinkCheck")
struct LinkCheckTests {
    private static let start = Date(timeIntervalSince1970: 1_700_000_000)

    private static func day(_ days: Double) -> Date { start.addingTimeInterval(days * 86_400) }

    @Test("an address dies only after three failures that span three days")
    func dying() {
        var check = LinkCheck(url: "https://example.org/")
        check.note(.works(movedTo: nil), at: Self.start, spread: 0)
        for hour in 1...20 {
            check.note(.fails(reason: "HTTP 404"), at: Self.day(Double(hour) / 24), spread: 0)
            #expect(check.state == .live, "many failures within a day prove nothing")
        }
        check.note(.fails(reason: "HTTP 404"), at: Self.day(4), spread: 0)
        #expect(check.state == .dead && check.failures == 21)
    }

    @Test("two failures are not enough, however far apart")
    func twoFailures() {
        var check = LinkCheck(url: "https://example.org/")
        check.note(.fails(reason: "HTTP 410"), at: Self.start, spread: 0)
        check.note(.fails(reason: "HTTP 410"), at: Self.day(100), spread: 0)
        #expect(check.state == .unknown)
        check.note(.fails(reason: "HTTP 410"), at: Self.day(101), spread: 0)
        #expect(check.state == .dead)
    }

    @Test("one good answer revives, and failures are counted anew")
    func reviving() {
        var check = LinkCheck(url: "https://example.org/")
        for day in 0..<5 { check.note(.fails(reason: "x"), at: Self.day(Double(day)), spread: 0) }
        #expect(check.state == .dead)
        check.note(.works(movedTo: "https://example.org/new"), at: Self.day(6), spread: 0)
        #expect(check.state == .live && check.failures == 0 && check.reason == nil)
        #expect(check.movedTo == "https://example.org/new")
        check.note(.fails(reason: "x"), at: Self.day(7), spread: 0)
        #expect(check.state == .live)
    }

    @Test("what cannot be told changes no state", arguments: ["HTTP 403", "HTTP 429", "timed out"])
    func unclear(reason: String) {
        var live = LinkCheck(url: "https://example.org/")
        live.note(.works(movedTo: nil), at: Self.start, spread: 0)
        var dead = LinkCheck(url: "https://example.org/")
        for day in 0..<5 { dead.note(.fails(reason: "x"), at: Self.day(Double(day)), spread: 0) }
        for day in 10..<60 {
            live.note(.unclear(reason: reason), at: Self.day(Double(day)), spread: 0)
            dead.note(.unclear(reason: reason), at: Self.day(Double(day)), spread: 0)
        }
        #expect(live.state == .live && dead.state == .dead && live.reason == reason)
    }

    @Test("it is asked again later than now, and a dead one less often than a failing one")
    func pacing() {
        for spread in [0, 0.3, 0.999] {
            var check = LinkCheck(url: "https://example.org/")
            var failing: TimeInterval = 0
            for day in 0..<8 {
                check.note(.fails(reason: "x"), at: Self.day(Double(day)), spread: spread)
                let wait = check.nextCheckAt.timeIntervalSince(Self.day(Double(day)))
                #expect(wait > 3600)
                if check.state == .unknown { failing = wait } else { #expect(wait > failing) }
            }
        }
    }
}
