package import Vocabularies

/// A concept a text may be about.
package struct ConceptSuggestion: Hashable, Sendable {
    package let scheme: SchemeID
    package let code: String
    /// How often such a suggestion is right, from 0 to 1.
    package let confidence: Double
    /// Words of the text that argue for it, as the author wrote them, the strongest first; none where only
    /// how common the concept is does.
    package let because: [String]
}
