import CatalogueModel
import RecordFormats

/// What the errors of a repository mean for the list (OAI-PMH 2.0 §3.6).
extension OAIPageTurn {
    mutating func page(for error: OAIError, _ answer: OAIRequests.Answer) async throws -> OAIPage? {
        let isFirst = list.resumptionToken == nil
        switch error.code {
        case .noRecordsMatch where isFirst: return try await emptyList(answer)
        case .noRecordsMatch:
            list.pages += 1
            return ended(answer)
        case .badResumptionToken: return try restartedOrStopped(OAINotices.tokenRefused(error))
        case _ where !isFirst: return try restartedOrStopped(OAINotices.tokenRefused(error))
        case .noSetHierarchy where list.set != nil: return missingSet(answer)
        case .badArgument: return try await badArgument(error, answer)
        default: throw stop(OAINotices.refused(error))
        }
    }

    mutating func restartedOrStopped(_ why: HarvestNotice) throws -> OAIPage? {
        guard list.restart() else { throw stop(why) }
        notices.append(OAINotices.restarted(why, from: list.from))
        return nil
    }

    /// Nothing matches: good news of a list of changes; of a whole set it may also mean that there is no such set.
    private mutating func emptyList(_ answer: OAIRequests.Answer) async throws -> OAIPage? {
        if let set = list.set, list.from == nil, try await hasSet(set) == false { return missingSet(answer) }
        note(answer.summary)
        notices.removeAll { $0.code == "oai-noRecordsMatch" }
        // A set may be empty; a whole repository seldom is.
        if list.from == nil {
            let notice = OAINotices.emptyList(list.set ?? "")
            if list.set == nil { doubt = notice } else { notices.append(notice) }
        }
        list.pages += 1
        return ended(answer)
    }

    private mutating func missingSet(_ answer: OAIRequests.Answer) -> OAIPage {
        if let set = list.set {
            list.missingSets.append(set)
            notices.append(OAINotices.missingSet(set))
        }
        let sequel = sequelOfSet()
        return made(answer, sequel)
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
