/// What finding duplicates did.
package struct DuplicateUpdate: Hashable, Sendable {
    /// Nothing had changed.
    package static let none = Self()

    /// Resources compared anew.
    package var resources = 0
    /// Pairs scored.
    package var comparisons = 0
    /// Pairs that are likely or doubtful duplicates, of those scored.
    package var pairs = 0
    /// Whether all resources were compared.
    package var isFull = false
}
