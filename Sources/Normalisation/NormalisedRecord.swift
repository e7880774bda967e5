package import CatalogueModel

/// A learning resource, what was left out of it on the way, and what was added.
package struct NormalisedRecord: Sendable {
    package let resource: LearningResource
    package let warnings: [RecordProblem]
    package var notes: [QualityNote] = []
    /// Words that were given as subjects, are none, and became keywords: no fault of a source, a slip of a person.
    package var unknownSubjects: [String] = []
}
