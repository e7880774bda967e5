import CatalogueModel

/// Gathers the values of a source record: white space at both ends is removed, empty and repeated values are left out.
struct SourceValues {
    private(set) var values: [SourceField: [String]] = [:]

    subscript(field: SourceField) -> [String] { values[field] ?? [] }

    mutating func add(_ text: String?, to field: SourceField) {
        guard let text = text?.trimmed, !text.isEmpty, values[field]?.contains(text) != true else { return }
        values[field, default: []].append(text)
    }

    mutating func add(_ texts: some Sequence<String>, to field: SourceField) {
        for text in texts { add(text, to: field) }
    }
}
