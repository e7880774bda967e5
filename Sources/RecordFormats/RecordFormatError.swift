package import CatalogueModel
package import Vocabularies

/// Why a file cannot be read as a whole: nothing in it can be trusted to be a record.
package struct RecordFormatError: Error, Hashable, CustomStringConvertible {
    /// What it is instead, for those who act on it.
    package enum Kind: Sendable {
        case unreadable
        case empty
        case webPage
        /// XML whose root is none that was expected.
        case otherXML
        /// It declares entities, which are never expanded.
        case entities
    }

    package let location: SourceLocation
    package let message: LocalisedText
    package let remedy: LocalisedText
    package var kind = Kind.unreadable

    package init(
        location: SourceLocation, message: LocalisedText, remedy: LocalisedText, kind: Kind = .unreadable
    ) {
        self.location = location
        self.message = message
        self.remedy = remedy
        self.kind = kind
    }

    package var description: String { "\(location): \(message.english). \(remedy.english)" }

    package func description(in language: PreferredLanguage) -> String {
        "\(location): \(message[language]). \(remedy[language])"
    }
}
