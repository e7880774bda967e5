/// Terms that stand for each other in a search: synonyms, a short form and its long one, or a term in two languages.
package struct GlossaryEntry: Hashable, Codable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case synonym
        case abbreviation
        /// Vietnamese to English.
        case translation
    }

    /// When an abbreviation counts as one.
    package enum Condition: String, Codable, Sendable {
        case always
        /// Typed in capitals: `AI` and not `ai`, who.
        case inCapitals
        /// Typed with its full stop: `P.` and not `p`.
        case withFullStop
    }

    package let kind: Kind
    /// Equivalent terms on the left: Vietnamese for a translation, the short form for an abbreviation.
    package let left: [String]
    /// Equivalent terms on the right: English for a translation, the long form for an abbreviation; empty for synonyms.
    package let right: [String]
    package let condition: Condition
    /// The subject a term belongs to, a code of ISCED-F; nil where it is not said.
    package let subject: String?

    package init(kind: Kind, left: [String], right: [String], condition: Condition = .always, subject: String? = nil) {
        self.kind = kind
        self.left = left
        self.right = right
        self.condition = condition
        self.subject = subject
    }
}
