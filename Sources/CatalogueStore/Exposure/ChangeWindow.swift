/// Which changes are listed.
package struct ChangeWindow: Sendable {
    /// Seconds since 1970, both inclusive.
    package var from: Int64
    package var until: Int64
    /// Only resources of this publisher.
    package var publisher: String?
    /// Only what comes after this change of this resource.
    package var after: (changedAt: Int64, id: String)?

    package init(from: Int64 = .min, until: Int64 = .max, publisher: String? = nil) {
        (self.from, self.until, self.publisher) = (from, until, publisher)
    }
}
