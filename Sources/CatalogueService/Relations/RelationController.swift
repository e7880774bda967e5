import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Hummingbird

/// `/api/v1/resources/{id}/relations`; pages show the same with the resource.
struct RelationController: Sendable {
    let catalogue: CatalogueReader

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/api/v1/resources/:id/relations", use: relations)
    }

    @Sendable private func relations(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let language = request.language
        return try await catalogue.read { searcher in
            let related = try searcher.related(to: searcher.offeredMerged(id))
            return try JSONAnswer.response(RelationsAnswer(related, language: language), language: language)
        }
    }
}

extension Searcher {
    /// What a resource is related to; the main record of several speaks for the others, too.
    func related(to merged: MergedResource) throws -> [RelatedResource] {
        let others = merged.isRepresentative ? merged.others.map(\.resource.id) : []
        return try store.related(to: [merged.resource.id] + others)
    }
}
