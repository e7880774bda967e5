import CatalogueModel
import Vocabularies

/// What fields are called on pages.
enum FieldWords {
    static func label(of field: SourceField, in language: PreferredLanguage) -> String {
        PageText.text("field." + field.rawValue, in: language)
    }
}
