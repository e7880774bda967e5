/// A made-up page of an OAI-PMH list in oai_dc.
struct OAIPageText {
    private let records: [SyntheticRecord]

    init(_ records: [SyntheticRecord]) {
        self.records = records
    }

    var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate>
        <request verb="ListRecords" metadataPrefix="oai_dc">https://example.org/oai</request>
        <ListRecords>
        \(records.map(Self.text).joined(separator: "\n"))
        <resumptionToken completeListSize="100000" cursor="0">next</resumptionToken>
        </ListRecords></OAI-PMH>
        """
    }

    private static func text(_ record: SyntheticRecord) -> String {
        """
        <record><header><identifier>oai:example.org:\(record.number)</identifier>\
        <datestamp>\(record.year)-01-01T00:00:00Z</datestamp><setSpec>col_1_\(record.publisher)</setSpec></header>
        <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>\(record.title.joined(separator: " "))</dc:title><dc:creator>Nguyễn, Văn An</dc:creator>
        \(record.keywords.map { "<dc:subject>\($0)</dc:subject>" }.joined())
        <dc:description>\(record.description.joined(separator: " "))</dc:description>
        <dc:publisher>\(record.publisherName)</dc:publisher><dc:date>\(record.year)</dc:date>
        <dc:type>\(record.type)</dc:type><dc:identifier>https://example.org/handle/\(record.number)</dc:identifier>
        <dc:language>\(record.language)</dc:language>
        <dc:rights>https://creativecommons.org/licenses/\(record.licence)/4.0/</dc:rights>
        </oai_dc:dc></metadata></record>
        """
    }
}
