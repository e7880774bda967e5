package import CatalogueSearch
package import Foundation
import HTTPTypes
package import Hummingbird
package import Logging
import NIOPosix
package import ServiceLifecycle

/// The catalogue over HTTP: pages for people, an API for programs; no SQL and no rules of its own.
package struct CatalogueService: Sendable {
    private let searcher: Searcher
    private let logger: Logger
    private let threads: NIOThreadPool
    private let clock: @Sendable () -> Date
    private let site: SiteAddress?

    /// - Parameters:
    ///   - clock: tells which collections are open and which claims have lapsed.
    ///   - site: where the catalogue is reached from outside; nil for where requests come to.
    package init(
        _ searcher: Searcher, logger: Logger, site: SiteAddress? = nil, clock: @escaping @Sendable () -> Date
    ) {
        self.searcher = searcher
        self.logger = logger
        self.site = site
        threads = .singleton
        self.clock = clock
    }

    /// All routes with their middleware.
    ///
    /// - Throws: where a template is not well formed.
    package func router() throws -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: [.autoGenerateHeadEndpoints])
        let pages = try PageRenderer()
        let catalogue = CatalogueReader(searcher, threads: threads)
        router.add(middleware: RequestLog(logger: logger))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemResponder(pages: pages, logger: logger, isKnownPath: Self.isKnownPath))
        PageController(catalogue: catalogue, pages: pages).addRoutes(to: router)
        APIController(catalogue: catalogue).addRoutes(to: router)
        HarvestController(catalogue: catalogue, pages: pages).addRoutes(to: router)
        CollectionController(catalogue: catalogue, pages: pages, clock: clock, site: site).addRoutes(to: router)
        MyListController(catalogue: catalogue, pages: pages).addRoutes(to: router)
        TranslationController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        RelationController(catalogue: catalogue).addRoutes(to: router)
        InstitutionController(catalogue: catalogue, pages: pages).addRoutes(to: router)
        HealthController(catalogue: catalogue, logger: logger).addRoutes(to: router)
        OpenAPIController().addRoutes(to: router)
        return router
    }

    /// The service listening on `host` and `port`; it stops gracefully on SIGTERM and SIGINT.
    ///
    /// - Parameters:
    ///   - services: run beside it, and stop with it.
    ///   - onRunning: called with the port once connections are taken.
    package func application(
        host: String, port: Int, services: [any Service] = [], onRunning: @escaping @Sendable (Int) async -> Void
    ) throws -> some ApplicationProtocol {
        var application = Application(
            router: try router(), server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "hoclieu"),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) }, logger: logger)
        application.addServices(IndexLoading(searcher: searcher, threads: threads, logger: logger))
        services.forEach { application.addServices($0) }
        return application
    }

    /// Whether a GET of `path` leads somewhere: another method there is refused as such.
    @Sendable private static func isKnownPath(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        return switch parts.first {
        case nil: true
        case "search", "style.css", "suggest.js", "icon.svg", "robots.txt", "healthz", "openapi.json": parts.count == 1
        case "resources", "runs", "links", "quality": parts.count == 2
        case "sources", "institutions": parts.count <= 2
        case "collections": parts.count <= 3
        case "translations", "my-list", "my-list.js", "my-list-worker.js": parts.count == 1
        case "help": parts == ["help", "records"]
        case "api":
            parts.count >= 3 && parts[1] == "v1"
                && [
                    "search", "suggest", "resources", "vocabularies", "sources", "runs", "institutions", "collections",
                    "translations",
                ].contains(
                    parts[2])
        default: false
        }
    }
}
