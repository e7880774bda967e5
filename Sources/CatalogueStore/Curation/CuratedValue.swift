package import Foundation

/// A field of a resource that somebody set by hand.
package struct CuratedValue: Sendable {
    /// Name of the field, as records have it.
    package let field: String
    /// As stored: codes, tags, texts. Empty where the field was cleared.
    package let values: [String]
    package let setAt: Date
    package let setBy: String
}
