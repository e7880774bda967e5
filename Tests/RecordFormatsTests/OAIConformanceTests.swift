import CatalogueModel
import Foundation
import RecordFormats
import Testing

/// Recorded answers of repositories and toolkits, where they lie beside the project.
@Suite("Recorded OAI-PMH answers")
struct OAIConformanceTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "shared/data/conformance/oai-pmh-fixtures")

    private static let pyoai = "infrae+pyoai/src/oaipmh/tests/"
    private static let sickle = "mloesch+sickle/sickle/tests/sample_data/"
    private static let dspace = "DSpace+DSpace/"

    /// What a file holds: a letter for each kind of event and how often it comes. I Identify, F format, S set, H header,
    /// R record, D deleted record or header, T token, E error, X refused.
    private static let recordedResponses: [(String, String)] = [
        ("debian-idzebra/oai-pmh/data/debug-utf8-record.xml", "R1"),
        ("debian-idzebra/oai-pmh/data/oai-caltech.xml", "R100 T1"),
        (pyoai + "fake1/00000.xml", "S10"), (pyoai + "fake1/00001.xml", "I1"), (pyoai + "fake1/00002.xml", "F1"),
        (pyoai + "fake1/00003.xml", "H16"), (pyoai + "fake1/00004.xml", "R1"), (pyoai + "fake1/00005.xml", "R16"),
        (pyoai + "fake2/00000.xml", "D1"), (pyoai + "fake2/00001.xml", "R1"), (pyoai + "fake2/00002.xml", "R79 D2"),
        (pyoai + "fake3/00001.xml", "X1"), (pyoai + "fake4/00001.xml", "I1"), (pyoai + "fake5/00001.xml", "I1"),
        (sickle + "GetRecord.xml", "R1"), (sickle + "GetRecord_utf8test.xml", "R1"), (sickle + "Identify.xml", "I1"),
        (sickle + "ListIdentifiers.xml", "H1 D1 T1"), (sickle + "ListIdentifiers2.xml", "H1 D1"),
        (sickle + "ListMetadataFormats.xml", "F5"), (sickle + "ListRecords.xml", "R1 D1 T1"),
        (sickle + "ListRecords2.xml", "R1 D1 T1"), (sickle + "ListRecords3.xml", "R1 D1 T1"),
        (sickle + "ListRecords4.xml", "R1 X1"), (sickle + "ListSets.xml", "S131"),
        (sickle + "badArgument.xml", "E1"), (sickle + "badResumptionToken.xml", "E1"),
        (sickle + "cannotDisseminateFormat.xml", "E1"), (sickle + "idDoesNotExist.xml", "E1"),
        (sickle + "noRecordsMatch.xml", "E1"), (sickle + "noSetHierarchy.xml", "E1"),
        (sickle + "undefinedError.xml", "E1"),
    ]

    /// Files that are no responses: the kind of the error.
    private static let otherFiles: [(String, RecordFormatError.Kind)] = [
        (sickle + "ListRecordsBroken.xml", .unreadable), ("debian-idzebra/oai-pmh/data/debug-record.xml", .otherXML),
        (pyoai + "fake1/00006.xml", .otherXML), (dspace + "dspace-oai/src/test/resources/item.xml", .otherXML),
        (dspace + "dspace-oai/pom.xml", .otherXML), (dspace + "dspace/config/crosswalks/oai/xoai.xml", .otherXML),
        (dspace + "dspace/config/spring/oai/oai.xml", .otherXML),
        ("debian-idzebra/oai-pmh/conf/explain.xml", .otherXML),
        (dspace + "dspace-oai/src/test/resources/rioxx-test-valid.xml", .otherXML),
        (dspace + "dspace-oai/src/test/resources/rioxx-test-invalid.xml", .otherXML),
        (dspace + "dspace-oai/src/test/resources/xoai-rioxx-test.xml", .otherXML),
        (dspace + "dspace-oai/src/test/resources/xoai-test1.xml", .otherXML),
        (dspace + "dspace/config/crosswalks/oai/description.xml", .otherXML),
        (dspace + "dspace/solr/oai/conf/schema.xml", .otherXML),
        (dspace + "dspace/solr/oai/conf/solrconfig.xml", .otherXML),
        ("debian-idzebra/oai-pmh/conf/dom-conf.xml", .otherXML),
        ("debian-idzebra/oai-pmh/conf/yazserver.xml", .otherXML),
    ]

    private func bytes(_ path: String) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: Self.folder.path) else {
            print("skipped: ../shared/data is not here")
            return nil
        }
        let bytes = FileManager.default.contents(atPath: Self.folder.appending(path: path).path).map { [UInt8]($0) }
        #expect(bytes != nil, "\(path)")
        return bytes
    }

    private func letter(_ event: OAIEvent) -> String? {
        switch event {
        case .responseDate, .request: nil
        case .identify: "I"
        case .metadataFormat: "F"
        case .set: "S"
        case .header(let header): header.isDeleted ? "D" : "H"
        case .record(let record): record.isDeleted ? "D" : "R"
        case .token: "T"
        case .error: "E"
        case .refused: "X"
        }
    }

    @Test("every answer says what it is known to say, and its records are read", arguments: recordedResponses)
    func responses(path: String, expected: String) throws {
        guard let bytes = bytes(path) else { return }
        let events = try readOAI(bytes)
        #expect(try readOAI(bytes, chunk: 777) == events)
        let counts = Dictionary(events.compactMap(letter).map { ($0, 1) }, uniquingKeysWith: +)
        #expect(
            "HISFRDTEX".compactMap { letter in counts["\(letter)"].map { "\(letter)\($0)" } }.joined(separator: " ")
                == expected)
        for record in events.compactMap(\.record) where !record.isDeleted {
            let source = try #require(record.sourceRecord().record, "\(path) \(record.identifier)")
            #expect(!source[.name].isEmpty && source[.identifier] == [record.identifier])
        }
    }

    @Test("what is no answer is refused for the right reason", arguments: otherFiles)
    func others(path: String, kind: RecordFormatError.Kind) throws {
        guard let bytes = bytes(path) else { return }
        let error = #expect(throws: RecordFormatError.self) { try readOAI(bytes) }
        #expect(error?.kind == kind)
    }

    @Test("error codes, tokens and Identify come as they were recorded")
    func details() throws {
        guard let caltech = bytes("debian-idzebra/oai-pmh/data/oai-caltech.xml"),
            let made = bytes(Self.sickle + "undefinedError.xml"), let odd = bytes(Self.pyoai + "fake5/00001.xml")
        else { return }
        #expect(try readOAI(caltech).compactMap(\.token?.value) == ["archive/100/1704605/oai_dc"])
        #expect(try readOAI(made).compactMap(\.error).map { $0.code == nil ? $0.codeText : "" } == ["undefinedError"])
        #expect(try readOAI(odd).compactMap(\.repository).map(\.earliestDatestamp) == ["aaaa-bb-cc"])
        #expect(try readOAI(odd).compactMap(\.repository).map(\.granularity) == [.second])
    }

    @Test(
        "files of records are taken in",
        arguments: [
            ("debian-idzebra/oai-pmh/data/debug-record.xml", 1), (pyoai + "fake1/00006.xml", 1),
            ("debian-idzebra/oai-pmh/data/oai-caltech.xml", 100),
            (dspace + "dspace-oai/src/test/resources/item.xml", 1),
            (dspace + "dspace-oai/src/test/resources/xoai-test1.xml", 1),
        ])
    func files(path: String, count: Int) throws {
        guard let bytes = bytes(path) else { return }
        let records = try read(bytes, .xml).compactMap(\.record)
        #expect(records.count == count)
        #expect(records.allSatisfy { !$0[.name].isEmpty })
    }
}
