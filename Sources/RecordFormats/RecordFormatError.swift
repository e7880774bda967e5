package import CatalogueModel
package import Vocabularies

/// Why a file cannot be read as a whole: nothing in it can be trusted to be a record.
package struct RecordFormatError: Error, Hashable, CustomStringConvertible {
    package let location: SourceLocation
    package let message: LocalisedText
    package let remedy: LocalisedText

    package var description: String { "\(location): \(message.english). \(remedy.english)" }

    package func description(in language: PreferredLanguage) -> String {
        "\(location): \(message[language]). \(remedy[language])"
    }
}
