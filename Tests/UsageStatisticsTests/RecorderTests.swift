import Foundation
import GRDB
import TestSupport
import Testing
import UsageStatistics

@Suite("Recording usage")
struct RecorderTests {
    @Test("what is recorded is written, by several writers at once, and nothing twice")
    func writers() async throws {
        let fixture = try UsageFixture()
        let other = try UsageStore(folder: fixture.folder.path)
        let recorders = [fixture.store, other].map { UsageRecorder($0, clock: { UsageFixture.morning }) }
        await withTaskGroup(of: Void.self) { group in
            for (number, recorder) in recorders.enumerated() {
                group.addTask {
                    for event in 0..<500 {
                        recorder.record(
                            UsageFixture.event(.investigation, 0, item: "example:\(event)", visitor: number))
                    }
                    _ = recorder.flush()
                }
            }
        }
        #expect(try fixture.count("SELECT count(*) FROM event") == 1_000)
    }

    @Test("beyond its capacity events are dropped, counted, and the count is written")
    func overload() throws {
        let fixture = try UsageFixture()
        let recorder = UsageRecorder(fixture.store, capacity: 10, clock: { UsageFixture.morning })
        let taken = (0..<25).map { _ in recorder.record(UsageFixture.event(.investigation, item: "example:1")) }
        #expect(taken.count { $0 } == 10)
        #expect(recorder.flush())
        let day = UsageDay(of: UsageFixture.morning)
        #expect(try fixture.store.losses(from: day, through: day).map(\.events) == [15])
        #expect(try fixture.count("SELECT count(*) FROM event") == 10)
    }

    @Test("on a full disk nothing is lost that fits the buffer, and the rest is said")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let store = try UsageStore(folder: folder.path, pages: 60)
        let recorder = UsageRecorder(store, capacity: 3_000, clock: { UsageFixture.morning })
        var isFull = false
        var given = 0
        while !isFull, given < 20_000 {
            for _ in 0..<500
            where recorder.record(
                UsageFixture.event(.investigation, item: "example:\(given)", visitor: given % 200))
            { given += 1 }
            isFull = !recorder.flush()
        }
        #expect(isFull)
        let written = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
        #expect(written + recorder.waiting == given)
        let roomier = try UsageStore(folder: folder.path, pages: 100_000)
        let kept = try roomier.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
        #expect(kept == written)
    }

    @Test("running, it writes by itself within a second, and once more when it is stopped")
    func running() async throws {
        let fixture = try UsageFixture()
        let recorder = UsageRecorder(fixture.store, clock: { UsageFixture.morning })
        let task = Task { await recorder.run() }
        recorder.record(UsageFixture.event(.investigation, item: "example:1"))
        for _ in 0..<200 where recorder.waiting > 0 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(recorder.waiting == 0)
        recorder.record(UsageFixture.event(.investigation, item: "example:2"))
        task.cancel()
        await task.value
        #expect(try fixture.count("SELECT count(*) FROM event") == 2)
    }

    @Test("events of days that are closed are noted as late, and change nothing")
    func clockJumps() throws {
        let fixture = try UsageFixture()
        let recorder = UsageRecorder(fixture.store, clock: { UsageFixture.morning })
        recorder.record(UsageFixture.event(.investigation, -60 * 86_400, item: "example:1"))
        recorder.record(UsageFixture.event(.investigation, -3_600, item: "example:1"))
        recorder.record(UsageFixture.event(.investigation, 3_600, item: "example:1"))
        #expect(recorder.flush())
        try fixture.roll()
        #expect(try fixture.totals().views == 2)
        let day = UsageDay(number: UsageDay(of: UsageFixture.morning).number - 60)
        #expect(try fixture.store.losses(from: day, through: day).map(\.reason) == [.late])
    }
}
