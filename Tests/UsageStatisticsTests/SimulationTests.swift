import Foundation
import GRDB
import TestSupport
import Testing
import UsageStatistics

@Suite("Simulated use")
struct SimulationTests {
    private static func run(_ fixture: UsageFixture, seed: UInt64) throws -> Int {
        let rollup = UsageRollup(fixture.store, robots: try UsageFixture.robots()) { UsageFixture.facts($0) }
        return try UsageSimulation(fixture.store, items: ["example:1", "example:2", "example:3"], seed: seed).run(
            from: UsageDay(year: 2026, month: 1, day: 1), through: UsageDay(year: 2026, month: 2, day: 28),
            rollup: rollup)
    }

    @Test("the same seed makes the same figures, another other ones, and the file says they are made up")
    func seeds() throws {
        func totals(_ seed: UInt64) throws -> UsageTotals {
            let fixture = try UsageFixture()
            #expect(try Self.run(fixture, seed: seed) > 1_000)
            #expect(fixture.store.isSimulated)
            return try UsageReader(fixture.store).totals(
                from: UsageMonth(year: 2026, month: 1), through: UsageMonth(year: 2026, month: 2))
        }
        let one = try totals(1)
        #expect(try one == totals(1))
        #expect(try one != totals(2))
        #expect(one.views > 0 && one.searches > 0 && one.outClicks > 0)
    }

    @Test("made-up use is never mixed with real use, and COUNTER reports of it name it")
    func marked() throws {
        let real = try UsageFixture()
        try real.store.append([UsageFixture.event(.investigation, item: "example:1")])
        #expect(throws: UsageError.hasRealUse) { try Self.run(real, seed: 1) }
        let fixture = try UsageFixture()
        _ = try Self.run(fixture, seed: 1)
        let month = UsageMonth(year: 2026, month: 1)
        let report = try CounterReport(
            CounterRequest(.platform, from: month, through: month), institutionName: "The World",
            store: fixture.store, at: UsageFixture.morning)
        #expect(CounterWriter(report).tsv.contains("Created_By\tHocLieuMo (SIMULATED USAGE)"))
    }
}
