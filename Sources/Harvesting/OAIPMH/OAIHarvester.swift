import CatalogueModel
import Foundation
import RecordFormats

/// Harvests a repository over OAI-PMH 2.0, page by page.
///
/// It keeps no state: whatever has to be remembered stands in the checkpoint, which the caller stores in one commit with
/// the records of the page. Records may come more than once (after a restart, or in the overlap with the last harvest);
/// none is left out silently.
package struct OAIHarvester: Sendable {
    let source: OAISource
    let fetcher: PoliteFetcher

    /// Between two harvests, so that nothing falls into the gap of clocks, time zones and slow commits.
    private static let overlap: TimeInterval = 86_400

    package init(_ source: OAISource, fetcher: PoliteFetcher) {
        self.source = source
        self.fetcher = fetcher
    }

    var requests: OAIRequests { OAIRequests(source: source, fetcher: fetcher) }

    /// Asks the repository who it is and which formats it has, and says where the harvest begins or goes on.
    ///
    /// - Parameters:
    ///   - checkpoint: of the last harvest; nil for the first one.
    ///   - isFull: whether everything is to be listed, however recently that was done.
    /// - Throws: `HarvestStop` where nothing can be harvested; `CancellationError`.
    package func begin(from checkpoint: OAICheckpoint?, isFull: Bool = false) async throws -> OAIBeginning {
        do {
            var beginning = OAIFirstContact(source: source, requests: requests)
            try await beginning.make()
            var checkpoint = checkpoint ?? OAICheckpoint()
            checkpoint.list = resumed(checkpoint.list, isFull, beginning) ?? fresh(checkpoint, isFull, beginning)
            if checkpoint.metadataPrefix != beginning.metadataPrefix {
                checkpoint.completed = [:]
                checkpoint.metadataPrefix = beginning.metadataPrefix
            }
            return OAIBeginning(
                repository: beginning.repository, checkpoint: checkpoint, notices: beginning.notices,
                requests: beginning.requestCount)
        } catch let error as FetchError {
            throw HarvestStop(error, checkpoint: checkpoint)
        }
    }

    /// A list of all identifiers, for repositories that do not keep track of deletions (`deletedRecord` is `no`): what is
    /// missing from it is gone.
    ///
    /// - Parameter checkpoint: of a harvest at rest.
    package func beginListing(from checkpoint: OAICheckpoint) -> OAICheckpoint {
        var checkpoint = checkpoint
        checkpoint.list = OAIListPosition(
            verb: .listIdentifiers, metadataPrefix: checkpoint.metadataPrefix ?? source.metadataPrefixes[0],
            sets: sets, origins: [:], granularity: .day)
        return checkpoint
    }

    private var sets: [String] { source.sets.isEmpty ? [""] : source.sets }

    /// The list that was interrupted, where it still is what is wanted. A list of identifiers is not: what is missing from
    /// it can be told only by whoever saw all of it.
    private func resumed(
        _ list: OAIListPosition?, _ isFull: Bool, _ beginning: OAIFirstContact
    ) -> OAIListPosition? {
        guard let list, list.verb == .listRecords, list.metadataPrefix == beginning.metadataPrefix,
            list.sets.allSatisfy(sets.contains),
            !isFull || list.isFull
        else { return nil }
        return list.takenUp(at: Int64(fetcher.clock.now().timeIntervalSince1970)).converted(to: beginning.granularity)
    }

    private func fresh(_ checkpoint: OAICheckpoint, _ isFull: Bool, _ beginning: OAIFirstContact) -> OAIListPosition {
        var origins: [String: String] = [:]
        if !isFull, checkpoint.metadataPrefix == beginning.metadataPrefix {
            origins = checkpoint.completed.filter { sets.contains($0.key) }.compactMapValues {
                start(after: $0, beginning)
            }
        }
        return OAIListPosition(
            verb: .listRecords, metadataPrefix: beginning.metadataPrefix, sets: sets, origins: origins,
            granularity: beginning.granularity)
    }

    /// `from` of a harvest that follows one of `last`; nil where everything has to be listed.
    private func start(after last: String, _ beginning: OAIFirstContact) -> String? {
        guard let last = OAIDatestamp.date(last) else { return nil }
        let start = last.addingTimeInterval(-Self.overlap)
        // A date before the earliest datestamp is an error to some repositories, and means everything anyway.
        let earliest = beginning.repository.flatMap { OAIDatestamp.date($0.earliestDatestamp) }
        if let earliest, start <= earliest { return nil }
        return OAIDatestamp.text(start, beginning.granularity)
    }
}
