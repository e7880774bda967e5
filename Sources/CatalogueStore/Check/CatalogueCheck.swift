package import Vocabularies

/// What `hoclieu check` found: a list of findings, each with its verdict.
package struct CatalogueCheck: Sendable {
    package struct Finding: Sendable {
        package let name: LocalisedText
        /// Nil where all is well; otherwise what is wrong and what to do.
        package let problem: LocalisedText?
        /// What was looked at, for example “388 records”.
        package let detail: String
    }

    package let findings: [Finding]

    package var isWell: Bool { findings.allSatisfy { $0.problem == nil } }
}
