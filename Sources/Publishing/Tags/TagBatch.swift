package import Foundation

/// Tagging all that a query found, at once.
package struct TagBatch: Hashable, Sendable {
    package enum Verb: String, CaseIterable, Codable, Sendable {
        case add
        case remove
    }

    package let number: Int64
    package let query: String
    package let verb: Verb
    package let scheme: String
    /// Name of the tag, or code of the concept.
    package let name: String
    package let doneAt: Date
    package let doneBy: String
    /// Resources that were changed.
    package let changed: Int
    package let undoneAt: Date?
    package let undoneBy: String?
}
