import CatalogueModel
import CatalogueStore
import Harvesting
import RecordFormats

/// Reads feeds: the new entries each time, all that a feed still has the first time.
///
/// A feed shows the latest entries; what is no longer in it is not gone. Only what it says was deleted is.
struct FeedPass {
    private let pass: HarvestPass
    private let reader: FeedReader
    private var session: HarvestSession { pass.session }
    private var stored: SourceCheckpoint
    private var pages = 0
    /// Digests of pages of this run: a feed that numbers its pages on and on sends the last one again and again.
    private var digests: Set<String> = []

    /// Pages of one run; the next one goes on.
    static let pageLimit = 500
    /// Pages of a feed in all.
    private static let feedLimit = 20_000

    init(_ pass: HarvestPass) throws {
        self.pass = pass
        let source = pass.session.source
        reader = FeedReader(
            fetcher: pass.fetcher,
            permission: AddressGuard(for: try source.addresses, allowsPrivateAddresses: source.allowsPrivateAddresses),
            pause: .seconds(source.delay))
        stored = SourceCheckpoint(pass.session.checkpoint)
    }

    mutating func run() async throws -> HarvestEnding {
        let addresses = try session.source.addresses
        for address in addresses {
            if let ending = try await read(address) { return ending }
        }
        if session.counts.pages > 0, session.counts.read == 0 { session.note(.nothingNew) }
        stored.fullSince = nil
        return .complete(checkpoint: try stored.text())
    }

    private mutating func read(_ feed: HTTPAddress) async throws -> HarvestEnding? {
        let name = feed.description
        var progress = stored.feeds?[name] ?? FeedCheckpoint()
        let isNew = stored.documents?[name] == nil || session.kind == .full
        if isNew { progress = FeedCheckpoint(lastsToEnd: true) }
        var starts = [feed] + progress.gaps
        while !starts.isEmpty {
            var next: HTTPAddress? = starts.removeFirst()
            let isLast = starts.isEmpty && progress.lastsToEnd
            while let address = next {
                let step = try await turn(address, of: feed, starts, &progress, isNew: isNew, isLast: isLast)
                if let ending = step.ending { return ending }
                next = step.next == starts.first ? nil : step.next
            }
        }
        return nil
    }

    /// Reads one page.
    ///
    /// - Returns: the page to be read after it, nil where this part of the feed ends.
    private mutating func turn(
        _ address: HTTPAddress, of feed: HTTPAddress, _ gaps: [HTTPAddress], _ progress: inout FeedCheckpoint,
        isNew: Bool, isLast: Bool
    ) async throws -> (next: HTTPAddress?, ending: HarvestEnding?) {
        guard pages < Self.pageLimit else { return (nil, .stopped(.feedPages(Self.pageLimit), retryAt: nil)) }
        let known = address == feed && !isNew ? stored.documents?[feed.description] : nil
        let page = try await reader.page(at: address, validators: known?.validators)
        pages += 1
        session.countFetch(requests: 1 + page.answer.redirects.count, bytes: page.answer.body.count, pages: 1)
        if let stray = page.strayNext { session.note(.strayNext(stray)) }
        if page.answer.isNotModified || page.answer.body.digest == known?.digest { return (nil, nil) }
        let isRepeated = !digests.insert(page.answer.body.digest).inserted
        progress.pages += 1
        let mayGoOn = !isRepeated && progress.pages < Self.feedLimit
        // Where the harvest is interrupted after this page, the rest is a gap, whether or not it turns out to be known.
        progress.gaps = (mayGoOn ? [page.next].compactMap(\.self) : []) + gaps
        progress.lastsToEnd = progress.lastsToEnd && !(isLast && progress.gaps.isEmpty)
        note(page.answer, of: feed, at: address, progress)
        let before = session.counts
        if let ending = try save(page) { return (nil, ending) }
        let isKnown =
            session.counts.read - before.read
            == session.counts.unchanged + session.counts.alreadyGone - before.unchanged - before.alreadyGone
        let next = mayGoOn && (isLast || !isKnown) ? page.next : nil
        if next == nil, progress.gaps != gaps {
            progress.gaps = gaps
            note(nil, of: feed, at: address, progress)
        }
        return (next, nil)
    }

    private mutating func note(
        _ answer: FetchedResponse?, of feed: HTTPAddress, at address: HTTPAddress, _ progress: FeedCheckpoint
    ) {
        stored.feeds = stored.feeds ?? [:]
        stored.feeds?[feed.description] = progress
        guard let answer, address == feed else { return }
        stored.documents = stored.documents ?? [:]
        stored.documents?[feed.description] = SourceCheckpoint.Document(answer)
    }

    private func save(_ page: FeedPage) throws -> HarvestEnding? {
        let deleted = page.deleted.map { HarvestedRecord(identifier: $0, content: .deleted) }
        if let ending = try pass.save(deleted, nil) { return ending }
        return try DocumentReader(pass, nil).read(page.answer, as: .xml, checkpoint: stored)
    }
}

extension HarvestNotice {
    fileprivate static func feedPages(_ limit: Int) -> Self {
        Self(
            code: "page-limit", vietnamese: "Đã đọc \(limit) trang của nguồn tin; lần sau sẽ đọc tiếp.",
            english: "\(limit) pages of the feed were read; the next harvest goes on.")
    }

    fileprivate static func strayNext(_ address: String) -> Self {
        Self(
            code: "feed-next-elsewhere",
            vietnamese: "Trang tiếp theo của nguồn tin (“\(address.prefix(200))”) nằm ở máy chủ khác, không đọc.",
            english: "The next page of the feed (“\(address.prefix(200))”) lies on another host and was not read.")
    }
}
