import CatalogueModel
import Testing

@Suite("LanguageTag")
struct LanguageTagTests {
    @Test(
        "writes tags in their usual case", arguments: [("VI", "vi"), ("pt_br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW")])
    func usualCase(text: String, tag: String) {
        #expect(LanguageTag(text)?.rawValue == tag)
    }

    @Test("refuses what is no tag", arguments: ["", "v", "vietnamese", "1a", "vi-", "vi--VN", "tiếng"])
    func refuses(text: String) {
        #expect(LanguageTag(text) == nil)
    }
}
