import Testing
import TextAnalysis

@Suite("Slugs")
struct SlugTests {
    @Test(
        "a slug is the folded words with hyphens",
        arguments: [
            ("Đại học Cần Thơ (2024)", "dai-hoc-can-tho-2024"), ("", ""), ("C++ và .NET", "cpp-va-dotnet"),
            ("日本語 入門", "日本語-入門"), ("สวัสดี", "สวสด"),
        ])
    func words(text: String, expected: String) {
        #expect(slug(of: text) == expected)
    }
}
