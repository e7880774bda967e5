import CatalogueModel
import RecordFormats

/// One step through a list: asks for a page, decides what it means for the list.
struct OAIPageTurn {
    private(set) var checkpoint: OAICheckpoint
    private(set) var list: OAIListPosition
    let requests: OAIRequests
    let fetcher: PoliteFetcher
    private(set) var notices: [HarvestNotice] = []
    private var requestCount = 0

    static let pageLimit = 1_000_000
    private static let emptyPageLimit = 100
    private static let tokenLimit = 6_000
    private static let damageAttempts = 3

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

    /// Asks until the page is whole, a few times; the last answer is given as it is.
    private mutating func wholeAnswer() async throws -> OAIRequests.Answer {
        let address = requests.address(of: list)
        for attempt in 1... {
            requestCount += 1
            do {
                let answer = try await requests.answer(from: address)
                if !answer.summary.isDamaged || attempt >= Self.damageAttempts { return answer }
            } catch let error as RecordFormatError {
                guard attempt < Self.damageAttempts else { throw error }
            }
            try await fetcher.pause(address, afterFailures: attempt)
        }
        preconditionFailure("the loop above ends")
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
        guard let token else { return made(answer, end()) }
        list.resumptionToken = token
        if let limit = limitReached(token) { return made(answer, .stopped(stop(limit))) }
        return made(answer, .more(resting))
    }

    private mutating func note(_ summary: OAIResponseSummary) {
        if list.startedAt == nil {
            list.startedAt =
                summary.responseDate.flatMap { OAIDatestamp.converted($0, to: .second) }
                ?? OAIDatestamp.text(fetcher.clock.now(), .second)
        }
        list.elements += summary.records + summary.refused
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
        if let stated = list.statedSize, stated != list.elements, list.restarts == 0 {
            notices.append(OAINotices.sizeDiffers(stated: stated, found: list.elements, set: list.set ?? ""))
        }
        if list.verb == .listRecords, let startedAt = list.startedAt, let set = list.sets.first {
            checkpoint.completed[set] = startedAt
        }
        return sequelOfSet()
    }

    private mutating func sequelOfSet() -> OAIPage.Sequel {
        if list.advance() { return .more(resting) }
        checkpoint.list = nil
        guard let missing = list.missingSets.first else { return .complete(checkpoint) }
        return .stopped(HarvestStop(OAINotices.missingSet(missing), checkpoint: checkpoint))
    }

    private func made(_ answer: OAIRequests.Answer, _ sequel: OAIPage.Sequel) -> OAIPage {
        OAIPage(
            address: answer.response.address, body: answer.response.body, records: answer.summary.records,
            deleted: answer.summary.deleted, refused: answer.summary.refused, requests: requestCount, notices: notices,
            sequel: sequel)
    }

    private func stop(_ notice: HarvestNotice) -> HarvestStop { HarvestStop(notice, checkpoint: resting) }

    // MARK: Errors

    private mutating func page(for error: OAIError, _ answer: OAIRequests.Answer) async throws -> OAIPage? {
        let isFirst = list.resumptionToken == nil
        switch error.code {
        case .noRecordsMatch where isFirst: return try await emptyList(answer)
        case .noRecordsMatch:
            list.pages += 1
            return made(answer, end())
        case .badResumptionToken: return try restartedOrStopped(OAINotices.tokenRefused(error))
        case _ where !isFirst: return try restartedOrStopped(OAINotices.tokenRefused(error))
        case .noSetHierarchy where list.set != nil: return missingSet(answer)
        case .badArgument: return try await badArgument(error, answer)
        default: throw stop(OAINotices.refused(error))
        }
    }

    private mutating func restartedOrStopped(_ why: HarvestNotice) throws -> OAIPage? {
        guard list.restart() else { throw stop(why) }
        notices.append(OAINotices.restarted(why, from: list.from))
        return nil
    }

    /// Nothing matches: good news of a list of changes; of a whole set it may also mean that there is no such set.
    private mutating func emptyList(_ answer: OAIRequests.Answer) async throws -> OAIPage? {
        if let set = list.set, list.from == nil, try await hasSet(set) == false { return missingSet(answer) }
        note(answer.summary)
        notices.removeAll { $0.code == "oai-noRecordsMatch" }
        if list.from == nil { notices.append(OAINotices.emptyList(list.set ?? "")) }
        list.pages += 1
        return made(answer, end())
    }

    private mutating func missingSet(_ answer: OAIRequests.Answer) -> OAIPage {
        if let set = list.set {
            list.missingSets.append(set)
            notices.append(OAINotices.missingSet(set))
        }
        return made(answer, sequelOfSet())
    }

    /// A date that is refused is tried in the other granularity, then left out: a whole list has all that was asked for.
    private mutating func badArgument(_ error: OAIError, _ answer: OAIRequests.Answer) async throws -> OAIPage? {
        if let from = list.from {
            notices.append(OAINotices.dateRefused(error, from: from, instead: list.weakenDates()))
            return nil
        }
        if let set = list.set, try await hasSet(set) == false { return missingSet(answer) }
        throw stop(OAINotices.refused(error))
    }

    /// Whether the repository lists `set`; nil where it cannot be told.
    private mutating func hasSet(_ set: String) async throws -> Bool? {
        var token: String?
        var loop = LoopDetector()
        for _ in 0..<1_000 {
            requestCount += 1
            let arguments = [("verb", "ListSets")] + (token.map { [("resumptionToken", $0)] } ?? [])
            guard let summary = try? await requests.answer(arguments).summary else {
                try Task.checkCancellation()
                return nil
            }
            if summary.setSpecs.contains(set) { return true }
            if summary.errors.contains(where: { $0.code == .noSetHierarchy }) { return false }
            guard summary.errors.isEmpty, !summary.isDamaged else { return nil }
            guard let next = summary.token?.value, !next.isEmpty else { return false }
            guard !loop.sees(next) else { return nil }
            token = next
        }
        return nil
    }
}
