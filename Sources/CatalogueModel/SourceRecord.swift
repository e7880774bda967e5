/// One record as a source states it: text values by field, not yet checked.
package struct SourceRecord: Hashable, Sendable {
    package let location: SourceLocation
    /// Values in source order; white space at both ends removed, empty ones left out.
    package var values: [SourceField: [String]]
    /// What the source calls its fields where that is not our name: a column heading, a path.
    package let namesInSource: [SourceField: String]

    package init(
        location: SourceLocation, values: [SourceField: [String]], namesInSource: [SourceField: String] = [:]
    ) {
        self.location = location
        self.values = values
        self.namesInSource = namesInSource
    }

    package subscript(field: SourceField) -> [String] { values[field] ?? [] }
}
