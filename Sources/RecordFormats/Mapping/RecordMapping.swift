import CatalogueModel

package struct RecordMapping: Sendable {
    func record(from content: RecordContent, at location: SourceLocation) throws(RecordFault) -> SourceRecord {
        SourceRecord(location: location, values: [:])
    }
    func checkColumns(of header: CSVHeader, file: String, line: Int) throws {}
}
