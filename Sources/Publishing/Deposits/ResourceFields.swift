package import CatalogueModel

/// A resource as values by field, in the order people read them: for forms, tables and comparisons.
///
/// Normalising the values gives the resource back.
package struct ResourceFields: Sendable {
    /// In the order of forms.
    package static let order: [SourceField] = [
        .identifier, .name, .alternateName, .description, .url, .publisher, .publisherName, .creator, .inLanguage,
        .license, .learningResourceType, .about, .keywords, .educationalLevel, .audience, .courseMode, .datePublished,
        .timeRequired, .duration, .isBasedOn, .translationOfWork, .isPartOf, .isVersionOf, .coursePrerequisites,
        .otherIdentifier, .descriptionLanguage, .subjectOf,
    ]

    package let values: [SourceField: [String]]

    package init(_ resource: LearningResource) {
        var values: [SourceField: [String]] = [
            .identifier: [resource.id.rawValue], .name: [resource.title], .alternateName: resource.alternativeTitles,
            .url: [resource.url], .publisher: [resource.publisher.id], .publisherName: [resource.publisher.name],
            .creator: resource.creators, .inLanguage: resource.languages.map(\.rawValue),
            .learningResourceType: resource.resourceTypes, .about: resource.subjects, .keywords: resource.keywords,
            .educationalLevel: resource.levels, .audience: resource.audiences, .courseMode: resource.studyModes,
            .isBasedOn: resource.isBasedOn, .translationOfWork: resource.translationOfWork,
            .isPartOf: resource.partOf, .isVersionOf: resource.versionOf, .coursePrerequisites: resource.prerequisites,
            .otherIdentifier: resource.identifiers,
        ]
        let singles: [SourceField: String?] = [
            .description: resource.description, .license: resource.licence,
            .datePublished: resource.datePublished?.description, .timeRequired: resource.timeRequired?.description,
            .duration: resource.duration?.description, .descriptionLanguage: resource.descriptionLanguage?.rawValue,
            .subjectOf: resource.factsFrom,
        ]
        for (field, value) in singles { values[field] = value.map { [$0] } ?? [] }
        self.values = values.filter { !$0.value.isEmpty }
    }

    package subscript(field: SourceField) -> [String] { values[field] ?? [] }

    /// The fields in which `newer` differs, in order, with both values.
    package func differences(from newer: Self) -> [(field: SourceField, before: [String], after: [String])] {
        Self.order.filter { self[$0] != newer[$0] }.map { ($0, self[$0], newer[$0]) }
    }
}
