import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Harvests of what changed", .serialized, .timeLimit(.minutes(10)))
struct IncrementalHarvestTests {
    @Test(
        "the second harvest asks from a day before the first, and does what changed and nothing else",
        arguments: [true, false])
    func incremental(usesSeconds: Bool) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.set { $0.usesSeconds = usesSeconds }
        try await provider.serving { url in
            try harvests.register([url])
            let start = harvests.time.now
            #expect(try await harvests.run().run.kind == .full)
            let versions = try harvests.versions()
            harvests.time.pass(.seconds(10 * 86_400))
            provider.put(ProvidedRecord(3, title: "Giáo trình sửa lại"))
            provider.put(ProvidedRecord(100))
            provider.put(ProvidedRecord(101))
            provider.delete(7)
            provider.forgetRequests()
            let report = try await harvests.run()
            let from = try #require(provider.asked("ListRecords").first?["from"])
            let expected = start.addingTimeInterval(-86_400).ISO8601Format()
            #expect(from.prefix(10) == expected.prefix(10) && from.count == (usesSeconds ? 20 : 10))
            #expect(report.run.kind == .incremental && report.verdict == .success)
            #expect(report.counts.added == 2 && report.counts.changed == 1 && report.counts.withdrawn == 1)
            #expect(report.counts.read == 4 && report.counts.addsUp)
            #expect(try harvests.titles() == provider.titles)
            #expect(try harvests.withdrawn() == [ProvidedRecord.identifier(7): "deleted-at-source"])
            let changed = try harvests.versions().filter { versions[$0.key] != nil && versions[$0.key] != $0.value }
            #expect(changed == [ProvidedRecord.identifier(3): 2])
        }
    }

    @Test("a harvest of nothing new changes no row but the reports")
    func unchanged() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        try await provider.serving { url in
            try await harvests.register([url]).run()
            let before = try harvests.everything().filter {
                $0.hasPrefix("learningResource") || $0.hasPrefix("changeLog")
            }
            for isFull in [false, true, false] {
                harvests.time.pass(.seconds(2 * 86_400))
                let report = try await harvests.run { $0.isFull = isFull }
                #expect(report.verdict == .success && report.counts.accepted == report.counts.unchanged)
                #expect(report.counts.read == (isFull ? 35 : 0))
            }
            let after = try harvests.everything().filter {
                $0.hasPrefix("learningResource") || $0.hasPrefix("changeLog")
            }
            #expect(after == before)
        }
    }

    @Test("a repository that changes the granularity of its dates is understood", arguments: [true, false])
    func granularity(usesSecondsFirst: Bool) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.set { $0.usesSeconds = usesSecondsFirst }
        try await provider.serving { url in
            try await harvests.register([url]).run()
            harvests.time.pass(.seconds(3 * 86_400))
            provider.set { $0.usesSeconds = !usesSecondsFirst }
            provider.put(ProvidedRecord(5, title: "Đã sửa"))
            #expect(try await harvests.run().verdict == .success)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("one that changes it in the middle of a list is understood, too")
    func granularityInBetween() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        try await provider.serving { url in
            try await harvests.register([url]).run()
            harvests.time.pass(.seconds(3 * 86_400))
            for number in 0..<30 { provider.put(ProvidedRecord(number, title: "Bản mới \(number)")) }
            provider.script([.always(.status(500), page: 1)])
            #expect(try await harvests.run().verdict == .partial)
            provider.set { $0.usesSeconds = false }
            provider.script([OAIFault(.expiredToken)])
            harvests.time.pass(.seconds(3600))
            #expect(try await harvests.run().verdict == .success)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("sets are harvested one after another; one that is missing is told, and the others are kept")
    func sets() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(40), time: harvests.time)
        provider.set { $0.sets = ["oer", "oer:video", "khac", "trong"] }
        provider.change { records in
            for index in records.indices { records[index].sets = [["oer:video"], ["oer"], ["khac"], []][index % 4] }
        }
        try await provider.serving { url in
            let report = try await harvests.register([url]) { $0.sets = ["oer", "khac", "trong"] }.run()
            #expect(report.verdict == .success && report.codes.contains("list-empty"))
            let expected = provider.records.filter { !$0.sets.isEmpty }.map(\.identifier)
            #expect(Set(try harvests.titles().keys) == Set(expected))
            harvests.time.pass(.seconds(86_400))
            let second = try await harvests.register([url]) { $0.sets = ["mat-roi", "oer"] }.run()
            #expect(second.verdict == .partial && second.run.endedBy?.code == "set-missing")
            #expect(try harvests.titles().count == 30)
            #expect(try harvests.withdrawn().isEmpty)
        }
    }

    @Test("a record that left its set is withdrawn by a full harvest, although the repository still has it")
    func leftSet() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(20), time: harvests.time)
        provider.set { $0.sets = ["oer", "khac"] }
        provider.change { records in for index in records.indices { records[index].sets = ["oer"] } }
        try await provider.serving { url in
            try await harvests.register([url]) { $0.sets = ["oer"] }.run()
            provider.change { $0[4].sets = ["khac"] }
            harvests.time.pass(.seconds(86_400))
            try await harvests.run { $0.isFull = true }
            #expect(try harvests.withdrawn() == [ProvidedRecord.identifier(4): "missing-at-source"])
        }
    }
}
