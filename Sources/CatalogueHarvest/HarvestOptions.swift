/// How a harvest is to be made.
package struct HarvestOptions: Sendable {
    /// Everything the source has, and not only what changed.
    package var isFull = false
    /// Says what would happen, and does nothing.
    package var isDryRun = false
    /// Records that may be withdrawn at once because a complete list lacks them; nil keeps the shrink guard's own bounds.
    package var acceptedShrink: Int?
    /// A harvest that takes longer stops after the page at hand and goes on next time.
    package var timeLimit = Duration.seconds(6 * 3600)

    package init() {}
}
