package import Vocabularies

/// What is wrong in a mapping file, where, and what to do.
package struct RecordMappingError: Error, Hashable, CustomStringConvertible {
    package let file: String
    /// Line in the file, from 1.
    package let line: Int
    /// The key that is meant, with those above it: `fields.name`; nil for the file as a whole.
    package let key: String?
    package let message: LocalisedText
    package let remedy: LocalisedText

    package var description: String { description(in: .english) }

    package func description(in language: PreferredLanguage) -> String {
        "\(file):\(line): \(key.map { "\($0): " } ?? "")\(message[language]). \(remedy[language])"
    }
}
