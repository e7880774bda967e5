package import CatalogueModel
package import Foundation

/// Why a harvest goes no further now.
package struct HarvestStop: Error, Hashable, Sendable, CustomStringConvertible {
    package let notice: HarvestNotice
    /// When the source wants to be asked again, where it said so.
    package var retryAt: Date?
    /// Where to go on; nil where the harvest had not begun.
    package var checkpoint: OAICheckpoint?

    package init(_ notice: HarvestNotice, retryAt: Date? = nil, checkpoint: OAICheckpoint? = nil) {
        self.notice = notice
        self.retryAt = retryAt
        self.checkpoint = checkpoint
    }

    package init(_ error: FetchError, checkpoint: OAICheckpoint? = nil) {
        self.init(error.notice, checkpoint: checkpoint)
        if case .comeBack(let date, _) = error.reason { retryAt = date }
    }

    package var description: String { "\(notice.code): \(notice.english)" }
}
