import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import RecordFormats

/// Reads a repository over OAI-PMH: its records, then, where it forgets what it deletes, the list of its identifiers.
struct RepositoryPass {
    private let pass: HarvestPass
    private var session: HarvestSession { pass.session }

    /// Records of one commit: a page of a repository may have any number.
    private static let batchSize = 1000

    init(_ pass: HarvestPass) {
        self.pass = pass
    }

    func run() async throws -> HarvestEnding {
        let isFull = session.kind == .full
        var stored = SourceCheckpoint(session.checkpoint)
        let source = try OAISource(checking: session.source)
        let harvester = OAIHarvester(source, fetcher: pass.fetcher)
        // Asking for everything again is a new pass, unless one is under way.
        if isFull, stored.fullSince == nil { stored.oai?.list = nil }
        let isResumed = stored.oai?.isUnderWay == true
        let beginning = try await harvester.begin(from: stored.oai, isFull: isFull)
        session.countFetch(requests: beginning.requests, bytes: 0, pages: 0)
        beginning.notices.forEach(session.note)
        if isFull, !isResumed { stored.fullSince = session.run }
        stored.oai = beginning.checkpoint
        if let ending = try await read(harvester, &stored) { return ending }
        if let ending = try await compare(harvester, &stored, beginning.repository) { return ending }
        stored.fullSince = nil
        return .complete(checkpoint: try stored.text())
    }

    /// Finds out what is gone.
    private func compare(
        _ harvester: OAIHarvester, _ stored: inout SourceCheckpoint, _ repository: OAIRepository?
    ) async throws -> HarvestEnding? {
        var ending: HarvestEnding?
        let isDue = isDue(repository?.deletedRecords ?? .persistent, stored)
        // Of what an earlier run has read, some may be gone by now.
        if let since = stored.fullSince, since == session.run || !isDue {
            ending = try await RepositoryComparison(pass, harvester).withdraw(since, stored)
        } else if isDue {
            ending = try await list(harvester, stored)
        } else {
            return nil
        }
        stored.comparedAt = now
        return ending
    }

    private var now: Int64 { Int64(pass.fetcher.clock.now().timeIntervalSince1970) }

    /// Whether the identifiers are to be compared: each time where deletions leave no trace, once a week where the trace
    /// may be lost (OAI-PMH 2.0 §2.5.1).
    private func isDue(_ deletedRecords: OAIRepository.DeletedRecords, _ stored: SourceCheckpoint) -> Bool {
        switch deletedRecords {
        case .no: true
        case .transient: now - (stored.comparedAt ?? 0) >= 7 * 86_400
        case .persistent: false
        }
    }

    /// Reads page after page.
    ///
    /// - Returns: nil at the end of the list.
    private func read(_ harvester: OAIHarvester, _ stored: inout SourceCheckpoint) async throws -> HarvestEnding? {
        while let checkpoint = stored.oai, checkpoint.isUnderWay {
            let page = try await stopping(&stored) { try await harvester.next(from: checkpoint) }
            count(page)
            stored.oai = page.sequel.checkpoint ?? checkpoint
            if let ending = try save(page, stored) { return ending }
            if case .stopped(let stop) = page.sequel { return .stopped(stop.notice, retryAt: stop.retryAt) }
        }
        return nil
    }

    /// Keeps the checkpoint a stop carries before it goes on its way.
    private func stopping(
        _ stored: inout SourceCheckpoint, _ body: () async throws -> OAIPage
    ) async throws -> OAIPage {
        do {
            return try await body()
        } catch let stop as HarvestStop {
            if let checkpoint = stop.checkpoint {
                stored.oai = checkpoint
                _ = try pass.save([], stored)
            }
            throw stop
        }
    }

    private func count(_ page: OAIPage) {
        session.countFetch(requests: page.requests, bytes: page.body.count, pages: 1)
        page.notices.forEach(session.note)
        if let doubt = page.doubt { session.doubt(doubt) }
    }

    /// Saves a page in commits of bounded size; only the last one moves the checkpoint.
    private func save(_ page: OAIPage, _ stored: SourceCheckpoint) throws -> HarvestEnding? {
        var reader = page.events()
        var batch: [HarvestedRecord] = []
        while let event = try reader.next() {
            switch event {
            case .record(let record): batch.append(HarvestedRecord(record))
            case .header(let header):
                batch.append(
                    HarvestedRecord(identifier: header.identifier, content: header.isDeleted ? .deleted : .listed))
            case .refused(let problem): batch.append(HarvestedRecord(identifier: "", content: .refused(problem)))
            default: continue
            }
            if batch.count == Self.batchSize {
                if let ending = try pass.save(batch, nil) { return ending }
                batch.removeAll(keepingCapacity: true)
            }
        }
        return try pass.save(batch, stored)
    }

    /// Reads the list of identifiers; what it lacks is gone. A list that is cut off says nothing.
    private func list(_ harvester: OAIHarvester, _ stored: SourceCheckpoint) async throws -> HarvestEnding? {
        guard let resting = stored.oai else { return nil }
        var checkpoint = harvester.beginListing(from: resting)
        while checkpoint.isUnderWay {
            let page = try await harvester.next(from: checkpoint)
            count(page)
            // The list is read anew next time: where it stands is not stored.
            if let ending = try save(page, stored) { return ending }
            if case .stopped(let stop) = page.sequel { return .stopped(stop.notice, retryAt: stop.retryAt) }
            checkpoint = page.sequel.checkpoint ?? resting
        }
        return try await RepositoryComparison(pass, harvester).withdraw(session.run, stored)
    }
}

extension OAISource {
    /// - Throws: `HarvestStop` where the source has no usable base URL.
    fileprivate init(checking source: HarvestSource) throws {
        do throws(HTTPAddressError) {
            try self.init(source)
        } catch {
            throw HarvestStop(.unusableAddress(error))
        }
    }
}

extension OAIPage.Sequel {
    fileprivate var checkpoint: OAICheckpoint? {
        switch self {
        case .more(let checkpoint), .complete(let checkpoint): checkpoint
        case .stopped(let stop): stop.checkpoint
        }
    }
}

extension HarvestedRecord {
    init(_ record: OAIRecord) {
        guard !record.isDeleted else {
            self.init(identifier: record.identifier, content: .deleted)
            return
        }
        switch record.sourceRecord() {
        case .record(let statement, let warnings):
            self.init(identifier: record.identifier, content: .record(statement, warnings: warnings))
        case .refused(let problem): self.init(identifier: record.identifier, content: .refused(problem))
        }
    }
}
