import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Harvests that are interrupted", .serialized, .timeLimit(.minutes(5)))
struct InterruptionTests {
    /// A task that may be cancelled from anywhere, even before it was begun.
    private final class Cancellation: Sendable {
        private let state = Mutex<(task: Task<HarvestReport, any Error>?, isCancelled: Bool)>((nil, false))

        func run(_ body: @escaping @Sendable () async throws -> HarvestReport) async -> Result<HarvestReport, any Error>
        {
            let task = Task { try await body() }
            state.withLock {
                $0.task = task
                if $0.isCancelled { task.cancel() }
            }
            return await task.result
        }

        func cancel() {
            state.withLock {
                $0.isCancelled = true
                $0.task?.cancel()
            }
        }
    }

    private enum Moment {
        case request(Int)
        case time(Duration)
    }

    @Test(
        "a harvest that is stopped at any moment and run again ends as one that was not",
        arguments: 0..<20, [OAIProviderSettings.DeletedRecords.persistent, .no])
    func stopped(seed: UInt64, deletedRecords: OAIProviderSettings.DeletedRecords) async throws {
        // In each of two harvests three moments, by request or by time.
        var generator = SeededGenerator(seed: seed)
        let moments = (0..<2).map { _ in
            (0..<3).map { _ in
                Bool.random(using: &generator)
                    ? Moment.request(Int.random(in: 0..<12, using: &generator))
                    : Moment.time(.microseconds(Int.random(in: 0..<60_000, using: &generator)))
            }
        }
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(45), time: harvests.time)
        provider.set { ($0.deletedRecords, $0.pageSize) = (deletedRecords, 5) }
        try await provider.serving { url in
            try harvests.register([url])
            for (round, moments) in moments.enumerated() {
                for moment in moments {
                    let cancellation = Cancellation()
                    provider.forgetRequests()
                    switch moment {
                    case .request(let number): provider.change(beforeRequest: number) { _ in cancellation.cancel() }
                    case .time(let wait):
                        Task {
                            try await Task.sleep(for: wait)
                            cancellation.cancel()
                        }
                    }
                    let report = try await cancellation.run { try await harvests.run() }.get()
                    #expect([.aborted, .success].contains(report.verdict))
                    #expect(try harvests.state().lease == nil)
                    if report.verdict == .aborted {
                        #expect(try harvests.store.dueSources(at: harvests.time.now).map(\.id) == [Harvests.source])
                    }
                }
                provider.forgetRequests()
                #expect(try await harvests.run().verdict == .success)
                #expect(try harvests.titles() == provider.titles)
                guard round == 0 else { return }
                #expect(Set(try harvests.versions().values) == [1])
                #expect(try harvests.withdrawn().isEmpty)
                harvests.time.pass(.seconds(3 * 86_400))
                provider.delete(1, 20, 44)
                for number in 2..<19 { provider.put(ProvidedRecord(number, title: "Sửa \(number)")) }
            }
        }
    }

    @Test("while one harvests, another is refused, told by whom, and a dry run is not")
    func lease() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        try await provider.serving { url in
            try harvests.register([url])
            let attempts = Mutex<[String]>([])
            let others = try Harvests(harvests.store, time: harvests.time)
            let report = try await harvests.run(
                holder: "máy-a:1",
                progress: { _ in
                    do {
                        let session = try HarvestSession(
                            others.store, source: Harvests.source, kind: .full, holder: "máy-b:2", at: others.time.now)
                        attempts.withLock { $0.append("began \(session.run)") }
                    } catch {
                        attempts.withLock { $0.append("\(error)") }
                    }
                })
            #expect(report.verdict == .success)
            let told = attempts.withLock { $0 }
            #expect(told.count == 4 && told.allSatisfy { $0.contains("máy-a:1") })
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a harvest whose process died is taken over when its lease ran out; if it comes back, it writes nothing")
    func takenOver() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        @Sendable func exchange(_ flag: inout Bool, with new: Bool) -> Bool {
            defer { flag = new }
            return flag
        }
        let (held, release) = AsyncStream.makeStream(of: Void.self)
        let isHeld = Mutex(true)
        let (reached, reach) = AsyncStream.makeStream(of: Void.self)
        try await LoopbackServer.answering { request in
            // The third page of the first harvester waits.
            let isThird = request.target.contains("%212%210") || request.target.contains("!2!0")
            if isThird, isHeld.withLock({ exchange(&$0, with: false) }) {
                reach.finish()
                for await _ in held {}
            }
            return provider.answer(to: request)
        } _: { server in
            try harvests.register([server.url + "/oai"])
            let first = Task { try await harvests.run(holder: "máy-a:1") }
            for await _ in reached {}
            #expect(try harvests.titles().count == 20)
            // A fetcher of its own, as another process has.
            let other = try Harvests(harvests.store, time: harvests.time)
            await #expect(throws: HarvestSourceError.self) { try await other.run(holder: "máy-b:2") }
            harvests.time.pass(.seconds(601))
            let report = try await other.run(holder: "máy-b:2")
            #expect(report.verdict == .success && report.counts.added == 15)
            #expect(try harvests.titles() == provider.titles)
            let before = try harvests.everything()
            release.finish()
            await #expect(throws: HarvestSourceError.self) { try await first.value }
            #expect(try harvests.everything() == before)
        }
    }

    @Test("somebody who asks for it stops a harvest after its page; the next one goes on from there")
    func aborted() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        try await provider.serving { url in
            try harvests.register([url])
            #expect(try !harvests.store.requestAbort(of: Harvests.source, at: harvests.time.now))
            let report = try await harvests.run(progress: { counts in
                guard counts.added == 10 else { return }
                _ = try? harvests.store.requestAbort(of: Harvests.source, at: harvests.time.now)
            })
            #expect(report.verdict == .aborted && report.counts.added == 20)
            provider.forgetRequests()
            #expect(try await harvests.run().counts.added == 15)
            #expect(provider.asked("ListRecords").count == 2)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a harvest that takes too long stops after its page and goes on next time")
    func timeLimit() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        try await provider.serving { url in
            try harvests.register([url]) { $0.delay = 60 }
            let report = try await harvests.run { $0.timeLimit = .seconds(200) }
            #expect(report.verdict == .partial && report.run.endedBy?.code == "time-limit")
            #expect((10..<35).contains(try harvests.titles().count))
            #expect(try await harvests.run().verdict == .success)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a full harvest asked for while a list of changes is half read begins at the beginning")
    func fullAfterHalf() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(45), time: harvests.time)
        try await provider.serving { url in
            try await harvests.register([url]).run()
            harvests.time.pass(.seconds(3 * 86_400))
            for number in 0..<25 { provider.put(ProvidedRecord(number, title: "Sửa \(number)")) }
            provider.script([.always(.status(500), page: 1)])
            try await harvests.run()
            provider.script([])
            let report = try await harvests.run { $0.isFull = true }
            #expect(report.verdict == .success && report.counts.read == 45 && report.counts.withdrawn == 0)
            #expect(try harvests.titles() == provider.titles)
        }
    }
}
