import CatalogueModel

/// What a record in XML says, by our fields.
struct XMLRecordContent: Sendable {
    private(set) var values: [SourceField: [String]] = [:]
    /// What could not be used.
    private(set) var warnings: [RecordFault] = []
    /// Why this is no description of a resource; nil where it is one.
    private(set) var refusal: RecordFault?
    /// What the form calls its fields, for messages.
    var namesInSource: [SourceField: String] = [:]

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

    mutating func refuse(_ fault: RecordFault) {
        refusal = fault
    }

    func record(at location: SourceLocation) -> SourceRecord {
        SourceRecord(location: location, values: values, namesInSource: namesInSource)
    }

    /// - Parameter warnings: of the record's form, which come before those of its content.
    func outcome(at location: SourceLocation, warnings: [RecordProblem] = []) -> ReadOutcome {
        if let refusal { return .refused(refusal.problem(at: location)) }
        return .record(record(at: location), warnings: warnings + self.warnings.map { $0.problem(at: location) })
    }
}
