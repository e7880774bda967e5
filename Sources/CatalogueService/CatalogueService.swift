package import CatalogueSearch
import CatalogueStore
package import Foundation
import HTTPTypes
import LearningTargets
package import Hummingbird
package import Logging
import NIOPosix
import Publishing
package import ServiceLifecycle

/// The catalogue over HTTP: pages for people, an API for programs; no SQL and no rules of its own.
package struct CatalogueService: Sendable {
    private let searcher: Searcher
    private let logger: Logger
    private let threads: NIOThreadPool
    private let clock: @Sendable () -> Date
    private let site: SiteAddress?
    private let contact: String?
    private let shelf = ClassifierShelf()
    private let usage: UsageService?

    /// - Parameters:
    ///   - searcher: of a catalogue opened for writing, where people may publish.
    ///   - site: where the catalogue is reached from outside; nil for where requests come to.
    ///   - contact: e-mail address of who answers for the catalogue, for harvesters.
    ///   - usage: counts the use; nil counts nothing.
    ///   - clock: tells the time by which keys end, changes are dated and collections open.
    package init(
        _ searcher: Searcher, logger: Logger, site: SiteAddress? = nil, contact: String? = nil,
        usage: UsageService? = nil,
        clock: @escaping @Sendable () -> Date
    ) {
        self.searcher = searcher
        self.logger = logger
        self.site = site
        self.contact = contact
        self.usage = usage
        threads = .singleton
        self.clock = clock
    }

    /// All routes with their middleware.
    ///
    /// - Throws: where a template is not well formed.
    package func router() throws -> Router<ServiceContext> {
        let forms = FormGuard()
        let pages = try PageRenderer(forms: forms, countsUse: usage != nil)
        let catalogue = CatalogueReader(searcher, threads: threads)
        let router = Router(context: ServiceContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestLog(logger: logger))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Authentication(catalogue: catalogue, forms: forms, clock: clock))
        if let usage { router.add(middleware: UsageRecording(usage: usage, clock: clock)) }
        let unguarded = Router(context: ServiceContext.self, options: [.autoGenerateHeadEndpoints])
        addRoutes(to: unguarded, catalogue, pages)
        router.add(middleware: ProblemResponder(pages: pages, logger: logger, routes: RouteTable(unguarded)))
        addRoutes(to: router, catalogue, pages)
        return router
    }

    private func addRoutes(
        to router: some RouterMethods<ServiceContext>, _ catalogue: CatalogueReader, _ pages: PageRenderer
    ) {
        PageController(catalogue: catalogue, pages: pages, usage: usage, clock: clock).addRoutes(to: router)
        if let usage {
            OutController(catalogue: catalogue, signer: usage.signer).addRoutes(to: router)
            UsagePages(catalogue: catalogue, pages: pages, usage: usage, clock: clock).addRoutes(to: router)
            CounterController(catalogue: catalogue, usage: usage, clock: clock).addRoutes(to: router)
        }
        SignInController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        let readers = DepositReaders()
        DepositPages(catalogue: catalogue, pages: pages, readers: readers, shelf: shelf, clock: clock)
            .addRoutes(to: router)
        UploadPages(catalogue: catalogue, pages: pages, readers: readers, clock: clock).addRoutes(to: router)
        DepositListPages(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        ReviewPages(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        ReportPages(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        DepositAPI(catalogue: catalogue, readers: readers, clock: clock).addRoutes(to: router)
        VersionAPI(catalogue: catalogue, clock: clock).addRoutes(to: router)
        APIController(catalogue: catalogue, counts: usage != nil).addRoutes(to: router)
        HarvestController(catalogue: catalogue, pages: pages).addRoutes(to: router)
        CollectionController(catalogue: catalogue, pages: pages, clock: clock, site: site).addRoutes(to: router)
        CollectionEditController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        OAIController(catalogue: catalogue, site: site, contact: contact, clock: clock).addRoutes(to: router)
        MyListController(catalogue: catalogue, pages: pages).addRoutes(to: router)
        TranslationController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        TranslationEditController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        let suggestions = TagSuggestionLimiter()
        TagController(catalogue: catalogue, pages: pages, site: site).addRoutes(to: router)
        TagEditController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        ResourceTagController(
            catalogue: catalogue, pages: pages, limiter: suggestions, shelf: shelf, clock: clock
        ).addRoutes(to: router)
        ClassifierController(catalogue: catalogue, pages: pages, shelf: shelf, clock: clock).addRoutes(to: router)
        TagReviewController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        BulkTagController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        TagAPI(catalogue: catalogue, limiter: suggestions, clock: clock).addRoutes(to: router)
        TargetPages(catalogue: catalogue, pages: pages, usage: usage?.store, clock: clock).addRoutes(to: router)
        TargetEntryController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        RelationEditController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        RelationController(catalogue: catalogue).addRoutes(to: router)
        InstitutionController(catalogue: catalogue, pages: pages, clock: clock).addRoutes(to: router)
        HealthController(catalogue: catalogue, logger: logger).addRoutes(to: router)
        OpenAPIController().addRoutes(to: router)
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
        if !searcher.store.isReadOnly {
            application.addServices(
                RecurringWork(
                    failure: "Figures of targets could not be kept", threads: threads, logger: logger,
                    work: { [usage = usage?.store, store = searcher.store, clock] in
                        // Of all plans, so that they can be asked about later.
                        try TargetBook(store, usage: usage).keepToday(at: clock())
                    }),
                RecurringWork(
                    failure: "Suggestions could not be assigned", threads: threads, logger: logger,
                    work: { [shelf, store = searcher.store, clock] in
                        // Nothing is learned where no institution has set a threshold.
                        let tagging = AutomaticTagging(store)
                        guard try !tagging.thresholds().isEmpty else { return }
                        try tagging.run(shelf.classifier(for: store), at: clock())
                    }))
        }
        if let usage {
            application.addServices(
                UsageWriting(
                    usage: usage, searcher: searcher, threads: threads, logger: logger, clock: clock))
        }
        services.forEach { application.addServices($0) }
        return application
    }
}
