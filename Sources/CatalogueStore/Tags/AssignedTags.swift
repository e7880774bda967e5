package import CatalogueModel
package import GRDB
package import Vocabularies

/// Puts what is assigned to a resource into its record, whatever its source says.
package enum AssignedTags {
    /// Name of the scheme of free tags among those of concepts.
    package static let freeTags = "tags"

    /// Schemes whose concepts can be assigned.
    package static let conceptSchemes: [SchemeID] = [.subjects, .levels, .audiences, .competences, .programmes]

    /// `resource` with its free tags, competences and majors as they are assigned, and with the subjects, levels and
    /// audiences assigned beside those its record states.
    package static func applied(to resource: LearningResource, in db: Database) throws -> LearningResource {
        let find = try db.cachedStatement(
            sql: "SELECT scheme, code FROM tagAssignment WHERE resource = ? ORDER BY scheme, assignedAt, code")
        let rows = try Row.fetchAll(find, arguments: [resource.id.rawValue])
        var tagged = resource
        (tagged.tags, tagged.competences, tagged.programmes) = ([], [], [])
        guard !rows.isEmpty else { return tagged }
        var hasFreeTags = false
        for row in rows {
            let (scheme, code): (String, String) = (row[0], row[1])
            if scheme == freeTags {
                hasFreeTags = true
            } else if let path = SchemeID(rawValue: scheme).flatMap(field), !tagged[keyPath: path].contains(code) {
                tagged[keyPath: path].append(code)
            }
        }
        if hasFreeTags { tagged.tags = try tags(of: resource.id, in: db) }
        return tagged
    }

    /// Where concepts of a scheme stand in a record; nil for a scheme that cannot be assigned.
    package static func field(of scheme: SchemeID) -> WritableKeyPath<LearningResource, [String]>? {
        switch scheme {
        case .subjects: \.subjects
        case .levels: \.levels
        case .audiences: \.audiences
        case .competences: \.competences
        case .programmes: \.programmes
        default: nil
        }
    }

    /// Merged tags count as what they were merged into, deleted ones as nothing.
    private static func tags(of id: ResourceID, in db: Database) throws -> [ResourceTag] {
        let find = try db.cachedStatement(
            sql: """
                SELECT DISTINCT t.slug, t.name, t.sortKey FROM tagAssignment a
                JOIN tag m ON m.tag = CAST(a.code AS INTEGER) JOIN tag t ON t.tag = m.root
                WHERE a.resource = ? AND a.scheme = 'tags' AND t.deletedAt IS NULL ORDER BY t.sortKey, t.slug
                """)
        return try Row.fetchAll(find, arguments: [id.rawValue]).map { ResourceTag(slug: $0[0], name: $0[1]) }
    }

    /// Notes that a tag is called otherwise, or counts otherwise, from now on.
    package static func noteChange(in db: Database) throws {
        try Meta.set(.tagVersion, to: try version(in: db) + 1, in: db)
    }

    /// Grows with every `noteChange`.
    package static func version(in db: Database) throws -> Int { try Meta.integer(.tagVersion, in: db) ?? 0 }

    /// The words of all free tags: the name of each by its slug, and the groups of words that stand for one tag.
    package static func words(in db: Database) throws -> (names: [String: String], synonyms: [[String]]) {
        var names: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT slug, name FROM tag WHERE deletedAt IS NULL AND root = tag") {
            names[row[0]] = row[1]
        }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.root, n.name FROM tagName n JOIN tag m USING (tag) JOIN tag t ON t.tag = m.root
                WHERE t.deletedAt IS NULL ORDER BY m.root, n.tag <> m.root, n.isPreferred DESC, n.normal
                """)
        let groups = Dictionary(grouping: rows) { $0[0] as Int64 }
        let synonyms = groups.sorted { $0.key < $1.key }.map { $0.value.map { $0[1] as String } }
        return (names, synonyms.filter { $0.count > 1 })
    }
}
