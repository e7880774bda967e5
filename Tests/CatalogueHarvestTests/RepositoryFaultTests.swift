import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import TestSupport
import Testing

@Suite("Repositories that fail", .serialized, .timeLimit(.minutes(10)))
struct RepositoryFaultTests {
    private static let passing: [OAIFault.Kind] = [
        .cut(0.3), .cut(0.95), .silentlyCut(0.4), .silentlyCut(0.97), .status(503, retryAfter: 30), .status(500),
        .status(429), .statusOver(500), .statusOver(404), .drip, .webPage, .repeatedToken, .expiredToken, .invalidUTF8,
        .malformedRecord, .emptyPage,
    ]

    @Test("what fails once and then works loses nothing", arguments: passing, [0, 1, 3])
    func once(kind: OAIFault.Kind, page: Int) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.script([OAIFault(kind, page: page)])
        try await provider.serving { url in
            let report = try await harvests.register([url]).run()
            #expect(try harvests.titles() == provider.titles)
            #expect(report.verdict == .success && report.counts.added == 35 && report.counts.addsUp)
            #expect(report.run.endedBy == nil)
        }
    }

    @Test("a token that is lost once is asked for again, where it is known that more must come", arguments: [1, 2])
    func lostOnce(page: Int) async throws {
        try await once(kind: .lostToken, page: page)
    }

    /// A fault that does not end, what comes of it, and why it ends.
    struct Lasting: Sendable, CustomTestStringConvertible {
        let fault: OAIFault
        let verdict: HarvestVerdict
        let records: Int
        let endedBy: String?

        init(_ kind: OAIFault.Kind, page: Int, _ verdict: HarvestVerdict, _ records: Int, _ endedBy: String?) {
            fault = .always(kind, page: page)
            (self.verdict, self.records, self.endedBy) = (verdict, records, endedBy)
        }

        var testDescription: String { "\(fault.kind), page \(fault.page ?? -1)" }
    }

    @Test(
        "what fails for good is told as it is, keeps what came, and is made up for when the repository is well again",
        arguments: [
            Lasting(.cut(0.5), page: 2, .partial, 20, "connection-lost"),
            Lasting(.cut(0.5), page: 0, .failed, 0, "connection-lost"),
            Lasting(.silentlyCut(0.02), page: 2, .partial, 20, "page-damaged"),
            Lasting(.status(500), page: 1, .partial, 10, "http-500"),
            Lasting(.status(403), page: 0, .failed, 0, "http-403"),
            Lasting(.status(503, retryAfter: 86_400), page: 1, .partial, 10, "come-back-later"),
            Lasting(.webPage, page: 3, .partial, 30, "web-page"),
            Lasting(.repeatedToken, page: 1, .partial, 20, "page-repeated"),
            Lasting(.expiredToken, page: 1, .partial, 10, "token-refused"),
            Lasting(.emptyPage, page: 2, .partial, 20, "too-many-empty-pages"),
            Lasting(.emptyList, page: 0, .suspicious, 0, nil),
            Lasting(.lostToken, page: 1, .suspicious, 20, nil),
        ])
    func lasting(_ expected: Lasting) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.script([expected.fault])
        try await provider.serving { url in
            let report = try await harvests.register([url]).run()
            #expect(report.verdict == expected.verdict)
            #expect(report.run.endedBy?.code == expected.endedBy)
            #expect(try harvests.titles().count == expected.records && report.counts.addsUp)
            #expect(try harvests.store.harvestRuns(limit: 1).first?.verdict == expected.verdict)
            provider.script([])
            harvests.time.pass(.seconds(3600))
            let healed = try await harvests.run()
            #expect(healed.verdict == .success)
            #expect(try harvests.titles() == provider.titles)
            #expect(try harvests.withdrawn().isEmpty)
        }
    }

    @Test("a harvest that stopped goes on with the page it lacks, and asks for no other again")
    func goesOn() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.script([.always(.status(500), page: 2)])
        try await provider.serving { url in
            try await harvests.register([url]).run()
            provider.script([])
            provider.forgetRequests()
            try await harvests.run()
            #expect(provider.asked("ListRecords").count == 2)
            #expect(provider.asked("ListRecords").allSatisfy { $0["resumptionToken"] != nil })
        }
    }

    @Test(
        "one record that stays broken costs that record, is told by name of its page, and is no reason to ask forever")
    func brokenRecord() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.script([.always(.malformedRecord, page: 1)])
        try await provider.serving { url in
            let report = try await harvests.register([url]).run()
            #expect(report.verdict == .partial && report.counts.refused == 1 && report.counts.added == 34)
            #expect(report.problems.first?.reason == .malformedSyntax && report.problems.first?.count == 1)
            #expect(provider.asked("ListRecords").count == 5)
            harvests.time.pass(.seconds(86_400))
            provider.script([])
            try await harvests.run { $0.isFull = true }
            #expect(try harvests.titles() == provider.titles)
        }
    }

    @Test("a title with bytes that are no text is mended and told; the record is taken in")
    func brokenText() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        provider.script([.always(.invalidUTF8, page: 1)])
        try await provider.serving { url in
            let report = try await harvests.register([url]).run()
            #expect(report.verdict == .success && report.counts.added == 35 && report.counts.warnings > 0)
            #expect(report.problems.contains { $0.severity == .warning && $0.count == 1 }, "\(report.problems)")
        }
    }

    @Test("a list that says it is longer than it is makes the verdict doubtful; one that says less is only noted")
    func listSize() async throws {
        for (size, verdict) in [(1_000, HarvestVerdict.suspicious), (7, .success)] {
            let harvests = try Harvests()
            let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
            provider.script([.always(.statedSize(size))])
            try await provider.serving { url in
                let report = try await harvests.register([url]).run()
                #expect(report.verdict == verdict && report.codes.contains("list-size-differs"))
                #expect(try harvests.titles() == provider.titles)
                // Once more, then it is known how this repository counts.
                harvests.time.pass(.seconds(86_400))
                try await harvests.run()
                harvests.time.pass(.seconds(86_400))
                provider.forgetRequests()
                let third = try await harvests.run()
                #expect(third.verdict == .success && third.run.kind == .incremental)
                #expect(provider.asked("ListRecords").first?["from"] != nil)
            }
        }
    }

    @Test("an error of OAI-PMH under an HTTP error is the error of OAI-PMH", arguments: [400, 404, 422, 500])
    func errorWithStatus(status: Int) async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(35), time: harvests.time)
        try await provider.serving { url in
            try await harvests.register([url]).run()
            harvests.time.pass(.seconds(5 * 86_400))
            provider.script([.always(.statusOver(status))])
            let report = try await harvests.run()
            #expect(report.verdict == .success && report.counts.read == 0)
        }
    }

    @Test("without an Identify that can be used the harvest goes on, days for dates")
    func identifyFails() async throws {
        let harvests = try Harvests()
        let provider = OAIProvider(ProvidedRecord.series(12), time: harvests.time)
        provider.script(["Identify", "ListMetadataFormats"].map { .always(.error("badVerb"), verb: $0) })
        try await provider.serving { url in
            let report = try await harvests.register([url]).run()
            #expect(report.verdict == .success)
            #expect(report.codes.contains("identify-unusable") && report.codes.contains("formats-unknown"))
            #expect(try harvests.titles() == provider.titles)
        }
    }
}
