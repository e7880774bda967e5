import CatalogueModel
import Vocabularies

/// The page of a resource that comes from a source, for those who may take it into their own hands.
struct TakeOverView {
    private let resource: LearningResource
    private let version: Int
    private let language: PreferredLanguage

    init(_ resource: LearningResource, version: Int, language: PreferredLanguage) {
        self.resource = resource
        self.version = version
        self.language = language
    }

    var values: [String: Any] {
        [
            "pageTitle": resource.title + " – " + PageText.text("siteName", in: language), "noIndex": true,
            "title": resource.title, "version": version,
            "action": DepositWords.href(of: resource.id, language, "/take-over"),
            "publicHref": ResourceWords.canonicalHref(of: resource.id) + (language == .english ? "?lang=en" : ""),
        ]
    }
}
