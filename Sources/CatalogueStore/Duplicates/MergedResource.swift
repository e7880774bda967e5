package import CatalogueModel
import Vocabularies

/// A resource with all who provide it, as its page shows it: the catalogue keeps every record as it is, and merges on view.
package struct MergedResource: Sendable {
    /// Another record of the same resource.
    package struct Provider: Hashable, Sendable {
        package let resource: LearningResource
        package let isRepresentative: Bool
    }

    /// The record asked for; of a representative, with what it lacks filled in from the others.
    package let resource: LearningResource
    /// Where filled in fields come from.
    package let origins: [SourceField: ResourceID]
    package let isRepresentative: Bool
    /// The other records, the representative first where it is one of them.
    package let others: [Provider]
    /// How sure it is that all are one resource, 0 to 1; 1 where the resource is alone.
    package let confidence: Double

    /// A resource nobody else provides.
    package init(alone resource: LearningResource) { self.init(resource, members: [resource], confidence: 1) }

    /// - Parameter members: of the cluster, the representative first; `resource` among them.
    init(_ resource: LearningResource, members: [LearningResource], confidence: Double) {
        let others = members.filter { $0.id != resource.id }
        isRepresentative = members.first.map { $0.id == resource.id } ?? true
        self.others = others.map { Provider(resource: $0, isRepresentative: $0.id == members.first?.id) }
        self.confidence = confidence
        var filling = Filling(resource)
        if isRepresentative { for other in others { filling.fill(from: other) } }
        self.resource = filling.resource
        origins = filling.origins
    }
}

/// Fills the gaps of one record from others. Licence, address and publisher belong to a copy and are never carried over.
private struct Filling {
    private(set) var resource: LearningResource
    private(set) var origins: [SourceField: ResourceID] = [:]

    init(_ resource: LearningResource) {
        self.resource = resource
    }

    mutating func fill(from other: LearningResource) {
        fill(\.identifiers, .otherIdentifier, other)
        fill(\.creators, .creator, other)
        fill(\.languages, .inLanguage, other)
        fill(\.resourceTypes, .learningResourceType, other)
        fill(\.subjects, .about, other)
        fill(\.keywords, .keywords, other)
        fill(\.levels, .educationalLevel, other)
        fill(\.audiences, .audience, other)
        fill(\.studyModes, .courseMode, other)
        fill(\.isBasedOn, .isBasedOn, other)
        fill(\.translationOfWork, .translationOfWork, other)
        fill(\.datePublished, .datePublished, other)
        fill(\.timeRequired, .timeRequired, other)
        fill(\.duration, .duration, other)
        if fill(\.description, .description, other) {
            resource.descriptionLanguage = other.descriptionLanguage ?? other.languages.first
        }
    }

    private mutating func fill<Value>(
        _ field: WritableKeyPath<LearningResource, [Value]>, _ name: SourceField, _ other: LearningResource
    ) {
        guard resource[keyPath: field].isEmpty, !other[keyPath: field].isEmpty else { return }
        resource[keyPath: field] = other[keyPath: field]
        origins[name] = other.id
    }

    @discardableResult
    private mutating func fill<Value>(
        _ field: WritableKeyPath<LearningResource, Value?>, _ name: SourceField, _ other: LearningResource
    ) -> Bool {
        guard resource[keyPath: field] == nil, let value = other[keyPath: field] else { return false }
        resource[keyPath: field] = value
        origins[name] = other.id
        return true
    }
}
