import CatalogueModel
import Vocabularies

/// What fields are called on pages.
enum FieldWords {
    static func label(of field: SourceField, in language: PreferredLanguage) -> String {
        PageText.text("field." + field.rawValue, in: language)
    }

    /// What a message calls a field: the heading of a table as it is, names of ours in words.
    static func label(ofColumn name: String, in language: PreferredLanguage) -> String {
        SourceField(rawValue: name).map { label(of: $0, in: language) } ?? name
    }
}
