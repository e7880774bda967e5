/// The kind of a term; terms of different spaces never meet, and sort by it.
package enum TermSpace: UInt8, CaseIterable, Sendable {
    /// Words with their marks (key E).
    case exact
    /// Words without marks, English words by their stem (key F).
    case folded
    /// Words written without marks that may be Vietnamese (key U).
    case unmarked
    /// Controlled concepts of a document.
    case concept
    /// Values to filter and count by; they have no frequency and no score.
    case facet
}
