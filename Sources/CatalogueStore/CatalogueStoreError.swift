package import Vocabularies

/// Why the catalogue file cannot be used as asked: told to the person at the keyboard, with the remedy.
package struct CatalogueStoreError: Error, Hashable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        case missing
        case notACatalogue
        case newerSchema
        case locked
        case full
        case readOnly
        case damaged
        case indexOutdated
        case noVocabularies
        case other
    }

    package let kind: Kind
    package let path: String
    package let message: LocalisedText

    package var description: String { message.english }

    package init(_ kind: Kind, path: String, vietnamese: String, english: String) {
        self.kind = kind
        self.path = path
        message = LocalisedText(vietnamese: vietnamese, english: english)
    }
}
