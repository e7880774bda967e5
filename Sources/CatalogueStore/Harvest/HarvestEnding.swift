package import CatalogueModel
package import Foundation

/// How a harvest came to its end.
package enum HarvestEnding: Sendable {
    /// Everything that was asked for came; `checkpoint` says from where the next one goes on.
    case complete(checkpoint: String)
    /// Something ended it before that; the next harvest goes on from the last page that was saved.
    ///
    /// - `retryAt`: when the source wants to be asked again, where it said so.
    case stopped(HarvestNotice, retryAt: Date?)
    /// Somebody asked for it.
    case aborted
    /// The program was stopped; the harvest goes on as soon as it runs again.
    case interrupted
}
