/// The searchable fields of a resource, in order of weight.
package enum IndexedField: String, CaseIterable, Sendable {
    case title
    case subject
    case agent
    case body

    /// Column of the exact keys (E).
    package var exactColumn: String { rawValue + "Exact" }
    /// Column of the folded keys (F).
    package var foldedColumn: String { rawValue + "Folded" }
}
