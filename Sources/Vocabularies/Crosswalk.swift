/// A table from the values of one vocabulary to the concepts of one of ours.
package struct Crosswalk: Sendable {
    package struct Entry: Hashable, Sendable {
        package let from: String
        /// Codes of the target scheme; empty where the value is known to say nothing there (`noMatch`).
        package let to: [String]
        package let relation: MappingRelation
    }

    package let id: CrosswalkID
    /// Sorted by `from`, byte for byte; no two alike.
    package let entries: [Entry]

    /// The targets of each value, those of one value joined by `|`, as they stand in the file.
    package var targetsByValue: [String: String] {
        Dictionary(entries.map { ($0.from, $0.to.joined(separator: "|")) }, uniquingKeysWith: { first, _ in first })
    }
}
