import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import TestSupport
import Testing

@Suite("Repositories that fail at random", .serialized, .timeLimit(.minutes(10)))
struct RandomFaultTests {
    @Test("after any faults and edits a success means exactly what the repository has", arguments: Seeds.few(40))
    func anything(seed: UInt64) async throws {
        var chance = RandomRepository(seed: seed)
        let harvests = try Harvests()
        let provider = OAIProvider(time: harvests.time, settings: chance.settings())
        provider.change { $0 = ProvidedRecord.series(chance.number(1...60)) }
        let rounds = (0..<4).map { _ in (edits: chance.edits(), faults: chance.faults(), days: chance.number(1...5)) }
        try await provider.serving { url in
            try harvests.register([url])
            for round in rounds {
                round.edits.forEach { $0.apply(to: provider) }
                harvests.time.pass(.seconds(60))
                provider.script(round.faults)
                try check(try await harvests.run(), harvests, provider)
                harvests.time.pass(.seconds(round.days * 86_400))
            }
            provider.script([])
            // One that was cut short goes on first; after it everything is read anew.
            try check(try await harvests.run(), harvests, provider)
            let last = try await harvests.run { ($0.isFull, $0.acceptedShrink) = (true, 100) }
            #expect(last.verdict == .success)
            #expect(try harvests.titles() == provider.titles)
        }
    }

    private func check(_ report: HarvestReport, _ harvests: Harvests, _ provider: OAIProvider) throws {
        #expect(report.counts.addsUp)
        let titles = provider.titles
        #expect(try harvests.withdrawn().keys.allSatisfy { titles[$0] == nil }, "withdrawn without reason")
        if report.verdict == .success, report.counts.warnings == 0 {
            let found = try harvests.titles()
            let differences = Set(found.keys).union(titles.keys).filter { found[$0] != titles[$0] }
            #expect(differences.isEmpty, "\(report)")
        }
    }
}
