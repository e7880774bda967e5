import CatalogueModel
import Foundation
import RecordFormats

/// One step through a list: asks for a page, decides what it means for the list.
struct OAIPageTurn {
    private(set) var checkpoint: OAICheckpoint
    var list: OAIListPosition
    let requests: OAIRequests
    let fetcher: PoliteFetcher
    var notices: [HarvestNotice] = []
    var requestCount = 0
    /// What makes it doubtful that the list is all there is.
    var doubt: HarvestNotice?

    static let pageLimit = 1_000_000
    private static let emptyPageLimit = 100
    private static let tokenLimit = 6_000
    private static let damageAttempts = 3
    /// Pages of a list that are asked for again although nothing but a record or two is damaged.
    private static let vainRepeatLimit = 3

    init(checkpoint: OAICheckpoint, list: OAIListPosition, requests: OAIRequests, fetcher: PoliteFetcher) {
        self.checkpoint = checkpoint
        self.list = list
        self.requests = requests
        self.fetcher = fetcher
    }

    /// The checkpoint as it stands now.
    var resting: OAICheckpoint {
        var resting = checkpoint
        resting.list = list
        resting.list?.readAt = Int64(fetcher.clock.now().timeIntervalSince1970)
        return resting
    }

    /// The next page; nil where the list was begun again or otherwise changed and another request is needed.
    ///
    /// - Throws: `HarvestStop`, `FetchError`, `RecordFormatError`, `CancellationError`.
    mutating func take() async throws -> OAIPage? {
        guard list.pages < Self.pageLimit else { throw stop(OAINotices.tooManyPages(Self.pageLimit)) }
        let answer = try await wholeAnswer()
        if let error = answer.summary.errors.first, answer.summary.records == 0 {
            return try await page(for: error, answer)
        }
        return try page(of: answer)
    }

    /// Asks until the page is whole, a few times, and gives the best answer that came.
    private mutating func wholeAnswer() async throws -> OAIRequests.Answer {
        let address = requests.address(of: list)
        var best: OAIRequests.Answer?
        for attempt in 1... {
            requestCount += 1
            do {
                let answer = try await requests.answer(from: address)
                if let best, isWorse(answer.summary, than: best.summary) { return best }
                best = answer
                guard isWorthRepeating(answer.summary, attempt) else { return answer }
            } catch let error as RecordFormatError {
                if attempt >= Self.damageAttempts {
                    guard let best else { throw error }
                    return best
                }
            }
            try await fetcher.pause(address, afterFailures: attempt)
        }
        preconditionFailure("the loop above ends")
    }

    /// Whether the repeated answer is no better; one that is an error (a token may be good only once) included.
    private mutating func isWorse(_ summary: OAIResponseSummary, than best: OAIResponseSummary) -> Bool {
        guard !best.isDamaged else { return false }
        let isNoBetter =
            !summary.errors.isEmpty || summary.damage > best.damage
            || (summary.damage == best.damage && isShort(summary) == isShort(best))
        if isNoBetter { list.vainRepeats += 1 }
        return isNoBetter
    }

    private func isWorthRepeating(_ summary: OAIResponseSummary, _ attempt: Int) -> Bool {
        if summary.isDamaged { return attempt < Self.damageAttempts }
        guard attempt == 1, list.vainRepeats < Self.vainRepeatLimit else { return false }
        return summary.damage > 0 || isShort(summary)
    }

    /// Whether the list seems to end before it has what it was said to have: its token may have been lost.
    private func isShort(_ summary: OAIResponseSummary) -> Bool {
        guard summary.errors.isEmpty, summary.token?.value.isEmpty ?? true, list.restarts == 0,
            let stated = summary.token?.completeListSize ?? list.statedSize
        else { return false }
        return stated > list.elements + summary.records + summary.refused
    }

    // MARK: Pages

