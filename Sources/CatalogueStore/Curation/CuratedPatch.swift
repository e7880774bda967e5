import CatalogueModel

/// One field of a resource as it was set by hand: checked values, ready to be put in place.
struct CuratedPatch: Codable, Equatable {
    let field: String
    /// Empty clears the field.
    let values: [String]

    init(clearing field: SourceField) {
        self.field = field.rawValue
        values = []
    }

    /// The value `field` has in `resource`.
    init(_ field: SourceField, of resource: LearningResource) {
        self.field = field.rawValue
        values =
            switch field {
            case .name: [resource.title]
            case .description: resource.description.map { [$0] } ?? []
            case .inLanguage: resource.languages.map(\.rawValue)
            case .license: resource.licence.map { [$0] } ?? []
            case .learningResourceType: resource.resourceTypes
            case .about: resource.subjects
            case .keywords: resource.keywords
            case .educationalLevel: resource.levels
            case .audience: resource.audiences
            case .courseMode: resource.studyModes
            case .datePublished: resource.datePublished.map { [$0.description] } ?? []
            case .creator: resource.creators
            default: []
            }
    }

    func apply(to resource: inout LearningResource) {
        switch SourceField(rawValue: field) {
        case .name: resource.title = values.first ?? resource.title
        case .description: resource.description = values.first
        case .inLanguage: resource.languages = values.compactMap { LanguageTag($0) }
        case .license: resource.licence = values.first
        case .learningResourceType: resource.resourceTypes = values
        case .about: resource.subjects = values
        case .keywords: resource.keywords = values
        case .educationalLevel: resource.levels = values
        case .audience: resource.audiences = values
        case .courseMode: resource.studyModes = values
        case .datePublished: resource.datePublished = values.first.flatMap { PartialDate($0) }
        case .creator: resource.creators = values
        default: break
        }
    }
}
