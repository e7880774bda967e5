import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Publishing
import Vocabularies

/// What somebody asks to be tagged with what.
struct BulkForm: Sendable {
    let query: String
    /// Name of a tag, or name or code of a concept.
    let name: String
    let scheme: String
    let verb: TagBatch.Verb

    /// What is to be assigned, and the resources it is about.
    ///
    /// - Throws: `TagError`, and `SearchRequestError` for a query that cannot be asked.
    func found(_ searcher: Searcher, in scope: BulkScope = .all) throws -> (TagTarget, [ResourceID]) {
        let target = try TagTarget(scheme: scheme, name, vocabularies: try searcher.reference().vocabularies)
        return (target, try searcher.identifiers(of: SearchRequest(query), limit: scope.limit))
    }
}
