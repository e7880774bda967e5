package import CatalogueModel

/// An original that is looked for or used, and that nobody has asked to be translated yet.
package struct TranslationCandidate: Sendable {
    package let original: LearningResource
    package let demand: TranslationDemand
}
