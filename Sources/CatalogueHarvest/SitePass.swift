import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import RecordFormats

/// Reads the pages a site names in its sitemaps: those that are new, or changed since they were last fetched.
///
/// A page that a sitemap no longer names is asked for: only one that is not there any more, or that twice lacks a record
/// it had, takes records with it. So neither a broken sitemap nor a page for maintenance does.
struct SitePass {
    private let pass: HarvestPass
    private let site: SitemapSource
    private let known: [String: HarvestedPage]
    private var session: HarvestSession { pass.session }
    private var tally = SiteTally()
    /// Identifiers of records that stay although nothing was heard of them.
    private var kept: Set<String> = []

    /// Pages of one run; the next one goes on.
    static let pageBudget = 5_000
    /// Failures in a row after which the site is left alone.
    private static let patience = 10
    /// A page whose sitemap does not tell when it changed is asked again after this time, in seconds.
    private static let restingTime: TimeInterval = 7 * 86_400

    init(_ pass: HarvestPass) throws {
        self.pass = pass
        let source = pass.session.source
        site = SitemapSource(
            fetcher: pass.fetcher,
            permission: AddressGuard(for: try source.addresses, allowsPrivateAddresses: source.allowsPrivateAddresses),
            pause: .seconds(source.delay))
        known = try pass.session.pages()
    }

    mutating func run() async throws -> HarvestEnding {
        var stored = SourceCheckpoint(session.checkpoint)
        if session.kind == .full, stored.fullSince == nil { stored.fullSince = session.run }
        let listing = try await site.listing(from: try session.source.addresses)
        note(listing)
        if let ending = try pass.save([], stored) { return ending }
        let due = due(listing, since: stored.fullSince)
        var unvisited = known
        for page in due.prefix(Self.pageBudget) {
            unvisited[page.address.description] = nil
            if let ending = try await visit(page, isFull: stored.fullSince != nil) { return ending }
            if tally.failuresInARow >= Self.patience { return tally.stopped(Self.patience) }
        }
        for page in unvisited.values { kept.formUnion(page.records) }
        if let ending = try keep() { return ending }
        try pass.withdrawMissing(since: session.run)
        tally.notices(session.source.id).forEach(session.note)
        if due.count > Self.pageBudget { return .stopped(.pageBudget(due.count - Self.pageBudget), retryAt: nil) }
        if let failure = tally.failure { return .stopped(failure, retryAt: nil) }
        if due.isEmpty { session.note(.nothingNew) }
        stored.fullSince = nil
        stored.comparedAt = Int64(now.timeIntervalSince1970)
        return .complete(checkpoint: try stored.text())
    }

    private var now: Date { pass.fetcher.clock.now() }

    private func note(_ listing: SitemapListing) {
        session.countFetch(requests: listing.requests, bytes: listing.bytes, pages: 0)
        listing.failures.forEach(session.doubt)
        listing.problems.forEach { session.report($0.asWarning) }
        if listing.problems.contains(where: { $0.reason == .malformedSyntax }) { session.doubt(.sitemapDamaged) }
    }

    // MARK: Which pages

    /// Pages to be fetched: those never seen first, then those that changed, then those no sitemap names any more.
    private func due(_ listing: SitemapListing, since full: Int64?) -> [SitemapListing.Page] {
        var (new, changed, listed) = ([SitemapListing.Page](), [SitemapListing.Page](), Set<String>())
        for page in listing.pages {
            let name = page.address.description
            listed.insert(name)
            guard let before = known[name] else {
                new.append(page)
                continue
            }
            if isDue(page, before, since: full) { changed.append(page) }
        }
        let unlisted = known.values.filter { !listed.contains($0.address) }.sorted { $0.address < $1.address }
        return new + changed
            + unlisted.compactMap { page in
                (try? HTTPAddress(page.address)).map {
                    SitemapListing.Page(address: $0, lastModified: page.lastModified)
                }
            }
    }

    private func isDue(_ page: SitemapListing.Page, _ before: HarvestedPage, since full: Int64?) -> Bool {
        if let full { return before.fetchedIn < full }
        if before.isDoubtful { return true }
        guard let lastModified = page.lastModified else {
            return now.timeIntervalSince(before.fetchedAt) >= Self.restingTime
        }
        return lastModified != before.lastModified
    }

    // MARK: One page

    private mutating func visit(_ page: SitemapListing.Page, isFull: Bool) async throws -> HarvestEnding? {
        let before = known[page.address.description]
        do {
            let validators = isFull || before?.isDoubtful == true ? nil : before?.validators
            let answer = try await site.page(at: page.address, validators: validators)
            session.countFetch(requests: 1 + answer.redirects.count, bytes: answer.body.count, pages: 1)
            tally.failuresInARow = 0
            if answer.status == 404 || answer.status == 410 {
                return try pass.save([], nil, HarvestedPageChanges(removed: [page.address.description]))
            }
            try answer.checkStatus()
            if let before, answer.isNotModified || (answer.body.digest == before.digest && !before.isDoubtful) {
                return try unchanged(before, page)
            }
            return try read(answer, page, before)
        } catch let error as FetchError {
            tally.note(error)
            kept.formUnion(before?.records ?? [])
            return try pass.save([], nil)
        }
    }

    private mutating func unchanged(_ before: HarvestedPage, _ page: SitemapListing.Page) throws -> HarvestEnding? {
        kept.formUnion(before.records)
        var same = before
        (same.lastModified, same.fetchedAt, same.fetchedIn) = (page.lastModified, now, session.run)
        return try pass.save([], nil, HarvestedPageChanges(kept: [same]))
    }

    private mutating func read(
        _ answer: FetchedResponse, _ page: SitemapListing.Page, _ before: HarvestedPage?
    ) throws -> HarvestEnding? {
        let content = SitePageContent(answer)
        if content.hasNoResource { tally.withoutResource += 1 }
        // What a page has no more is let go when it lacks it for the second time.
        var lost = Set(before?.records ?? []).subtracting(content.identifiers)
        if before?.isDoubtful == true, !content.isDamaged, !content.isCutOff { lost = [] }
        kept.formUnion(lost)
        let after = HarvestedPage(
            address: page.address.description, lastModified: page.lastModified,
            entityTag: answer.headers.validators?.entityTag, httpDate: answer.headers.validators?.lastModified,
            digest: answer.body.digest, fetchedAt: now, fetchedIn: session.run,
            records: content.identifiers + lost.sorted(), isDoubtful: !lost.isEmpty || content.isDamaged)
        return try pass.save(content.records, nil, HarvestedPageChanges(kept: [after]))
    }

    /// Marks the records that stay, a batch at a time.
    private func keep() throws -> HarvestEnding? {
        var rest = kept.sorted()[...]
        while !rest.isEmpty {
            let batch = rest.prefix(1_000).map { HarvestedRecord(identifier: $0, content: .listed) }
            if let ending = try pass.save(batch, nil) { return ending }
            rest = rest.dropFirst(1_000)
        }
        return nil
    }
}

extension HarvestedPage {
    fileprivate var validators: CacheValidators {
        CacheValidators(entityTag: entityTag, lastModified: httpDate)
    }
}

extension RecordProblem {
    /// What is wrong with an entry of a sitemap costs no record.
    fileprivate var asWarning: Self {
        Self(
            location: location, severity: .warning, field: field, reason: reason, message: message, remedy: remedy)
    }
}
