package import CatalogueModel

/// One record of ListRecords or GetRecord.
package struct OAIRecord: Hashable, Sendable {
    package let header: OAIHeader
    /// What stands within `metadata`; nil for deleted records and where the repository left it out.
    package let metadata: XMLElement?
    /// What stands within each `about`.
    package let about: [XMLElement]
    package let location: SourceLocation
    /// What had to be mended in its XML.
    package let warnings: [RecordProblem]

    package var identifier: String { header.identifier }
    package var datestamp: String { header.datestamp }
    package var setSpecs: [String] { header.setSpecs }
    package var isDeleted: Bool { header.isDeleted }
}

extension OAIRecord {
    /// - Throws: `RecordFault` where there is no header with an identifier.
    init(_ unit: XMLUnit) throws(RecordFault) {
        guard let header = unit.element.first("header").flatMap(OAIHeader.init) else { throw .oaiHeaderMissing }
        self.header = header
        metadata = unit.element.first("metadata")?.children.first
        about = unit.element.children("about").flatMap(\.children)
        location = unit.location
        warnings = unit.warnings
    }

    /// The record by our fields; its identifier is the one of the header.
    ///
    /// Refused are deleted records, those without metadata and those in a form that is not known.
    package func sourceRecord() -> ReadOutcome {
        if isDeleted { return .refused(RecordFault.oaiDeleted(identifier).problem(at: location)) }
        guard let metadata else { return .refused(RecordFault.oaiMetadataMissing(identifier).problem(at: location)) }
        guard var content = XMLRecordForms.content(of: metadata) else {
            return .refused(RecordFault.unknownForm(metadata.name).problem(at: location))
        }
        content.set([identifier], for: .identifier)
        return content.outcome(at: location, warnings: warnings)
    }
}
