import CatalogueModel
import CatalogueStore
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
        let isResumed = stored.oai?.isUnderWay == true && (stored.fullSince != nil) == isFull
        let beginning = try await harvester.begin(from: stored.oai, isFull: isFull)
        session.countFetch(requests: beginning.requests, bytes: 0, pages: 0)
        beginning.notices.forEach(session.note)
        if isFull, !isResumed || stored.fullSince == nil { stored.fullSince = session.run }
        stored.oai = beginning.checkpoint
        if let ending = try await read(harvester, &stored) { return ending }
        if let since = stored.fullSince {
            try pass.withdrawMissing(since: since)
            stored.fullSince = nil
        } else if beginning.repository?.deletedRecords == .no {
            if let ending = try await list(harvester, stored) { return ending }
        }
        return .complete(checkpoint: try stored.text())
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
            guard let next = page.sequel.checkpoint else { return nil }
            // The list is read anew next time: where it stands is not stored.
            if let ending = try save(page, stored) { return ending }
            if case .stopped(let stop) = page.sequel { return .stopped(stop.notice, retryAt: stop.retryAt) }
            checkpoint = next
        }
        try pass.withdrawMissing(since: session.run)
        return nil
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
    fileprivate init(_ record: OAIRecord) {
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
