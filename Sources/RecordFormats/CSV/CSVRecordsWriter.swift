package import CatalogueModel

/// Writes learning resources as a table with the columns `ingest` reads; lists are separated by `|`.
package struct CSVRecordsWriter {
    private var writer = TableWriter()
    private let extraColumns: [String]

    package var bytes: [UInt8] { writer.bytes }

    /// - Parameter extraColumns: that are not the record's own; readers tell that they do not know them.
    package init(extraColumns: [String] = []) {
        self.extraColumns = extraColumns
        writer.row(Self.columns.map(\.rawValue) + extraColumns)
    }

    /// - Parameter extra: the values of the extra columns.
    package mutating func write(_ resource: LearningResource, extra: [String] = []) {
        precondition(extra.count == extraColumns.count, "a row has as many cells as there are columns")
        writer.row(Self.columns.map { Self.value(of: $0, in: resource) } + extra)
    }

    private static let columns: [SourceField] = [
        .identifier, .name, .alternateName, .description, .url, .publisher, .publisherName, .creator, .inLanguage,
        .license, .learningResourceType, .about, .keywords, .educationalLevel, .audience, .courseMode, .datePublished,
        .timeRequired, .duration, .isBasedOn, .translationOfWork, .isPartOf, .isVersionOf, .coursePrerequisites,
        .subjectOf,
    ]

    private static func value(of field: SourceField, in resource: LearningResource) -> String {
        switch field {
        case .identifier: resource.id.rawValue
        case .name: resource.title
        case .alternateName: list(resource.alternativeTitles)
        case .description: resource.description ?? ""
        case .url: resource.url
        case .publisher: resource.publisher.id
        case .publisherName: resource.publisher.name
        case .creator: list(resource.creators)
        case .inLanguage: list(resource.languages.map(\.rawValue))
        case .license: resource.licence ?? ""
        case .learningResourceType: list(resource.resourceTypes)
        case .about: list(resource.subjects)
        case .keywords: list(resource.keywords)
        case .educationalLevel: list(resource.levels)
        case .audience: list(resource.audiences)
        case .courseMode: list(resource.studyModes)
        case .datePublished: resource.datePublished?.description ?? ""
        case .timeRequired: resource.timeRequired?.description ?? ""
        case .duration: resource.duration?.description ?? ""
        case .isBasedOn: list(resource.isBasedOn)
        case .translationOfWork: list(resource.translationOfWork)
        case .isPartOf: list(resource.partOf)
        case .isVersionOf: list(resource.versionOf)
        case .coursePrerequisites: list(resource.prerequisites)
        case .subjectOf: resource.factsFrom ?? ""
        default: ""
        }
    }

    private static func list(_ values: [String]) -> String { values.joined(separator: "|") }
}
