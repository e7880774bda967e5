package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB
package import Vocabularies

/// Suggestions that are assigned without a person, from a confidence on that an institution set for its own resources.
package struct AutomaticTagging: Sendable {
    /// Confidences that can be set.
    package static let thresholds = 0.5...1.0

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
            let before = try Double.fetchOne(
                db, sql: "SELECT threshold FROM classifierThreshold WHERE institution = ? AND scheme = ?",
                arguments: [institution, scheme.rawValue])
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
    /// nothing in that scheme yet.
    ///
    /// - Parameters:
    ///   - institution: only its resources; nil for all that have set a threshold.
    ///   - isDryRun: tells what it would assign, and assigns nothing.
    /// - Returns: what was assigned, in the order of identifiers.
    @discardableResult
    package func run(
        _ classifier: Classifier, institution: String? = nil, isDryRun: Bool = false, at instant: Date
    ) throws -> [(resource: ResourceID, suggestion: ConceptSuggestion)] {
        var assigned: [(ResourceID, ConceptSuggestion)] = []
        for (owner, thresholds) in Dictionary(grouping: try thresholds(of: institution), by: \.institution)
            .sorted(by: { $0.key < $1.key })
        {
            for resource in try resources(of: owner) {
                let text = ClassifiedText(resource)
                for threshold in thresholds
                where ClassifierMaterial.labels(of: resource, in: threshold.scheme).isEmpty {
                    let found = classifier.concepts(
                        for: text, in: [threshold.scheme], limit: 1, least: threshold.value)
                    assigned += found.map { (resource.id, $0) }
                }
            }
        }
        guard !isDryRun else { return assigned }
        for (id, suggestion) in assigned {
            try Tags(store).assign(
                [.concept(suggestion.scheme, suggestion.code)], to: id, origin: .classifier,
                confidence: suggestion.confidence, by: "classifier", at: instant)
        }
        return assigned
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
