/// Facts of a record, besides its text, that its rank depends on.
struct RankedFacts {
    let licence: String?
    /// The first subject, if any.
    let subject: String?
    /// ISO 8601, as precise as it is known.
    let date: String?
}
