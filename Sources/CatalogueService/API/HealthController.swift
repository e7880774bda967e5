import CatalogueSearch
import HTTPTypes
import Hummingbird
import Logging

/// `/healthz`: 200 while searches are answered, 503 when they are not.
struct HealthController: Sendable {
    let catalogue: CatalogueReader
    let logger: Logger

    private struct Answer: Encodable {
        let status: String
        let resources: Int
    }

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/healthz", use: health)
    }

    @Sendable private func health(_ request: Request, context: ServiceContext) async throws -> Response {
        do {
            let total = try await catalogue.read { try $0.resourceCount() }
            return try JSONAnswer.response(Answer(status: "ok", resources: total))
        } catch {
            logger.error("not well", metadata: ["error": "\(error)"])
            throw Problem.unavailable
        }
    }
}
