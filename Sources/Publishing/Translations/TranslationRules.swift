import CatalogueModel
import CatalogueStore
import GRDB
import Vocabularies

/// What may be in the translation backlog, checked within a transaction.
struct TranslationRules {
    let db: Database
    private let reference: ReferenceData

    init(_ reference: ReferenceData, in db: Database) {
        self.reference = reference
        self.db = db
    }

    /// A resource the catalogue offers, in another language than Vietnamese, under a licence that lets others translate it,
    /// and not translated yet.
    ///
    /// - Parameter mayBeTranslated: a translation that is there already is no hindrance.
    /// - Throws: `TranslationError`.
    func requireTranslatable(_ id: ResourceID, mayBeTranslated: Bool = false) throws {
        let resource = try offered(id) { .unknownResource($0.rawValue) }
        guard !resource.languages.isEmpty else { throw TranslationError.languageUnknown(id) }
        guard !resource.isVietnamese else { throw TranslationError.alreadyVietnamese(id) }
        let licence = resource.licence.flatMap { reference.vocabularies.licences.licence(named: $0) }
        guard let licence else { throw TranslationError.licence(id, nil) }
        guard licence.openness == .open || licence.openness == .openWithLimits else {
            throw TranslationError.licence(id, licence.openness == .unknown ? nil : licence.label)
        }
        guard !mayBeTranslated, let translation = try translation(of: id) else { return }
        throw TranslationError.alreadyTranslated(id, by: translation)
    }

    /// The resource, where it is one that `requireTranslatable` lets pass; nil where not.
    func translatable(_ id: ResourceID) throws -> LearningResource? {
        do {
            try requireTranslatable(id)
            return try offered(id) { .unknownResource($0.rawValue) }
        } catch is TranslationError {
            return nil
        }
    }

    /// - Throws: `TranslationError` where the catalogue does not offer it, or it is in another language.
    func requireVietnamese(_ id: ResourceID) throws {
        guard try offered(id, otherwise: { .noTranslation($0) }).isVietnamese else {
            throw TranslationError.notVietnamese(id)
        }
    }

    func requireInstitution(_ id: String) throws {
        guard reference.registers.institution(id) != nil else { throw TranslationError.unknownInstitution(id) }
    }

    private func offered(
        _ id: ResourceID, otherwise: (ResourceID) -> TranslationError
    ) throws -> LearningResource {
        let row = try Row.fetchOne(
            db, sql: "SELECT record, withdrawnAt FROM learningResource WHERE id = ?", arguments: [id.rawValue])
        guard let row else { throw otherwise(id) }
        guard row[1] as Int64? == nil else { throw TranslationError.withdrawn(id) }
        return try JSONText.value(LearningResource.self, of: row[0])
    }

    /// A Vietnamese resource that says, or of which somebody said, that it translates `id`.
    private func translation(of id: ResourceID) throws -> ResourceID? {
        try String.fetchAll(
            db,
            sql: """
                SELECT r.subject FROM resourceRelation r JOIN learningResource t ON t.id = r.subject
                WHERE r.resolved = ? AND r.kind = 'translationOf' AND r.circle IS NULL AND t.withdrawnAt IS NULL
                    AND EXISTS (SELECT 1 FROM json_each(t.record, '$.languages') l
                                WHERE l.value = 'vi' OR l.value LIKE 'vi-%')
                ORDER BY r.subject LIMIT 1
                """, arguments: [id.rawValue]
        ).first.flatMap { ResourceID($0) }
    }
}

extension LearningResource {
    var isVietnamese: Bool { languages.contains { $0.primary == "vi" } }
}
