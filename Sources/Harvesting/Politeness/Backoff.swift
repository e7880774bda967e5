/// How long to wait before a request is made again.
package struct Backoff: Hashable, Sendable {
    /// Pause after the first failure; it doubles after each further one.
    package var first = Duration.seconds(5)
    /// No single pause of our own making is longer.
    package var longest = Duration.seconds(300)
    /// How often one request is made in all.
    package var attempts = 4
    /// Pauses of one request together; a server that wants more is left alone until then.
    package var patience = Duration.seconds(3600)

    package init() {}

    /// The pause after failure number `failures`, from 1.
    ///
    /// - Parameter random: in 0..<1; the pause lies between half and all of its nominal length, so that harvesters who
    ///   were thrown out together do not come back together.
    package func pause(after failures: Int, random: Double) -> Duration {
        let nominal = min(longest, first * (1 << min(max(failures - 1, 0), 20)))
        return nominal * (0.5 + 0.5 * min(max(random, 0), 1))
    }
}
