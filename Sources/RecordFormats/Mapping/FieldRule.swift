import CatalogueModel

/// How one of our fields is filled: from where, through which transforms and which table.
struct FieldRule: Sendable {
    let field: SourceField
    let sources: [ValueSource]
    let transforms: [TextTransform]
    let table: ValueTable?

    var paths: [ValuePath] { sources.flatMap(\.paths) }

    /// The path or column, where the field comes from one.
    var nameInSource: String? {
        let paths = Set(paths.map(\.text))
        return paths.count == 1 ? paths.first : nil
    }

    /// - Throws: `RecordFault` where the table refuses a value.
    func values(in content: RecordContent) throws(RecordFault) -> [String] {
        var values = sources.flatMap { $0.values(in: content) }
        for transform in transforms { values = transform.apply(to: values) }
        guard let table else { return values }
        var ours: [String] = []
        for value in values {
            guard let found = table.values(for: value) else {
                throw .unlistedValue(field: nameInSource ?? field.rawValue, value: String(value.prefix(80)))
            }
            ours += found
        }
        return ours
    }
}
