package import CatalogueModel

/// A learning resource ready to be saved, with the place it was read from.
package struct AcceptedRecord: Sendable {
    package var resource: LearningResource
    package let location: SourceLocation

    package init(resource: LearningResource, location: SourceLocation) {
        self.resource = resource
        self.location = location
    }
}
