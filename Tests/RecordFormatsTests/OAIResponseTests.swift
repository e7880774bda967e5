import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("OAI-PMH responses")
struct OAIResponseTests {
    private func response(_ content: String, root: String = "xmlns='http://www.openarchives.org/OAI/2.0/'") -> String {
        "<OAI-PMH \(root)><responseDate>2026-03-01T00:00:00Z</responseDate><request>https://kho.example/oai</request>"
            + content + "</OAI-PMH>"
    }

    @Test("a page of ListRecords says date, request, records, damage and token in their order")
    func listRecords() throws {
        let events = try readOAI(XMLFixtures.oaiPage)
        #expect(events.compactMap(\.responseDate) == ["2026-03-01T02:03:04Z"])
        let request = try #require(events.compactMap(\.request).first)
        #expect(request.baseURL == "https://kho.example/oai")
        #expect(request.arguments == ["verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "giao-trinh"])
        let records = events.compactMap(\.record)
        #expect(records.map(\.identifier) == (1...4).map { "oai:kho.example:\($0)" })
        #expect(records.map(\.isDeleted) == [false, true, false, false])
        #expect(records[0].datestamp == "2026-01-02" && records[0].setSpecs == ["giao-trinh", "cntt:web"])
        #expect(records[0].metadata?.name.local == "dc" && records[0].about.map(\.name.local) == ["provenance"])
        #expect(records[1].metadata == nil)
        #expect(records[0].location == SourceLocation(file: "https://kho.example/oai?verb=x", line: 6))
        #expect(events.compactMap(\.refusal?.reason) == [.missingField])
        let token = try #require(events.last?.token)
        #expect(token.value == "x/5" && token.completeListSize == 9 && token.cursor == 0)
        #expect(token.expirationDate == "2026-03-02T00:00:00Z")
    }

    @Test("a record becomes a source record under its OAI identifier")
    func sourceRecord() throws {
        let outcomes = try readOAI(XMLFixtures.oaiPage).compactMap(\.record).map { $0.sourceRecord() }
        let first = try #require(outcomes[0].record)
        #expect(first[.identifier] == ["oai:kho.example:1"])
        #expect(first[.url] == ["https://kho.example/handle/77/1"])
        #expect(first.location.line == 6)
        #expect(outcomes[1].refusal?.reason == .withdrawn)
        #expect(outcomes[2].record?[.name] == ["Bản đồ"])
        #expect(outcomes[3].refusal?.message.english == "The form of description {urn:odd}odd is not known")
    }

    @Test("Identify")
    func identify() throws {
        let text = response(
            """
            <Identify><repositoryName>Kho học liệu</repositoryName><baseURL>https://kho.example/oai</baseURL>
            <protocolVersion>2.0</protocolVersion><adminEmail>a@kho.example</adminEmail><adminEmail>b@kho.example</adminEmail>
            <earliestDatestamp>2010-01-01</earliestDatestamp><deletedRecord>Persistent</deletedRecord>
            <granularity>YYYY-MM-DDThh:mm:ssZ</granularity><compression>gzip</compression>
            <description><oai-identifier xmlns="urn:i"/></description></Identify>
            """)
        let repository = try #require(try readOAI(text).compactMap(\.repository).first)
        #expect(repository.name == "Kho học liệu" && repository.baseURL == "https://kho.example/oai")
        #expect(repository.protocolVersion == "2.0" && repository.adminEmails == ["a@kho.example", "b@kho.example"])
        #expect(repository.earliestDatestamp == "2010-01-01" && repository.deletedRecords == .persistent)
        #expect(repository.granularity == .second && repository.compressions == ["gzip"])
        #expect(repository.descriptions.map(\.name.local) == ["oai-identifier"])
        let bare = try #require(try readOAI(response("<Identify/>")).compactMap(\.repository).first)
        #expect(bare.granularity == .day && bare.deletedRecords == .no && bare.adminEmails.isEmpty)
    }

