package import CatalogueModel
package import Vocabularies

/// Why tags were not changed as asked; nothing was changed.
package enum TagError: Error, Hashable, CustomStringConvertible {
    case noName
    case longName(limit: Int)
    case tooMany(given: Int, limit: Int)
    case full(ResourceID, limit: Int)
    case unknown(String)
    case deleted(String)
    case notDeleted(String)
    /// The name is another tag's already.
    case nameTaken(String, slug: String)
    case unknownResource(String)
    case foreign(ResourceID)
    case notAssigned(ResourceID, String)
    case curatorsOnly
    case itself(String)
    /// Merging would go round.
    case circle(String, String)
    case notMerged(String)
    case mergedAlready(String, into: String)
    case changedMeanwhile(String)
    case unknownScheme(String)
    case unknownConcept(String, SchemeID)
    /// No concept of any scheme goes by it.
    case unknownName(String)
    case noSuchSuggestion(Int64)
    case decided(Int64)
    case noSuchBatch(Int64)
    case undone(Int64)
    case tooManyHits(Int, limit: Int)
    case changedSincePreview
    case noHits
    /// Of so many found, none is of the institution that may tag only its own.
    case noOwnHits(Int)
    case longNote(limit: Int)
    case lastName(String)

    package var description: String { message.english }
}
