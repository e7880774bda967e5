package import RecordFormats

/// One file to take in, and how to read it.
package struct IngestInput: Sendable {
    package let path: String
    package let format: RecordFormat
    /// Brings an institution's own fields into ours; nil for our own and schema.org's.
    package let mapping: RecordMapping?

    package init(path: String, format: RecordFormat, mapping: RecordMapping? = nil) {
        self.path = path
        self.format = format
        self.mapping = mapping
    }
}
