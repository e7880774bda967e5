import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting

/// One pass over a source, whatever its protocol.
struct HarvestPass {
    let session: HarvestSession
    let fetcher: PoliteFetcher
    let options: HarvestOptions
    /// On the clock's `elapsed`.
    let deadline: Duration
    let progress: (HarvestCounts) -> Void

    /// - Throws: `HarvestStop`, `FetchError`, `RecordFormatError`, `CancellationError`; what was saved stays.
    func run() async throws -> HarvestEnding {
        switch session.source.sourceProtocol {
        case .oaiPMH: return try await RepositoryPass(self).run()
        case .file: return try await DocumentsPass(self).run()
        case .sitemap:
            var site = try SitePass(self)
            return try await site.run()
        case .feed:
            var feed = try FeedPass(self)
            return try await feed.run()
        }
    }

    /// Saves what was read, with where to go on.
    ///
    /// - Returns: nil where the harvest may go on, else how it ends.
    func save(
        _ records: [HarvestedRecord], _ checkpoint: SourceCheckpoint?,
        _ changes: HarvestedPageChanges = HarvestedPageChanges()
    ) throws -> HarvestEnding? {
        let text = try checkpoint.map { try $0.text() }
        let mayGoOn = try session.save(records, checkpoint: text, changes: changes, at: fetcher.clock.now())
        progress(session.counts)
        guard mayGoOn else { return .aborted }
        try Task.checkCancellation()
        return fetcher.clock.elapsed() > deadline ? .stopped(.timeLimit, retryAt: nil) : nil
    }

    /// Withdraws what the complete pass that began with `run` did not meet.
    func withdrawMissing(since run: Int64) throws {
        try withdraw(try session.missing(since: run))
    }

    func withdraw(_ missing: [String]) throws {
        try session.withdraw(missing: missing, acceptedShrink: options.acceptedShrink, at: fetcher.clock.now())
    }
}
