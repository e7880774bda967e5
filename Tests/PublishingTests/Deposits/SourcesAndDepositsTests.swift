import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import TestSupport
import Testing
import Vocabularies

@Suite("Deposits stand over sources")
struct SourcesAndDepositsTests {
    private static func line(_ title: String) -> String {
        """
        {"identifier":"example:1","name":"\(title)","url":"https://example.org/1","publisher":{"identifier":"example","name":"Trường Thử"}}

        """
    }

    private func ingest(_ title: String, into store: CatalogueStore) throws -> (IngestCounts, [RecordProblem]) {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.jsonl", Self.line(title))
        var problems: [RecordProblem] = []
        let session = try IngestSession(store, source: path, at: Fixture.instant)
        let counts = try Ingest(
            into: .catalogue(session), clock: { Fixture.instant }, report: { problems.append($0) }
        ).run([IngestInput(path: path, format: .jsonLines)])
        return (counts, problems.filter { $0.severity == .refused })
    }

    private func deposit(_ title: String, at desk: Desk) throws {
        let row = try DepositReader(Fixture.reference).rows(
            of: Array(Self.line(title).utf8), as: .json, name: "body", institution: "example")
        guard case .resource(let resource, _) = try #require(row.first).content else {
            Issue.record("\(row)")
            return
        }
        try desk.work(desk.publisher) { try $0.create(resource, needsIdentifier: false, from: .api) }
    }

    @Test(
        "The same file taken in again leaves the deposit alone: quietly where it says the same, with a word where not")
    func ingest() throws {
        let desk = try Desk(isTrusted: true)
        try deposit("Trồng lúa", at: desk)
        let same = try ingest("Trồng lúa", into: desk.store)
        #expect(same.0.saved.unchanged == 1 && same.1.isEmpty)
        let other = try ingest("Trồng ngô", into: desk.store)
        #expect(other.0.refused == 1)
        #expect(other.1.first?.message.vietnamese.contains("do đơn vị tự đăng") == true)
        #expect(try Searcher(desk.store).resource(.of("example:1"))?.resource.title == "Trồng lúa")
    }

    @Test("What waits for review, or was withdrawn, does not come in by a file either")
    func unpublished() throws {
        let desk = try Desk()
        try deposit("Trồng lúa", at: desk)
        #expect(try ingest("Trồng lúa", into: desk.store).0.refused == 1)
        #expect(try Searcher(desk.store).resource(.of("example:1")) == nil)
        try desk.work(desk.curator) { try $0.approve(.of("example:1"), note: "", if: .any) }
        try desk.work(desk.publisher) { try $0.withdraw(.of("example:1"), because: "Đã cũ", if: .any) }
        #expect(try ingest("Trồng lúa", into: desk.store).0.refused == 1)
        #expect(try Searcher(desk.store).resource(.of("example:1"))?.withdrawal != nil)
        #expect(try desk.store.check().isWell)
    }

    @Test("A harvest neither changes nor withdraws what an institution took over")
    func harvest() throws {
        let desk = try Desk(isTrusted: true)
        let source = HarvestSource(
            id: "nguon", institution: "example", sourceProtocol: .oaiPMH, urls: ["https://example.org/oai"])
        try desk.store.save(source, at: Fixture.instant)
        func harvest(_ content: HarvestedRecord.Content) throws -> HarvestCounts {
            let session = try HarvestSession(
                desk.store, source: "nguon", kind: .full, holder: "test", at: Fixture.instant)
            _ = try session.save(
                [HarvestedRecord(identifier: "1", content: content)], checkpoint: nil, at: Fixture.instant)
            try session.finish(.complete(checkpoint: "{}"), at: Fixture.instant)
            return session.counts
        }
        func record(_ title: String) -> HarvestedRecord.Content {
            .record(
                SourceRecord(
                    location: SourceLocation(file: "oai", line: 1),
                    values: [.identifier: ["example:1"], .name: [title], .url: ["https://example.org/1"]]),
                warnings: [])
        }
        #expect(try harvest(record("Từ nguồn")).added == 1)
        try desk.work(desk.publisher) { try $0.takeOver(.of("example:1"), if: .tags(["\"1\""])) }
        try desk.work(desk.publisher) {
            try $0.replace(with: Fixture.resource("example:1", title: "Sửa tay"), if: .any, from: .form)
        }
        #expect(try harvest(record("Nguồn đổi")).refused == 1)
        #expect(try harvest(.deleted).withdrawn == 0)
        #expect(try Searcher(desk.store).resource(.of("example:1"))?.resource.title == "Sửa tay")
        #expect(try desk.store.check().isWell)
    }
}
