package import CatalogueModel

/// A learning resource, and what was left out of it on the way.
package struct NormalisedRecord: Sendable {
    package let resource: LearningResource
    package let warnings: [RecordProblem]
}
