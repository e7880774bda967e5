import CatalogueModel
import RecordFormats

extension OAIHarvester {
    /// The page at `checkpoint`, which must be under way; damaged and broken ones are asked for again.
    ///
    /// Where a token is refused or goes round in a circle, the list is begun again once, and once more each time it came
    /// further; the page returned is then the first of the new list, and a notice says so.
    ///
    /// - Throws: `HarvestStop` where no page came, with the checkpoint to be kept; `CancellationError`.
    package func next(from checkpoint: OAICheckpoint) async throws -> OAIPage {
        guard let list = checkpoint.list else { preconditionFailure("the harvest is at rest") }
        var turn = OAIPageTurn(checkpoint: checkpoint, list: list, requests: requests, fetcher: fetcher)
        do {
            while true {
                if let page = try await turn.take() { return page }
            }
        } catch let error as FetchError {
            throw HarvestStop(error, checkpoint: turn.resting)
        } catch let error as RecordFormatError {
            throw HarvestStop(OAINotices.notOAI(error), checkpoint: turn.resting)
        } catch let error as SpoolError {
            throw HarvestStop(FetchError(.storage(error.description), at: source.baseURL), checkpoint: turn.resting)
        }
    }
}
