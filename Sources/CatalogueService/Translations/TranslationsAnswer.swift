/// The backlog as the API tells it, with what is in demand and not asked for yet.
struct TranslationsAnswer: Encodable {
    let translations: [TranslationAnswer]
    /// The most wanted first; empty where the answer is of one state only.
    let candidates: [TranslationCandidateAnswer]
}
