package import CatalogueModel
package import CatalogueStore
import Foundation
package import Harvesting
import RecordFormats
import Vocabularies

/// Harvests sources into the catalogue, one run after another.
///
/// What a run read is committed page by page; one that is killed, cancelled or cut off goes on where it stopped.
package struct HarvestRunner: Sendable {
    private let store: CatalogueStore
    private let fetcher: PoliteFetcher
    private let holder: String

    /// - Parameter holder: who harvests, for others who want the same source: a host and process.
    package init(_ store: CatalogueStore, fetcher: PoliteFetcher, holder: String) {
        self.store = store
        self.fetcher = fetcher
        self.holder = holder
    }

    /// Harvests a source.
    ///
    /// - Parameter progress: called after every page.
    /// - Throws: `HarvestSourceError` where it cannot be begun, `CatalogueStoreError` where the catalogue cannot be written.
    ///   What goes wrong with the source is no error: the report tells it.
    package func run(
        _ source: String, _ options: HarvestOptions = HarvestOptions(),
        progress: @escaping (HarvestCounts) -> Void = { _ in }
    ) async throws -> HarvestReport {
        let now = fetcher.clock.now
        let state = try store.harvestSource(source)
        let kind = Self.kind(of: state, options)
        let startedAt = now()
        let session = try HarvestSession(
            store, source: source, kind: kind, holder: holder, isDryRun: options.isDryRun, at: startedAt)
        let pass = HarvestPass(
            session: session, fetcher: fetcher, options: options, deadline: fetcher.clock.elapsed() + options.timeLimit,
            progress: progress)
        let heartbeat = keepLease(of: source, options)
        defer { heartbeat.cancel() }
        let ending: HarvestEnding
        do {
            ending = try await pass.run()
        } catch is CancellationError {
            ending = .interrupted
        } catch let stop as HarvestStop {
            ending = .stopped(stop.notice, retryAt: stop.retryAt)
        } catch let error as FetchError {
            let stop = HarvestStop(error)
            ending = .stopped(stop.notice, retryAt: stop.retryAt)
        } catch let error as RecordFormatError {
            ending = .stopped(.unreadable(error), retryAt: nil)
        } catch let error where error is CatalogueStoreError || error is HarvestSourceError {
            // The catalogue itself failed, or somebody else took over: the lease runs out by itself.
            throw error
        } catch {
            ending = .stopped(.unexpected(error), retryAt: nil)
        }
        let verdict = try session.finish(ending, at: now())
        return HarvestReport(
            run: session.report(ending, verdict, startedAt: startedAt, finishedAt: now()),
            problems: session.problems.sorted)
    }

    /// Renews the lease while pages are slow in coming.
    private func keepLease(of source: String, _ options: HarvestOptions) -> Task<Void, any Error> {
        let (store, holder, now) = (store, holder, fetcher.clock.now)
        return Task {
            while !options.isDryRun {
                // Of real time, whatever the harvest's clock says: what it guards against is a process that died.
                try await Task.sleep(for: .seconds(HarvestSession.leaseSeconds / 4))
                try store.renewLease(of: source, holder: holder, at: now())
            }
        }
    }

    /// A source that was never harvested completely is.
    private static func kind(of state: HarvestSourceState, _ options: HarvestOptions) -> HarvestRun.Kind {
        // What is missing is told by a complete list.
        if options.isFull || options.acceptedShrink != nil { return .full }
        let checkpoint = SourceCheckpoint(state.checkpoint)
        let isUnderWay = checkpoint.fullSince != nil
        let isKnown =
            switch state.source.sourceProtocol {
            case .oaiPMH: checkpoint.oai?.completed.isEmpty == false
            case .file, .feed: checkpoint.documents?.isEmpty == false
            case .sitemap: checkpoint.comparedAt != nil
            }
        return isUnderWay || !isKnown ? .full : .incremental
    }
}

extension HarvestNotice {
    static func unreadable(_ error: RecordFormatError) -> Self {
        Self(
            code: "unreadable", vietnamese: error.description(in: .vietnamese),
            english: error.description(in: .english))
    }

    static func unexpected(_ error: any Error) -> Self {
        Self(
            code: "unexpected", vietnamese: "Lỗi không lường trước: \(error)", english: "An unexpected error: \(error)")
    }

    static let timeLimit = Self(
        code: "time-limit", vietnamese: "Hết thời gian của một lần thu; lần sau sẽ thu tiếp từ đây.",
        english: "The time of one harvest is over; the next one goes on from here.")
}
