import Vocabularies

/// One thing that is wrong with a record that was sent (a member of `errors` in problem+json).
struct FieldProblem: Sendable {
    /// Name of the field as records have it; nil where the record as a whole is meant.
    let field: String?
    let reason: String
    let message: LocalisedText
    let remedy: LocalisedText
}
