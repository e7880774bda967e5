/// A free tag the words of a text propose.
package struct TagProposal: Hashable, Sendable {
    package let name: String
    /// Share of the records with these words that carry the tag.
    package let confidence: Double
    /// The words as the text has them.
    package let because: String
}
