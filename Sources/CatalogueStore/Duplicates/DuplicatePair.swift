package import CatalogueModel
package import Normalisation

/// Two resources that may be one: not sure enough for the rules, a case for people.
package struct DuplicatePair: Sendable {
    package let first: LearningResource
    package let second: LearningResource
    package let score: DuplicateScore
}
