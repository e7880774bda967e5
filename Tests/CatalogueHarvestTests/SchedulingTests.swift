import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import Logging
import TestSupport
import Testing

@Suite("When sources are harvested", .serialized, .timeLimit(.minutes(10)))
struct SchedulingTests {
    @Test("a host that cannot be reached is a failure, and is asked ever more seldom, but never dropped")
    func backOff() async throws {
        let harvests = try Harvests()
        try harvests.register(["http://127.0.0.1:9/oai"])
        var waits: [TimeInterval] = []
        for failures in 1...12 {
            let report = try await harvests.run()
            #expect(report.verdict == .failed && report.run.endedBy?.code == "connection-refused")
            let state = try harvests.state()
            #expect(state.failures == failures && state.lease == nil)
            waits.append(state.nextRunAt.timeIntervalSince(harvests.time.now).rounded())
        }
        #expect(Array(waits.prefix(4)) == [900, 1800, 3600, 7200])
        #expect(waits.last == 7 * 86_400 && waits == waits.sorted())
    }

    @Test("a source that is well again is asked as often as before; one that asks for a pause gets it")
    func recovers() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(15), time: harvests.time)
        provider.script([.always(.status(503, retryAfter: 100_000), verb: "Identify")])
        try await provider.serving { url in
            try harvests.register([url]) { $0.interval = 7_200 }
            #expect(try await harvests.run().verdict == .failed)
            #expect(try harvests.state().nextRunAt >= harvests.time.now.addingTimeInterval(99_999))
            provider.script([])
            #expect(try await harvests.run().verdict == .success)
            let state = try harvests.state()
            #expect(state.failures == 0)
            #expect(state.nextRunAt.timeIntervalSince(harvests.time.now).rounded() == 7_200)
        }
    }

    @Test("the scheduler harvests what is due, the others and the paused ones not")
    func scheduler() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(15), time: harvests.time)
        try await provider.serving { url in
            try harvests.register([url])
            let scheduler = HarvestScheduler(
                harvests.store, fetcher: harvests.fetcher, holder: "máy:1",
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            try harvests.store.pause(Harvests.source, reason: "đang sửa")
            await scheduler.harvestDue()
            #expect(try harvests.titles().isEmpty)
            try harvests.store.pause(Harvests.source, reason: nil)
            await scheduler.harvestDue()
            #expect(try harvests.titles() == provider.titles)
            provider.forgetRequests()
            await scheduler.harvestDue()
            #expect(provider.requests.isEmpty)
            harvests.time.pass(.seconds(86_400))
            await scheduler.harvestDue()
            #expect(!provider.requests.isEmpty)
        }
    }
}
