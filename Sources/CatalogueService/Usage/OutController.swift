import CatalogueModel
import CatalogueSearch
import HTTPTypes
import Hummingbird

/// `/out/{id}?s={signature}`: leads to the resource itself, at the address the catalogue has for it and no other.
struct OutController: Sendable {
    let catalogue: CatalogueReader
    let signer: OutClickSigner

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/out/:id", use: out)
    }

    @Sendable private func out(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let isGood = signer.isGood(request.formQuery["s"] ?? "", for: id.rawValue)
        return try await catalogue.read { searcher in
            let resource = try searcher.offered(id).resource
            guard isGood else { return .seeOther(ResourceWords.canonicalHref(of: id)) }
            return Response(
                status: .found,
                headers: [.location: resource.url, .cacheControl: "no-store"])
        }
    }
}
