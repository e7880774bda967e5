import Foundation
import Harvesting
import Synchronization
import TestSupport
import Testing

@Suite("Politeness", .timeLimit(.minutes(2)))
struct PolitenessTests {
    @Test("a host gets one request at a time and a pause after each; other hosts do not wait")
    func pacing() async throws {
        let time = TestTime()
        let pacer = HostPacer(clock: .test(time))
        let active = Shared(0)
        let starts = Shared<[Duration]>([])
        let crowds = Shared<Set<Int>>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await pacer.paced("a.example", pause: .seconds(3)) {
                        starts.change { $0.append(time.elapsed) }
                        active.change { $0 += 1 }
                        for _ in 0..<5 { await Task.yield() }
                        crowds.change { $0.insert(active.value) }
                        active.change { $0 -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(crowds.value == [1])
        #expect(starts.value == (0..<20).map { .seconds(3 * $0) })
        let before = time.sleeps.count
        try await pacer.paced("b.example", pause: .seconds(3)) {}
        #expect(time.sleeps.count == before)
    }

    @Test("whoever leaves the line or fails lets the next one go on")
    func leaving() async throws {
        let pacer = HostPacer(clock: .test(TestTime()))
        struct Failure: Error {}
        await #expect(throws: Failure.self) { try await pacer.paced("a", pause: .zero) { throw Failure() } }
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await pacer.paced("a", pause: .zero) { for await _ in gate { break } }
        }
        try await Task.sleep(for: .milliseconds(50))
        let waiting = (0..<10).map { number in
            Task { try await pacer.paced("a", pause: .zero) { number } }
        }
        try await Task.sleep(for: .milliseconds(50))
        for index in [0, 3, 9] { waiting[index].cancel() }
        try await Task.sleep(for: .milliseconds(50))
        opener.finish()
        try await first.value
        for (index, task) in waiting.enumerated() {
            let result = await task.result
            if [0, 3, 9].contains(index) {
                #expect(throws: CancellationError.self) { try result.get() }
            } else {
                #expect(try result.get() == index)
            }
        }
        try await pacer.paced("a", pause: .zero) {}
    }

    @Test("own pauses double up to a limit, with jitter")
    func backoff() {
        let backoff = Backoff()
        let pauses = (1...9).map { backoff.pause(after: $0, random: 1) }
        #expect(pauses == [5, 10, 20, 40, 80, 160, 300, 300, 300].map { .seconds($0) })
        #expect(backoff.pause(after: 3, random: 0) == .seconds(10))
        #expect(backoff.pause(after: .max, random: 1) == .seconds(300))
    }

    /// A server that fails a few times before it answers.
    private func failing(
        _ answers: [LoopbackServer.Step], _ use: @Sendable (LoopbackServer) async throws -> Void
    ) async throws {
        let rest = Mutex(answers)
        try await LoopbackServer.answering { _ in
            [rest.withLock { $0.isEmpty ? .answer(text: "at last") : $0.removeFirst() }]
        } _: {
            try await use($0)
        }
    }

    @Test("overload and broken connections are waited for, Retry-After before all")
    func retries() async throws {
        let answers: [LoopbackServer.Step] = [
            .answer(503, [("Retry-After", "77")], text: ""), .answer(429, text: ""),
            .head(200, [("Content-Length", "9")], [0x61]),
        ]
        try await failing(answers) { server in
            let time = TestTime()
            let answer = try await PoliteFetcher.test(time).fetch(try server.request("/"), pause: .seconds(1))
            #expect(try answer.body.text == "at last")
            #expect(time.sleeps == [.seconds(77), .seconds(7.5), .seconds(15)])
        }
    }

    @Test("after the last attempt the failure is told as it was")
    func givesUp() async throws {
        try await failing(Array(repeating: .answer(500, text: "broken"), count: 10)) { server in
            let time = TestTime()
            let request = try server.request("/")
            let found = await reason { try await PoliteFetcher.test(time).fetch(request, pause: .seconds(1)) }
            #expect(found == .status(500, nil))
            #expect(time.sleeps.count == 3)
        }
    }

    @Test("a server that wants hours is left alone, and the hour to come back is told")
    func comesBack() async throws {
        let date = "Tue, 14 Nov 2023 23:13:21 GMT"
        for header in ["3601", "7200", date] {
            try await failing([.answer(503, [("Retry-After", header)], text: "")]) { server in
                let time = TestTime()
                let request = try server.request("/")
                guard
                    case .comeBack(let until, status: 503)? = await reason({
                        try await PoliteFetcher.test(time).fetch(request, pause: .seconds(1))
                    })
                else {
                    Issue.record("waited for \(header)")
                    return
                }
                #expect(until == time.now.addingTimeInterval(Double(header) ?? 3601))
                #expect(time.sleeps.isEmpty)
            }
        }
    }

    @Test("a plain refusal is an answer: nobody asks again")
    func plainRefusal() async throws {
        try await failing([.answer(404, text: "no")]) { server in
            let time = TestTime()
            let answer = try await PoliteFetcher.test(time).fetch(try server.request("/"), pause: .seconds(1))
            #expect(answer.status == 404 && time.sleeps.isEmpty)
        }
    }

    @Test(
        "robots.txt decides, is asked once a day, and its absence allows all",
        arguments: [
            (200, "User-agent: *\nDisallow: /private\nCrawl-delay: 9", true, false), (404, "", true, true),
            (403, "", true, true), (500, "", false, false), (429, "", false, false),
        ])
    func robots(status: Int, text: String, openPage: Bool, privatePage: Bool) async throws {
        let asked = Mutex<[String]>([])
        try await LoopbackServer.answering { request in
            asked.withLock { $0.append(request.target) }
            return request.target == "/robots.txt" ? [.answer(status, text: text)] : [.answer(text: "page")]
        } _: { server in
            let time = TestTime()
            let fetcher = PoliteFetcher.test(time)
            for (path, expected) in [("/open", openPage), ("/private/1", privatePage), ("/open", openPage)] {
                let request = try server.request(path)
                let found = await reason { try await fetcher.fetchAsRobot(request, pause: .seconds(2)) }
                #expect(found == (expected ? nil : .disallowedByRobots), "\(path)")
            }
            #expect(asked.withLock { $0.filter { $0 == "/robots.txt" }.count } == 1)
            if status == 200 { #expect(time.sleeps == [.seconds(2), .seconds(9)]) }
            time.pass(.seconds(90_000))
            let again = try server.request("/open")
            _ = await reason { try await fetcher.fetchAsRobot(again, pause: .seconds(2)) }
            #expect(asked.withLock { $0.filter { $0 == "/robots.txt" }.count } == 2)
        }
    }
}
