import CatalogueHarvest
import CatalogueModel
import Foundation
import Synchronization
import TestSupport
import Testing

/// Recorded answers of real repositories, given out by a server page by page, with something going wrong on the way.
@Suite("Recorded repositories on loopback", .serialized)
struct RecordedRepositoryTests {
    private static let folder = URL(fileURLWithPath: Project.folder).deletingLastPathComponent()
        .appending(path: "shared/data/conformance/oai-pmh-fixtures").path
    private static let sickle = "mloesch+sickle/sickle/tests/sample_data/"
    private static let pyoai = "infrae+pyoai/src/oaipmh/tests/"

    /// The files of one repository: how it presents itself, its list, and what follows each token.
    struct Recorded: Sendable, CustomTestStringConvertible {
        let name: String
        let identify: String
        let list: String
        var pages: [String: String] = [:]
        /// What an undisturbed harvest comes to.
        let verdict: HarvestVerdict
        let titles: Int
        var endedBy: String?

        var testDescription: String { name }
    }

    private static let recorded: [Recorded] = [
        Recorded(
            name: "sickle: four pages that repeat two records", identify: sickle + "Identify.xml",
            list: sickle + "ListRecords.xml",
            pages: [
                "ListRecords2.xml": sickle + "ListRecords2.xml", "ListRecords3.xml": sickle + "ListRecords3.xml",
                "ListRecords4.xml": sickle + "ListRecords4.xml",
            ], verdict: .partial, titles: 1, endedBy: "page-repeated"),
        Recorded(
            name: "pyoai: one page", identify: pyoai + "fake1/00001.xml", list: pyoai + "fake1/00005.xml",
            verdict: .success, titles: 16),
        Recorded(
            name: "pyoai: deleted records", identify: pyoai + "fake1/00001.xml", list: pyoai + "fake2/00002.xml",
            verdict: .success, titles: 79),
        Recorded(
            name: "Caltech: a token that is refused", identify: sickle + "Identify.xml",
            list: "debian-idzebra/oai-pmh/data/oai-caltech.xml",
            pages: ["archive/100/1704605/oai_dc": sickle + "badResumptionToken.xml"], verdict: .partial, titles: 100,
            endedBy: "token-refused"),
    ]

    enum Fault: CaseIterable, Sendable {
        case none, cut, unavailable, broken, drip, webPage
    }

    @Test("end in the same records whatever fails once on the way", arguments: recorded, Fault.allCases)
    func harvest(repository: Recorded, fault: Fault) async throws {
        guard FileManager.default.fileExists(atPath: Self.folder) else {
            print("skipped: ../shared/data is not here")
            return
        }
        // The first request asks who the repository is: a web page there is no fault that passes.
        for request in [fault == .cut ? 0 : 1] {
            let asked = Mutex(0)
            let harvests = try Harvests()
            try await LoopbackServer.answering { query in
                let number = asked.withLock { count in
                    defer { count += 1 }
                    return count
                }
                let body = Self.bytes(repository, query.target)
                return number == request ? Self.failing(fault, body) : [.answer(200, Self.xml, body: body)]
            } _: { server in
                let report = try await harvests.register([server.url + "/oai"]) { $0.delay = 1 }.run()
                #expect(report.verdict == repository.verdict, "\(report)")
                #expect(report.run.endedBy?.code == repository.endedBy)
                #expect(try harvests.titles().count == repository.titles && report.counts.addsUp, "\(report)")
            }
        }
    }

    private static let xml = [("Content-Type", "text/xml; charset=utf-8")]

    private static func bytes(_ repository: Recorded, _ target: String) -> [UInt8] {
        let query = URLComponents(string: target)?.queryItems ?? []
        func value(_ name: String) -> String? { query.first { $0.name == name }?.value }
        let file =
            switch value("verb") {
            case "Identify": repository.identify
            case "ListMetadataFormats": sickle + "ListMetadataFormats.xml"
            case "ListSets": sickle + "noSetHierarchy.xml"
            case "ListRecords":
                value("resumptionToken").map { repository.pages[$0] ?? sickle + "badResumptionToken.xml" }
                    ?? repository.list
            default: sickle + "badArgument.xml"
            }
        return [UInt8](FileManager.default.contents(atPath: folder + "/" + file) ?? Data())
    }

    private static func failing(_ fault: Fault, _ body: [UInt8]) -> [LoopbackServer.Step] {
        switch fault {
        case .none: [.answer(200, xml, body: body)]
        case .cut:
            [.head(200, xml + [("Content-Length", "\(body.count)")], Array(body.prefix(body.count * 2 / 3)))]
        case .unavailable: [.answer(503, [("Retry-After", "20")], text: "later")]
        case .broken: [.answer(500, text: "oops")]
        case .drip:
            [.head(200, xml + [("Content-Length", "\(body.count)")])]
                + stride(from: 0, to: body.count, by: 1 + body.count / 4).flatMap { start -> [LoopbackServer.Step] in
                    [
                        .bytes(Array(body[start..<min(body.count, start + 1 + body.count / 4)])),
                        .pause(.milliseconds(5)),
                    ]
                }
        case .webPage: [.answer(200, [("Content-Type", "text/html")], text: "<html><body>Bảo trì</body></html>")]
        }
    }
}
