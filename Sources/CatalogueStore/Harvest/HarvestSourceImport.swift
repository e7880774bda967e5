package import CatalogueModel
package import Foundation
import Vocabularies

/// Taking over a whole list of sources.
extension CatalogueStore {
    /// Keeps every source of a list.
    ///
    /// One that is new starts paused unless told otherwise, so that reading a list does not send requests to the whole
    /// world; one that is known keeps its state.
    ///
    /// - Returns: identifiers of the sources that are new, in the order of the list.
    /// - Throws: `HarvestSourceError` for the first source that will not do; those before it are kept.
    @discardableResult
    package func importSources(_ sources: [HarvestSource], isStarted: Bool, at instant: Date) throws -> [String] {
        let known = Dictionary(try harvestSources().map { ($0.source.id, $0.source) }) { first, _ in first }
        for var source in sources {
            source.pausedReason =
                known[source.id].map(\.pausedReason)
                ?? (isStarted ? nil : "“hoclieu source resume \(source.id)”")
            source.allowsPrivateAddresses = known[source.id]?.allowsPrivateAddresses ?? false
            try save(source, at: instant)
        }
        return sources.map(\.id).filter { known[$0] == nil }
    }
}
