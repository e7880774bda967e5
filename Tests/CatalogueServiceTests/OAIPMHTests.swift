import CatalogueModel
import CatalogueStore
import Foundation
import FoundationXML
import TestSupport
import Testing

/// The catalogue as harvesters see it. The table is that of the reference validator (`standards.md` §3.1).
@Suite("OAI-PMH")
struct OAIPMHTests {
    private static func serving(
        _ count: Int = 3, _ use: @Sendable (RunningService, CatalogueStore) async throws -> Void
    ) async throws {
        let store = try CatalogueStore.containing(
            (0..<count).map { number in
                Fixture.resource("example:\(number)", title: "Giáo trình <số> & \(number)") {
                    $0.licence = "CC-BY-4.0"
                    $0.languages = Fixture.languages("vi")
                    $0.subjects = ["0411"]
                }
            })
        try await RunningService.serving(store) { service in try await use(service, store) }
    }

    /// The answer, which is well formed and no failure of HTTP whatever was asked.
    private static func asked(_ query: String, of service: RunningService) async throws -> String {
        let answer = try await service.answer("/oai?" + query)
        #expect(answer.status == 200 && answer.headers["content-type"] == "text/xml; charset=utf-8", "\(query)")
        #expect(throws: Never.self) { try XMLDocument(data: answer.body) }
        return answer.text
    }

    private static func code(_ text: String) -> String? {
        text.firstMatch(of: /<error code="([A-Za-z]+)">[^<]+</).map { String($0.1) }
    }

    @Test("bad requests get the codes that validators look for, in well-formed answers")
    func conformance() async throws {
        let records = "verb=ListRecords&metadataPrefix=oai_dc"
        let table: [(String, Set<String>)] = [
            ("junk", ["badVerb"]), ("verb=junk", ["badVerb"]), ("", ["badVerb"]),
            ("verb=Identify&verb=Identify", ["badVerb"]), ("verb=Identify&extra=1", ["badArgument"]),
            ("verb=GetRecord&metadataPrefix=oai_dc", ["badArgument"]), ("verb=GetRecord&identifier=X", ["badArgument"]),
            ("verb=GetRecord&identifier=invalid%22id%3C&metadataPrefix=oai_dc", ["badArgument", "idDoesNotExist"]),
            ("verb=ListIdentifiers&until=junk", ["badArgument"]), ("verb=ListIdentifiers&from=junk", ["badArgument"]),
            ("verb=ListIdentifiers&resumptionToken=junk&until=2000-02-05", ["badArgument", "badResumptionToken"]),
            (records + "&from=junk", ["badArgument"]),
            ("verb=ListRecords&resumptionToken=junk", ["badResumptionToken"]),
            (records + "&until=junk", ["badArgument"]), ("verb=ListRecords", ["badArgument"]),
            (records + "&from=2002-02-05&until=2002-02-06T05:35:00Z", ["badArgument"]),
            (records + "&from=2002-02-06&until=2002-02-05", ["badArgument"]),
            (records + "&from=2002-02-30", ["badArgument"]),
            (records + "&from=2000-01-01&from=2000-01-01", ["badArgument"]),
            (records + "&until=1990-01-01", ["noRecordsMatch"]), (records + "&set=none", ["noRecordsMatch"]),
            ("verb=ListRecords&metadataPrefix=marc", ["cannotDisseminateFormat"]),
            ("verb=ListMetadataFormats&identifier=x", ["idDoesNotExist"]),
        ]
        try await Self.serving { service, _ in
            for (query, codes) in table {
                let code = Self.code(try await Self.asked(query, of: service))
                #expect(code.map(codes.contains) == true, "\(query): \(code ?? "no error")")
            }
        }
    }

    @Test("the catalogue says who it is, its formats and sets, and gives each record by its identifier, posted too")
    func records() async throws {
        try await Self.serving { service, _ in
            let identify = try await Self.asked("verb=Identify", of: service)
            #expect(identify.contains("<baseURL>http://127.0.0.1:\(service.port)/oai</baseURL>"))
            #expect(identify.contains("<deletedRecord>persistent</deletedRecord>") && identify.contains("webmaster@"))
            #expect(try await Self.asked("verb=ListMetadataFormats", of: service).contains(">oai_dc<"))
            #expect(try await Self.asked("verb=ListSets", of: service).contains("<setSpec>example</setSpec>"))
            let body = Data("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:example:1".utf8)
            let posted = try await service.answer(
                "/oai", method: "POST", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: body)
            for part in [
                "<identifier>oai:127.0.0.1:example:1</identifier>",
                "<dc:title xml:lang=\"vi\">Giáo trình &lt;số&gt; &amp; 1<",
                "<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>", "<dc:language>vi</dc:language>",
            ] { #expect(posted.text.contains(part), "\(part)") }
        }
    }

    @Test(
        "a long list is given in parts that hold each record once; a token works again, with another verb it does not")
    func parts() async throws {
        try await Self.serving(250) { service, _ in
            var query = "verb=ListIdentifiers&metadataPrefix=oai_dc&set=example"
            var seen: [String] = []
            var parts = 0
            while true {
                let text = try await Self.asked(query, of: service)
                #expect(try await Self.asked(query, of: service) == text)
                seen += text.matches(of: /<identifier>([^<]+)</).map { String($0.1) }
                parts += 1
                #expect(text.contains("completeListSize=\"250\" cursor=\"\((parts - 1) * 100)\""))
                guard let token = text.firstMatch(of: /<resumptionToken[^>]+>([^<\s]+)</)?.1 else { break }
                #expect(
                    Self.code(try await Self.asked("verb=ListRecords&resumptionToken=\(token)", of: service))
                        == "badResumptionToken")
                query = "verb=ListIdentifiers&resumptionToken=\(token)"
            }
            #expect(parts == 3 && seen.count == 250 && Set(seen).count == 250)
        }
    }
}
