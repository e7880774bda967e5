package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB
package import Vocabularies

/// Suggestions that are assigned without a person, from a confidence on that an institution set for its own resources.
package struct AutomaticTagging: Sendable {
    /// Confidences that can be set.
    package static let thresholds = 0.5...1.0

    /// Who assigned what a threshold let through, in the log and beside the assignment.
    static let actor = "classifier"
    /// Assigned in one transaction at most.
    private static let atOnce = 200

    private let store: CatalogueStore

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    package struct Threshold: Hashable, Sendable {
        package let institution: String
        package let scheme: SchemeID
        package let value: Double
        package let setAt: Date
        package let setBy: String
    }

    /// What is set, of one institution or of all; nothing is set by default.
    package func thresholds(of institution: String? = nil) throws -> [Threshold] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM classifierThreshold WHERE ?1 IS NULL OR institution = ?1
                    ORDER BY institution, scheme
                    """, arguments: [institution]
            ).compactMap { row in
                SchemeID(rawValue: row["scheme"]).map {
                    Threshold(
                        institution: row["institution"], scheme: $0, value: row["threshold"],
                        setAt: Date(timeIntervalSince1970: row["setAt"]), setBy: row["setBy"])
                }
            }
        }
    }

    /// Sets from which confidence on suggestions of a scheme are assigned; nil never.
    ///
    /// - Throws: `ClassifierError`.
    package func set(
        _ threshold: Double?, _ scheme: SchemeID, of institution: String, by actor: String, at instant: Date
    ) throws {
        guard Classifier.schemes.contains(scheme) else { throw ClassifierError.unknownScheme(scheme.rawValue) }
        if let threshold, !Self.thresholds.contains(threshold) { throw ClassifierError.threshold }
        guard try store.referenceData().registers.institution(institution) != nil else {
            throw ClassifierError.unknownInstitution(institution)
        }
        try store.write { db in
            let before = try Self.threshold(scheme, of: institution, in: db)
            guard before != threshold else { return }
            try db.execute(
                sql: "DELETE FROM classifierThreshold WHERE institution = ? AND scheme = ?",
                arguments: [institution, scheme.rawValue])
            if let threshold {
                try db.execute(
                    sql: "INSERT INTO classifierThreshold VALUES (?, ?, ?, ?, ?)",
                    arguments: [institution, scheme.rawValue, threshold, instant.seconds, actor])
            }
            func values(_ value: Double?) throws -> String? {
                try value.map { try JSONText.of(["scheme": scheme.rawValue, "threshold": String($0)]) }
            }
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "classifier.threshold", subject: "institution:\(institution)",
                    before: try values(before), after: try values(threshold)), at: instant, in: db)
        }
    }

    /// Assigns what is suggested surely enough to the resources of institutions that want it, where a resource says
    /// nothing in that scheme yet. What a person took away is not assigned again.
    ///
    /// - Parameters:
    ///   - institution: only its resources; nil for all that have set a threshold.
    ///   - isDryRun: tells what it would assign, and assigns nothing.
    ///   - most: stops looking after so many.
    /// - Returns: what was assigned, in the order of institutions and identifiers. What people did meanwhile (a subject
    ///   by hand, a threshold switched off) stands.
    @discardableResult
    package func run(
        _ classifier: Classifier, institution: String? = nil, isDryRun: Bool = false, most: Int = .max,
        at instant: Date
    ) throws -> [(resource: ResourceID, suggestion: ConceptSuggestion)] {
        var found: [(resource: ResourceID, suggestion: ConceptSuggestion)] = []
        for (owner, thresholds) in Dictionary(grouping: try thresholds(of: institution), by: \.institution)
            .sorted(by: { $0.key < $1.key })
        {
            for resource in try resources(of: owner) where found.count < most {
                found += try suggestions(classifier, for: resource, thresholds).map { (resource.id, $0) }
            }
        }
        guard !isDryRun else { return found }
        return try stride(from: 0, to: found.count, by: Self.atOnce).flatMap { start in
            try assign(found[start..<min(start + Self.atOnce, found.count)], at: instant)
        }
    }

    private func suggestions(
        _ classifier: Classifier, for resource: LearningResource, _ thresholds: [Threshold]
    ) throws -> [ConceptSuggestion] {
        let open = thresholds.filter { ClassifierMaterial.labels(of: resource, in: $0.scheme).isEmpty }
        guard !open.isEmpty else { return [] }
        let text = ClassifiedText(resource)
        let found = open.flatMap { classifier.concepts(for: text, in: [$0.scheme], limit: 1, least: $0.value) }
        guard !found.isEmpty else { return [] }
        return try store.read { db in
            try found.filter { try !Self.isTakenAway($0, from: resource.id, in: db) }
        }
    }

    /// Assigns in one transaction what may still be assigned.
    private func assign(
        _ found: ArraySlice<(resource: ResourceID, suggestion: ConceptSuggestion)>, at instant: Date
    ) throws -> [(resource: ResourceID, suggestion: ConceptSuggestion)] {
        try store.edit("classify", at: instant) { edit, db in
            try found.filter { id, suggestion in
                guard let resource = try? TagTable(db).offered(id),
                    ClassifierMaterial.labels(of: resource, in: suggestion.scheme).isEmpty,
                    try !Self.isTakenAway(suggestion, from: id, in: db),
                    let least = try Self.threshold(suggestion.scheme, of: resource.publisher.id, in: db),
                    suggestion.confidence >= least
                else { return false }
                let added = try Tags.assign(
                    [.concept(suggestion.scheme, suggestion.code)], to: id, origin: .classifier,
                    confidence: suggestion.confidence, batch: nil, by: Self.actor, at: instant, in: db)
                if !added.isEmpty { try edit.saveAgain(id, in: db) }
                return !added.isEmpty
            }
        }
    }

    private static func threshold(_ scheme: SchemeID, of institution: String, in db: Database) throws -> Double? {
        let find = try db.cachedStatement(
            sql: "SELECT threshold FROM classifierThreshold WHERE institution = ? AND scheme = ?")
        return try Double.fetchOne(find, arguments: [institution, scheme.rawValue])
    }

    /// Whether a person once took that concept off the resource, one by one or in bulk.
    private static func isTakenAway(
        _ suggestion: ConceptSuggestion, from id: ResourceID, in db: Database
    ) throws -> Bool {
        let find = try db.cachedStatement(
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM auditEntry WHERE subject = 'resource:' || ?1 AND action = 'tag.unassign'
                    AND before ->> 'scheme' = ?2 AND before ->> 'code' = ?3
                ) OR EXISTS (
                    SELECT 1 FROM tagBatchRemoval r JOIN tagBatch b USING (batch)
                    WHERE b.undoneAt IS NULL AND r.resource = ?1 AND r.scheme = ?2 AND r.code = ?3)
                """)
        return try Bool.fetchOne(find, arguments: [id.rawValue, suggestion.scheme.rawValue, suggestion.code]) ?? false
    }

    private func resources(of institution: String) throws -> [LearningResource] {
        try store.read { db in
            try String.fetchAll(
                db, sql: "SELECT record FROM learningResource WHERE publisher = ? AND withdrawnAt IS NULL ORDER BY id",
                arguments: [institution]
            ).map { try JSONText.value(LearningResource.self, of: $0) }
        }
    }
}
