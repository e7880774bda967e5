/// How freely a resource may be used, from its licence: what the numerators of the open-material targets rest on.
///
/// The six classes are our own, computed from SPDX and rightsstatements.org identifiers; *open* in the sense of the
/// UNESCO Recommendation on OER (2019) is `open`, and `openWithLimits` counts where a plan says so.
package enum OpennessClass: String, CaseIterable, Codable, Comparable, Sendable {
    /// Use, change and share for any purpose: CC0, public domain, BY, BY-SA and free software licences.
    case open = "A"
    /// Open but not for commerce: BY-NC, BY-NC-SA.
    case openWithLimits = "B"
    /// May be shared, not changed: any ND licence; it can never be translated.
    case shareOnly = "C"
    /// Free to read, nothing more is granted.
    case freeToRead = "D"
    /// The licence is not known.
    case unknown = "E"
    case restricted = "F"

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
