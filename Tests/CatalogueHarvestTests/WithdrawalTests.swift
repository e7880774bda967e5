import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import TestSupport
import Testing

@Suite("Withdrawing what is gone", .serialized, .timeLimit(.minutes(10)))
struct WithdrawalTests {
    private func harvested(
        _ count: Int, _ deletedRecords: OAIProviderSettings.DeletedRecords,
        _ use: @Sendable (Harvests, OAIProvider) async throws -> Void
    ) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(count), time: harvests.time)
        provider.set { $0.deletedRecords = deletedRecords }
        try await provider.serving { url in
            #expect(try await harvests.register([url]).run().verdict == .success)
            harvests.time.pass(.seconds(3 * 86_400))
            provider.forgetRequests()
            try await use(harvests, provider)
        }
    }

    @Test("where deletions leave no trace the identifiers are compared, and what is gone is asked for by name")
    func comparison() async throws {
        try await harvested(60, .no) { harvests, provider in
            provider.delete(3, 17, 59)
            provider.put(ProvidedRecord(60))
            let report = try await harvests.run()
            #expect(report.run.kind == .incremental && report.verdict == .success)
            #expect(report.counts.withdrawn == 3 && report.counts.added == 1 && report.counts.addsUp)
            #expect(provider.asked("ListIdentifiers").count == 6)
            #expect(
                Set(provider.asked("GetRecord").compactMap { $0["identifier"] }) == Set(try harvests.withdrawn().keys))
            #expect(try harvests.titles() == provider.titles)
            #expect(Set(try harvests.withdrawn().values) == ["missing-at-source"])
        }
    }

    @Test("where the trace of deletions may be lost they are compared once a week")
    func weekly() async throws {
        try await harvested(30, .transient) { harvests, provider in
            provider.change { $0.removeLast(2) }
            try await harvests.run()
            #expect(provider.asked("ListIdentifiers").isEmpty)
            harvests.time.pass(.seconds(5 * 86_400))
            #expect(try await harvests.run().counts.withdrawn == 2)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a list of identifiers that is cut off says nothing of what is gone", arguments: [0, 1, 2])
    func cutOff(page: Int) async throws {
        try await harvested(30, .no) { harvests, provider in
            provider.delete(1)
            provider.script([.always(.cut(0.4), verb: "ListIdentifiers", page: page)])
            let report = try await harvests.run()
            #expect(report.verdict == .failed && report.run.endedBy?.code == "connection-lost")
            #expect(try harvests.withdrawn().isEmpty)
            provider.script([])
            harvests.time.pass(.seconds(3600))
            #expect(try await harvests.run().counts.withdrawn == 1)
        }
    }

    @Test("a record that a list lost and the repository still has stays, and the list is doubted")
    func lostInList() async throws {
        try await harvested(36, .persistent) { harvests, provider in
            provider.set { $0.statesSize = false }
            provider.script([.always(.lostToken, page: 2)])
            let report = try await harvests.run { $0.isFull = true }
            #expect(report.verdict == .suspicious && report.codes.contains("list-incomplete"))
            #expect(try harvests.withdrawn().isEmpty)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a record that slips between two pages while others are deleted stays")
    func shiftedPages() async throws {
        try await harvested(36, .no) { harvests, provider in
            // Identify and ListMetadataFormats come first.
            provider.change(beforeRequest: 4) { $0.removeFirst(2) }
            try await harvests.run { $0.isFull = true }
            #expect(provider.titles.allSatisfy { (try? harvests.titles()[$0.key]) == $0.value })
            harvests.time.pass(.seconds(86_400))
            try await harvests.run()
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a repository that cannot say whether it has a record keeps it in the catalogue")
    func notConfirmed() async throws {
        try await harvested(30, .no) { harvests, provider in
            provider.delete(1, 2, 3, 4, 5)
            provider.script([.always(.status(500), verb: "GetRecord")])
            let report = try await harvests.run()
            #expect(report.verdict == .suspicious && report.counts.withheld == 5)
            #expect(report.codes.contains("absence-not-confirmed"))
            #expect(try harvests.withdrawn().isEmpty)
            #expect(try await harvests.run { $0.acceptedShrink = 5 }.counts.withdrawn == 5)
        }
    }

    @Test(
        "the shrink guard keeps everything where more than ten records and more than a tenth would go",
        arguments: [(40, 12, true), (40, 11, true), (40, 10, false), (200, 20, false), (200, 21, true), (8, 8, false)])
    func shrinkGuard(count: Int, gone: Int, isKept: Bool) async throws {
        try await harvested(count, .no) { harvests, provider in
            provider.change { $0.removeFirst(gone) }
            provider.put(ProvidedRecord(1_000))
            let report = try await harvests.run()
            #expect(try harvests.titles()[ProvidedRecord.identifier(1_000)] != nil)
            #expect(report.counts.withheld == (isKept ? gone : 0) && report.counts.withdrawn == (isKept ? 0 : gone))
            #expect(report.verdict == (isKept ? .suspicious : .success) && report.counts.addsUp)
            guard isKept else { return }
            #expect(report.codes.contains("shrink-withheld"))
            let few = try await harvests.run { ($0.isFull, $0.acceptedShrink) = (true, gone - 1) }
            #expect(few.counts.withheld == gone && few.verdict == .suspicious)
            let enough = try await harvests.run { ($0.isFull, $0.acceptedShrink) = (true, gone) }
            #expect(enough.counts.withdrawn == gone && enough.verdict == .success)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("an empty repository is doubted and withdraws nothing that it has when asked by name", arguments: [9, 40])
    func emptied(count: Int) async throws {
        try await harvested(count, .persistent) { harvests, provider in
            provider.script([.always(.emptyList)])
            let report = try await harvests.run { $0.isFull = true }
            #expect(report.verdict == .suspicious)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("what was withdrawn and comes back is found again")
    func comesBack() async throws {
        try await harvested(12, .persistent) { harvests, provider in
            provider.delete(5)
            try await harvests.run()
            #expect(try harvests.titles().count == 11)
            harvests.time.pass(.seconds(86_400))
            provider.put(ProvidedRecord(5, title: "Trở lại"))
            try await harvests.run()
            #expect(try harvests.titles() == provider.titles)
            #expect(try harvests.withdrawn().isEmpty)
        }
    }
}
