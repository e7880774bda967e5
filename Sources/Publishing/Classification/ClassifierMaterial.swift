package import CatalogueModel
package import CatalogueStore
import Foundation
import GRDB
import Vocabularies

/// What a classifier learns from: vocabularies and labelled records.
package struct ClassifierMaterial: Sendable {
    /// Records a classifier learns from at most, and of one institution: one large institution must not drown the others.
    package static let mostRecords = 6_000
    static let mostOfOneInstitution = 600

    package let reference: ReferenceData
    package let resources: [LearningResource]
    /// Names of free tags.
    let tagNames: [String]

    package init(reference: ReferenceData, resources: [LearningResource], tagNames: [String] = []) {
        self.reference = reference
        self.resources = resources
        self.tagNames = tagNames
    }

    /// The offered records of a catalogue, spread evenly over its institutions, always the same for the same catalogue.
    package init(of store: CatalogueStore) throws {
        reference = try store.referenceData()
        (resources, tagNames) = try store.read { db in
            let rows = try String.fetchAll(
                db,
                sql: """
                    SELECT record FROM (
                        SELECT record, rowID, row_number() OVER (PARTITION BY publisher ORDER BY id) AS place
                        FROM learningResource WHERE withdrawnAt IS NULL)
                    WHERE place <= ? ORDER BY place, rowID LIMIT ?
                    """, arguments: [Self.mostOfOneInstitution, Self.mostRecords])
            return (
                try Self.withoutAutomatic(rows.map { try JSONText.value(LearningResource.self, of: $0) }, in: db),
                try AssignedTags.words(in: db).names.values.sorted()
            )
        }
    }

    /// Records without the concepts that stand in them because a classifier alone said so: it must not learn from itself.
    private static func withoutAutomatic(_ resources: [LearningResource], in db: Database) throws -> [LearningResource]
    {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT resource, scheme, code FROM tagAssignment
                WHERE origin = 'classifier' AND assignedBy = ? AND isStated = 0
                """, arguments: [AutomaticTagging.actor])
        guard !rows.isEmpty else { return resources }
        let automatic = Dictionary(grouping: rows) { $0["resource"] as String }
        return resources.map { resource in
            var resource = resource
            for row in automatic[resource.id.rawValue] ?? [] {
                guard let path = SchemeID(rawValue: row["scheme"]).flatMap(AssignedTags.field) else { continue }
                let code: String = row["code"]
                resource[keyPath: path].removeAll { $0 == code }
            }
            return resource
        }
    }

    /// Codes of a scheme that are suggested: narrow fields of ISCED-F (three digits), and all of other schemes.
    func codes(of scheme: SchemeID) -> [String] {
        let codes = reference.vocabularies[scheme].concepts.map(\.code)
        return scheme == .subjects ? codes.filter { $0.utf8.count == 3 } : codes
    }

    /// The code of `codes(of:)` a code belongs to; nil for broader ones.
    static func label(_ code: String, in scheme: SchemeID) -> String? {
        guard scheme == .subjects else { return code }
        return code.utf8.count >= 3 ? String(code.prefix(3)) : nil
    }

    /// Words of the vocabularies for each concept: labels, words of crosswalks, terms of the glossary.
    func words(of scheme: SchemeID) -> [(TextFeatures, String)] {
        var words: [(String, String)] = []
        for concept in reference.vocabularies[scheme].concepts {
            guard let code = Self.label(concept.code, in: scheme) else { continue }
            words += concept.names.map { ($0, code) }
        }
        if scheme == .subjects {
            for entry in reference.glossary {
                guard let code = entry.subject.flatMap({ Self.label($0, in: scheme) }) else { continue }
                words += (entry.left + entry.right).map { ($0, code) }
            }
        }
        let crosswalk: CrosswalkID? =
            switch scheme {
            case .subjects: .wordsToISCED
            case .audiences: .wordsToAudiences
            case .levels: .wordsToLevels
            default: nil
            }
        let entries = crosswalk.flatMap { reference.vocabularies.crosswalks[$0] } ?? [:]
        for (word, targets) in entries.sorted(by: { $0.key < $1.key }) {
            for target in targets.split(separator: "|") {
                if let code = Self.label(String(target), in: scheme) { words.append((word, code)) }
            }
        }
        return words.map { (TextFeatures(phrase: $0.0), $0.1) }
    }

    /// Labels of a record in a scheme, each once.
    static func labels(of resource: LearningResource, in scheme: SchemeID) -> [String] {
        let codes =
            switch scheme {
            case .subjects: resource.subjects
            case .audiences: resource.audiences
            case .levels: resource.levels
            default: [String]()
            }
        var seen: Set<String> = []
        return codes.compactMap { label($0, in: scheme) }.filter { seen.insert($0).inserted }
    }
}
