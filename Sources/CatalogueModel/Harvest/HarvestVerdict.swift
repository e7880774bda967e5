/// What a harvest amounts to; computed from its counts, never claimed.
package enum HarvestVerdict: String, CaseIterable, Codable, Sendable {
    /// All that the source has is in the catalogue, or known to be unchanged.
    case success
    /// Some records or pages were lost; what came was kept.
    case partial
    /// Nothing came.
    case failed
    /// It went through, but looks wrong: far fewer records than before, or every record refused.
    case suspicious
    /// Somebody stopped it.
    case aborted
}
