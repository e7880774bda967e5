import CatalogueService
import Vocabularies

/// The public address of the catalogue as it is typed.
enum SiteArgument {
    /// - Throws: `Failure` for what is no address of a site.
    static func site(_ text: String?, _ language: PreferredLanguage) throws -> SiteAddress? {
        guard let text else { return nil }
        guard let site = SiteAddress(text) else {
            throw Failure(
                LocalisedText(
                    vietnamese:
                        "“\(text)” không phải là địa chỉ của một trang. Hãy viết như https://hoclieu.example.vn.",
                    english: "“\(text)” is no address of a site. Write it like https://hoclieu.example.vn."),
                language: language)
        }
        return site
    }
}
