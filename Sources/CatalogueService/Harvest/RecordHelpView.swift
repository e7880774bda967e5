import CatalogueModel
import Vocabularies

/// The page that says what records need, and what each kind of problem means.
struct RecordHelpView {
    let language: PreferredLanguage

    var values: [String: Any] {
        [
            "pageTitle": PageText.text("helpTitle", in: language) + " – " + PageText.text("siteName", in: language),
            "reasons": RecordProblem.Reason.allCases.map {
                ["id": $0.rawValue, "meaning": $0.meaning[language]]
            },
            "fields": SourceField.allCases.map { ["name": $0.rawValue, "standards": $0.standards] },
        ]
    }
}
