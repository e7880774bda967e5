import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import TestSupport
import Testing
import Vocabularies

@Suite("Records in conflict", .serialized, .timeLimit(.minutes(10)))
struct RecordConflictTests {
    private func harvesting(
        _ records: [ProvidedRecord], _ use: @Sendable (Harvests, OAIProvider) async throws -> Void
    ) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(records, time: harvests.time)
        try await provider.serving { url in
            try harvests.register([url])
            try await use(harvests, provider)
        }
    }

    @Test("an identifier that comes twice in a list is one resource, and the last says what it is")
    func twice() async throws {
        var records = ProvidedRecord.series(12)
        records.append(ProvidedRecord(3, title: "Lần thứ hai"))
        try await harvesting(records) { harvests, provider in
            let report = try await harvests.run()
            #expect(report.counts.added == 12 && report.counts.changed == 1 && report.counts.addsUp)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("two records that give one identifier: the first is taken in, the second is told")
    func sameResource() async throws {
        var records = ProvidedRecord.series(3)
        records[2].identifier = ProvidedRecord.identifier(1).uppercased()
        try await harvesting(records) { harvests, _ in
            let report = try await harvests.run()
            #expect(report.counts.addsUp && report.counts.added + report.counts.refused == 3)
            #expect(try harvests.titles().count == report.counts.added)
        }
    }

    @Test("an identifier of another institution is refused, harvest after harvest, and its resource stays as it was")
    func otherInstitution() async throws {
        let taken = Fixture.resource(ProvidedRecord.identifier(1), title: "Của trường khác") {
            $0.publisher = Publisher(id: "khac", name: "Trường Khác")
        }
        let harvests = try Harvests(try CatalogueStore.containing(taken))
        let provider = OAIProvider(ProvidedRecord.series(3), time: harvests.time)
        try await provider.serving { url in
            try harvests.register([url])
            for _ in 0..<2 {
                let report = try await harvests.run { $0.isFull = true }
                #expect(report.verdict == .partial && report.counts.refused == 1 && report.counts.accepted == 2)
                #expect(report.problems.first?.reason == .duplicateIdentifier)
                #expect(report.problems.first?.examples.first?.record == ProvidedRecord.identifier(1))
                #expect(try harvests.titles()[ProvidedRecord.identifier(1)] == "Của trường khác")
                harvests.time.pass(.seconds(86_400))
            }
            provider.delete(1)
            try await harvests.run { $0.isFull = true }
            #expect(try harvests.titles()[ProvidedRecord.identifier(1)] == "Của trường khác")
        }
    }

    @Test("a record that goes bad leaves its resource as it was, until it is good again or deleted")
    func goesBad() async throws {
        try await harvesting(ProvidedRecord.series(5)) { harvests, provider in
            try await harvests.run()
            harvests.time.pass(.seconds(3 * 86_400))
            var bad = ProvidedRecord(2)
            bad.title = "  "
            provider.put(bad)
            let report = try await harvests.run()
            #expect(report.counts.refused == 1 && report.problems.first?.reason == .missingField)
            #expect(try harvests.titles()[bad.identifier] == "Giáo trình số 2")
            #expect(try harvests.store.recordCounts(of: Harvests.source) == ["accepted": 4, "refused": 1])
            harvests.time.pass(.seconds(3 * 86_400))
            provider.delete(2)
            #expect(try await harvests.run().counts.withdrawn == 1)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("where every record is refused the harvest failed; where most are, it looks wrong")
    func mostlyRefused() async throws {
        for (bad, verdict) in [(10, HarvestVerdict.failed), (7, .suspicious), (3, .partial)] {
            var records = ProvidedRecord.series(10)
            for index in 0..<bad { records[index].url = "không phải địa chỉ" }
            try await harvesting(records) { harvests, _ in
                let report = try await harvests.run()
                #expect(report.verdict == verdict && report.counts.refused == bad && report.counts.addsUp)
            }
        }
    }

    @Test("a value set by hand survives harvests; taken back, it is what the source says by then")
    func curated() async throws {
        try await harvesting(ProvidedRecord.series(12)) { harvests, provider in
            try await harvests.run()
            let id = try #require(ResourceID(ProvidedRecord.identifier(4)))
            try harvests.store.curate(id, .name, ["Tên do thủ thư đặt"], by: "thủ thư", at: harvests.time.now)
            try harvests.store.curate(id, .about, ["083"], by: "thủ thư", at: harvests.time.now)
            let version = try harvests.versions()[id.rawValue]
            harvests.time.pass(.seconds(3 * 86_400))
            try await harvests.run { $0.isFull = true }
            #expect(try harvests.titles()[id.rawValue] == "Tên do thủ thư đặt")
            #expect(try harvests.versions()[id.rawValue] == version)
            provider.put(ProvidedRecord(4, title: "Tên mới của nguồn"))
            try await harvests.run()
            #expect(try harvests.titles()[id.rawValue] == "Tên do thủ thư đặt")
            #expect(try harvests.store.curatedValues(of: id).map(\.field).sorted() == ["about", "name"])
            #expect(try harvests.store.uncurate(id, .name, by: "thủ thư", at: harvests.time.now))
            #expect(try harvests.titles()[id.rawValue] == "Tên mới của nguồn")
            provider.delete(4)
            harvests.time.pass(.seconds(86_400))
            try await harvests.run()
            #expect(try harvests.withdrawn().keys.contains(id.rawValue))
        }
    }

    @Test("a dry run says what would come, and writes nothing")
    func dryRun() async throws {
        try await harvesting(ProvidedRecord.series(25)) { harvests, provider in
            var before = try harvests.everything()
            let first = try await harvests.run { $0.isDryRun = true }
            #expect(first.verdict == .success && first.counts.added == 25 && first.run.id == 0)
            #expect(try harvests.everything() == before)
            try await harvests.run()
            harvests.time.pass(.seconds(3 * 86_400))
            provider.put(ProvidedRecord(3, title: "Sửa"))
            provider.put(ProvidedRecord(90))
            provider.delete(8)
            before = try harvests.everything()
            let second = try await harvests.run { $0.isDryRun = true }
            #expect(second.counts.added == 1 && second.counts.changed == 1 && second.counts.withdrawn == 1)
            #expect(second.counts.addsUp)
            #expect(try harvests.everything() == before)
            let real = try await harvests.run()
            #expect(real.counts.added == 1 && real.counts.changed == 1 && real.counts.withdrawn == 1)
        }
    }
}
