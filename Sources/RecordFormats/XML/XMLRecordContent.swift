import CatalogueModel

/// What a record in XML says, by our fields.
struct XMLRecordContent: Sendable {
    private(set) var values: [SourceField: [String]] = [:]
    /// What could not be used.
    private(set) var warnings: [RecordFault] = []

    init() {}

    init(values: [SourceField: [String]], warnings: [RecordFault] = []) {
        self.values = values
        self.warnings = warnings
    }

    subscript(field: SourceField) -> [String] { values[field] ?? [] }

    /// Adds texts: trimmed, without empty ones and those that are there already.
    mutating func add(_ texts: [String], to field: SourceField) {
        for text in texts.map(\.trimmed) where !text.isEmpty {
            if values[field]?.contains(text) != true { values[field, default: []].append(text) }
        }
    }

    mutating func add(_ text: String?, to field: SourceField) {
        if let text { add([text], to: field) }
    }

    /// Puts `texts` in the place of what `field` has.
    mutating func set(_ texts: [String], for field: SourceField) {
        values[field] = nil
        add(texts, to: field)
    }

    mutating func warn(_ fault: RecordFault) {
        warnings.append(fault)
    }

    func record(at location: SourceLocation) -> SourceRecord {
        SourceRecord(location: location, values: values)
    }
}