    @Test("ListMetadataFormats, ListSets and ListIdentifiers")
    func lists() throws {
        let formats = try readOAI(
            response(
                """
                <ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema>s</schema>
                <metadataNamespace>n</metadataNamespace></metadataFormat><metadataFormat/></ListMetadataFormats>
                """
            )
        ).compactMap(\.format)
        #expect(formats.map(\.prefix) == ["oai_dc", ""] && formats[0].schema == "s" && formats[0].namespace == "n")
        let sets = try readOAI(
            response(
                """
                <ListSets><set><setSpec>a:b</setSpec><setName>Giáo trình</setName>
                <setDescription><x/></setDescription></set><resumptionToken/></ListSets>
                """))
        #expect(sets.compactMap(\.set).map(\.spec) == ["a:b"] && sets.compactMap(\.set).map(\.name) == ["Giáo trình"])
        #expect(sets.compactMap(\.token?.value) == [""])
        let headers = try readOAI(
            response(
                """
                <ListIdentifiers><header><identifier>1</identifier></header><header status="Deleted"><identifier>2</identifier>
                </header><header/></ListIdentifiers>
                """))
        #expect(headers.compactMap(\.header).map(\.isDeleted) == [false, true])
        #expect(headers.compactMap(\.refusal).count == 1)
    }

    @Test("every error code is told, and one that was made up is kept", arguments: OAIError.Code.allCases)
    func errors(code: OAIError.Code) throws {
        let events = try readOAI(
            response("<error code='\(code.rawValue)'>Không được</error><error code='odd'/><error>x</error>"))
        let errors = events.compactMap(\.error)
        #expect(errors.map(\.code) == [code, nil, nil])
        #expect(errors.map(\.codeText) == [code.rawValue, "odd", ""])
        #expect(errors.map(\.description) == ["\(code.rawValue): Không được", "odd", "error: x"])
    }

    @Test(
        "the namespace may be any, or none, or prefixed",
        arguments: [
            ("", ""), ("xmlns='http://www.openarchives.org/OAI/2.0'", ""), ("xmlns='urn:x'", ""),
            ("xmlns:oai='http://www.openarchives.org/OAI/2.0/'", "oai:"),
        ])
    func namespaces(declaration: String, prefix: String) throws {
        let text = """
            <\(prefix)OAI-PMH \(declaration)><\(prefix)ListRecords><\(prefix)record><\(prefix)header><\(prefix)identifier>1\
            </\(prefix)identifier></\(prefix)header><\(prefix)metadata><record xmlns="http://www.loc.gov/MARC21/slim"/>\
            </\(prefix)metadata></\(prefix)record></\(prefix)ListRecords></\(prefix)OAI-PMH>
            """
        let records = try readOAI(text).compactMap(\.record)
        #expect(records.map(\.identifier) == ["1"])
        #expect(records.first?.metadata?.name.namespace == "http://www.loc.gov/MARC21/slim")
    }

    @Test("a web page and other XML are told apart from a response")
    func otherAnswers() throws {
        let page = #expect(throws: RecordFormatError.self) { try readOAI("<html><title>Đăng nhập</title></html>") }
        #expect(page?.kind == .webPage && page?.message.vietnamese.contains("Đăng nhập") == true)
        let other = #expect(throws: RecordFormatError.self) {
            try readOAI("<?xml version='1.0'?>\n<feed xmlns='urn:f'/>")
        }
        #expect(other?.kind == .otherXML && other?.message.english.contains("{urn:f}feed") == true)
        let empty = #expect(throws: RecordFormatError.self) { try readOAI("") }
        #expect(empty?.kind == .empty)
    }

    @Test("a damaged record costs itself: those around it and the token come")
    func damagedRecord() throws {
        let whole = XMLFixtures.oaiPage
        for damage in [
            ("<dc:creator>Trần", "<dc:creator Trần"), ("</oai_dc:dc>", "</oai_dc:dd>"), ("<metadata>", "<metadata"),
            ("identifier>oai:kho.example:3", "identifer>oai:kho.example:3"),
        ] {
            let events = try readOAI(whole.replacing(damage.0, with: damage.1, maxReplacements: 1))
            #expect(events.compactMap(\.token).count == 1)
            #expect(events.compactMap(\.record).count == 3, "\(damage)")
        }
    }

    @Test("a saved response is taken in like any file of records")
    func savedResponse() throws {
        let outcomes = try read(XMLFixtures.oaiPage, .xml)
        #expect(outcomes.map { $0.refusal?.reason } == [nil, .withdrawn, nil, .unknownField, .missingField])
        #expect(outcomes.values(.identifier) == [["oai:kho.example:1"], ["oai:kho.example:3"]])
        let error = #expect(throws: RecordFormatError.self) {
            try read(response("<error code='noRecordsMatch'>Không có</error>"), .xml)
        }
        #expect(error?.message.english.contains("noRecordsMatch: Không có") == true)
    }
}
