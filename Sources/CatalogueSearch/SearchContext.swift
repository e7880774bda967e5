import CatalogueStore
import GRDB
import Vocabularies

/// What searches need beside the index, kept while the catalogue's reference data and generation stay the same.
struct SearchContext: Sendable {
    /// Changes exactly when the rest does.
    struct Stamp: Hashable, Sendable {
        let generation: IndexGeneration
        let referenceVersion: Int
        let tagVersion: Int

        init(of db: Database) throws {
            generation = try IndexGeneration.current(in: db)
            referenceVersion = try CatalogueStore.referenceVersion(in: db)
            tagVersion = try AssignedTags.version(in: db)
        }
    }

    let stamp: Stamp
    let reference: ReferenceData
    let concepts: ConceptFinder
    let glossary: GlossaryFinder
    /// Names of free tags by slug.
    let tagNames: [String: String]

    var generation: IndexGeneration { stamp.generation }

    /// - Throws: `CatalogueStoreError` of kind `indexOutdated`.
    init(stamp: Stamp, path: String, in db: Database) throws {
        try CatalogueStore.requireCurrentAnalysis(in: db, path: path)
        self.stamp = stamp
        reference = try CatalogueStore.referenceData(in: db)
        concepts = ConceptFinder(vocabularies: reference.vocabularies)
        let tags = try AssignedTags.words(in: db)
        tagNames = tags.names
        glossary = GlossaryFinder(
            reference.glossary + tags.synonyms.map { GlossaryEntry(kind: .synonym, left: $0, right: []) })
    }
}
