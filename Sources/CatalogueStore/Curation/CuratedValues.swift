import CatalogueModel
import GRDB

/// Values people of the catalogue set by hand, which stand over what a source says.
enum CuratedValues {
    /// Fields that may be set by hand.
    static let fields: [SourceField] = [
        .name, .description, .inLanguage, .license, .learningResourceType, .about, .keywords, .educationalLevel,
        .audience, .courseMode, .datePublished, .creator,
    ]

    /// `resource` with the values set by hand; itself where there are none.
    static func applied(to resource: LearningResource, in db: Database) throws -> LearningResource {
        let find = try db.cachedStatement(sql: "SELECT valuesSet FROM curatedValue WHERE resource = ? ORDER BY field")
        let rows = try String.fetchAll(find, arguments: [resource.id.rawValue])
        guard !rows.isEmpty else { return resource }
        var curated = resource
        for row in rows { try JSONText.value(CuratedPatch.self, of: row).apply(to: &curated) }
        return curated
    }
}
