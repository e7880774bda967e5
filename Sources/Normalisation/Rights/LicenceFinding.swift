package import Vocabularies

/// The licence or rights statement a text names, and how sure that is.
package struct LicenceFinding: Hashable, Sendable {
    /// What the licence was known by, surest first.
    package enum Evidence: Int, Comparable, Sendable {
        case address
        /// An SPDX identifier or a code of our register.
        case code
        /// Its name in running text.
        case name
        /// Words that keep all rights, or restrict access.
        case reservation
        /// Words that let everybody read and grant nothing more: no licence.
        case access

        package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    package let licence: Licence
    package let evidence: Evidence
    /// Codes of what else the text names and this finding overrules, because it is more restrictive.
    package var overruled: [String] = []

    package init(licence: Licence, evidence: Evidence) {
        self.licence = licence
        self.evidence = evidence
    }
}
