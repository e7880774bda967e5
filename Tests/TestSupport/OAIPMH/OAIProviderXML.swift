import Foundation

/// The elements of the responses of a made-up repository.
struct OAIProviderXML {
    let settings: OAIProviderSettings

    func date(_ date: Date) -> String {
        let text = date.ISO8601Format()
        return settings.usesSeconds ? text : String(text.prefix(10))
    }

    func response(_ now: Date, _ request: OAIProviderRequest, _ content: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
        <responseDate>\(now.ISO8601Format())</responseDate>
        <request verb="\(Self.escaped(request.verb))">\(Self.escaped(request.baseURL))</request>
        \(content)
        </OAI-PMH>
        """
    }

    func identify(_ baseURL: String) -> String {
        """
        <Identify><repositoryName>Kho học liệu thử</repositoryName><baseURL>\(Self.escaped(baseURL))</baseURL>
        <protocolVersion>2.0</protocolVersion><adminEmail>kho@kho.example</adminEmail>
        <earliestDatestamp>\(date(settings.earliestDatestamp))</earliestDatestamp>
        <deletedRecord>\(settings.deletedRecords.rawValue)</deletedRecord>
        <granularity>\(settings.usesSeconds ? "YYYY-MM-DDThh:mm:ssZ" : "YYYY-MM-DD")</granularity></Identify>
        """
    }

    var formats: String {
        let formats = settings.formats.map {
            """
            <metadataFormat><metadataPrefix>\($0)</metadataPrefix><schema>https://kho.example/\($0).xsd</schema>
            <metadataNamespace>https://kho.example/\($0)</metadataNamespace></metadataFormat>
            """
        }
        return "<ListMetadataFormats>\(formats.joined())</ListMetadataFormats>"
    }

    var sets: String {
        let sets = settings.sets.map {
            "<set><setSpec>\(Self.escaped($0))</setSpec><setName>\(Self.escaped($0))</setName></set>"
        }
        return "<ListSets>\(sets.joined())</ListSets>"
    }

    func error(_ code: String) -> String { "<error code=\"\(code)\">Không có gì để trả lời</error>" }

    /// - Parameter text: nil at the end of the list, where the element is empty, or missing from a list of one page.
    func token(_ text: String?, isFirst: Bool, size: Int?, cursor: Int) -> String {
        if text == nil, isFirst { return "" }
        let size = size.map { " completeListSize=\"\($0)\"" } ?? ""
        return "<resumptionToken cursor=\"\(cursor)\"\(size)>\(Self.escaped(text ?? ""))</resumptionToken>"
    }

    func header(_ record: ProvidedRecord) -> String {
        let status = record.isDeleted ? " status=\"deleted\"" : ""
        let sets = record.sets.map { "<setSpec>\(Self.escaped($0))</setSpec>" }.joined()
        return """
            <header\(status)><identifier>\(Self.escaped(record.identifier))</identifier>
            <datestamp>\(date(record.datestamp))</datestamp>\(sets)</header>
            """
    }

    func record(_ record: ProvidedRecord, isMalformed: Bool = false) -> String {
        guard !record.isDeleted else { return "<record>\(header(record))</record>" }
        let metadata = isMalformed ? Self.malformed : record.metadata ?? Self.dublinCore(record)
        return "<record>\(header(record))<metadata>\(metadata)</metadata></record>"
    }

    /// No reader can tell where the elements end.
    private static let malformed = """
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><dc:title a=1 <<b>Hỏng</dc:title </oai_dc:dc>
        """

    private static func dublinCore(_ record: ProvidedRecord) -> String {
        """
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(escaped(record.title))</dc:title>
        <dc:identifier>\(escaped(record.url))</dc:identifier><dc:language>vi</dc:language>
        <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights></oai_dc:dc>
        """
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
