import Foundation

/// How often readers may suggest tags: one visitor, and all together, since who has many addresses has as many visitors.
struct TagSuggestionLimiter: Sendable {
    private let perVisitor = RateLimiter(limit: 20, seconds: 3600)
    private let overall = RateLimiter(limit: 1_000, seconds: 3600)

    /// - Throws: `Problem`, 429.
    func take(_ visitor: String, at instant: Date) throws {
        guard perVisitor.take(visitor, at: instant), overall.take("all", at: instant) else {
            throw Problem.tooManyRequests(seconds: 3600)
        }
    }
}
