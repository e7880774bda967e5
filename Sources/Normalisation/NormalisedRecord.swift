package import CatalogueModel

/// A learning resource, what was left out of it on the way, and what was added.
package struct NormalisedRecord: Sendable {
    package let resource: LearningResource
    package let warnings: [RecordProblem]
    package var notes: [QualityNote] = []
}