    private mutating func page(of answer: OAIRequests.Answer) throws -> OAIPage? {
        let summary = answer.summary
        if let fingerprint = summary.fingerprint, list.loop.sees(fingerprint) {
            return try restartedOrStopped(OAINotices.repeatedPage)
        }
        let token = summary.token.flatMap { $0.value.isEmpty ? nil : $0.value }
        if summary.records == 0, let token, token == list.resumptionToken {
            return try restartedOrStopped(OAINotices.repeatedPage)
        }
        note(summary)
        if summary.isDamaged, token == nil {
            // The position before this page is kept: the next harvest asks for it again.
            return made(answer, .stopped(stop(OAINotices.damagedPage(requests.address(of: list)))))
        }
        list.pages += 1
        guard let token else { return ended(answer) }
        list.resumptionToken = token
        if let limit = limitReached(token) { return made(answer, .stopped(stop(limit))) }
        return made(answer, .more(resting))
    }

    mutating func note(_ summary: OAIResponseSummary) {
        if list.startedAt == nil {
            list.startedAt =
                summary.responseDate.flatMap { OAIDatestamp.converted($0, to: .second) }
                ?? OAIDatestamp.text(fetcher.clock.now(), .second)
        }
        list.elements += summary.records + summary.refused
        list.unreadable += summary.refused
        list.order.append(summary.order)
        list.emptyPages = summary.records == 0 ? list.emptyPages + 1 : 0
        if let size = summary.token?.completeListSize { list.statedSize = size }
        for error in summary.errors { notices.append(OAINotices.refused(error)) }
    }

    private func limitReached(_ token: String) -> HarvestNotice? {
        if list.emptyPages > Self.emptyPageLimit { return OAINotices.emptyPages(Self.emptyPageLimit) }
        return token.utf8.count > Self.tokenLimit ? OAINotices.tokenTooLong(token.utf8.count) : nil
    }

    /// What follows the last page of a set.
    private mutating func end() -> OAIPage.Sequel {
        guard let set = list.sets.first else { return sequelOfSet() }
        let isShort = noteSize()
        let isEmpty = list.elements == 0 && list.from == nil
        if list.verb == .listRecords, let startedAt = list.startedAt, !isEmpty {
            // What a list lacked is asked for again, once: where it lacks something every time, that is how it is.
            let isLacking = isShort || list.unreadable > 0
            if !isLacking || checkpoint.lacking.contains(set) { checkpoint.completed[set] = startedAt }
            if isLacking { checkpoint.lacking.insert(set) } else { checkpoint.lacking.remove(set) }
        }
        return sequelOfSet()
    }

    /// - Returns: whether the list has less than the repository said.
    private mutating func noteSize() -> Bool {
        guard let stated = list.statedSize, stated != list.elements, list.restarts == 0 else { return false }
        let set = list.sets.first ?? ""
        let notice = OAINotices.sizeDiffers(stated: stated, found: list.elements, set: set)
        notices.append(notice)
        let isShort = stated > list.elements
        if isShort, list.from == nil || !checkpoint.lacking.contains(set) { doubt = notice }
        return isShort
    }

    /// The last page of a set.
    mutating func ended(_ answer: OAIRequests.Answer) -> OAIPage {
        // In a line of its own: it notes what the page is to tell.
        let sequel = end()
        return made(answer, sequel)
    }

    mutating func sequelOfSet() -> OAIPage.Sequel {
        if list.advance() { return .more(resting) }
        checkpoint.list = nil
        guard let missing = list.missingSets.first else { return .complete(checkpoint) }
        return .stopped(HarvestStop(OAINotices.missingSet(missing), checkpoint: checkpoint))
    }

    func made(_ answer: OAIRequests.Answer, _ sequel: OAIPage.Sequel) -> OAIPage {
        OAIPage(
            address: answer.response.address, body: answer.response.body, records: answer.summary.records,
            deleted: answer.summary.deleted, refused: answer.summary.refused, requests: requestCount, notices: notices,
            doubt: doubt, sequel: sequel)
    }

    func stop(_ notice: HarvestNotice) -> HarvestStop { HarvestStop(notice, checkpoint: resting) }
}
