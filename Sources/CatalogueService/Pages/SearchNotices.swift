import CatalogueSearch
import TextAnalysis
import Vocabularies

/// Says in words how a query was understood, where that is more than its words: each notice can be taken back.
struct SearchNotices {
    struct Notice {
        let text: String
        /// The query that does without it; nil where there is nothing to take back.
        var otherQuery: String?
        var link = ""
    }

    private let page: SearchPage
    private let language: PreferredLanguage

    init(_ page: SearchPage, language: PreferredLanguage) {
        self.page = page
        self.language = language
    }

    var notices: [Notice] {
        var notices: [Notice] = []
        if page.query.ignoredWords > 0 {
            notices.append(
                notice(
                    "Câu hỏi dài: chỉ dùng \(SearchQuery.mostWords) từ đầu, bỏ \(page.query.ignoredWords) từ.",
                    "A long query: the first \(SearchQuery.mostWords) words were used, \(page.query.ignoredWords) left out."
                ))
        }
        if page.total > 0, !page.replacements.isEmpty, page.looseness >= .respelt {
            let read = page.replacements.map { "\($0.from) → \($0.to)" }.joined(separator: ", ")
            var said = notice(
                "Hiển thị kết quả cho cách viết gần nhất: \(read).",
                "Showing results for the nearest spelling: \(read).")
            said.otherQuery = page.replacements.reduce(page.request.text) {
                $0.replacing($1.from, with: "\"\($1.from)\"")
            }
            said.link = LocalisedText(vietnamese: "Tìm đúng như đã gõ", english: "Search exactly as typed")[language]
            notices.append(said)
        }
        switch page.looseness {
        case .asAsked, .respelt: break
        case .withoutMarks:
            notices.append(
                notice(
                    "Ít kết quả đúng dấu, nên tìm cả những chữ khác dấu.",
                    "Few results with these marks, so words with other marks are shown, too."))
        case .anyWord where page.total > 0:
            notices.append(
                notice(
                    "Ít kết quả có đủ mọi từ, nên hiện cả kết quả có một phần các từ; kết quả hợp nhất đứng trước.",
                    "Few results have all the words, so results with some of them are shown, best first."))
        case .anyWord: break
        }
        if !page.expansions.isEmpty {
            let others = page.expansions.map { "“\($0.text)”" }.joined(separator: ", ")
            var said = notice("Tìm cả: \(others).", "Also searched for: \(others).")
            said.otherQuery = quoted
            said.link = LocalisedText(vietnamese: "Chỉ tìm đúng từ đã gõ", english: "Only the words typed")[language]
            notices.append(said)
        }
        if !page.concepts.isEmpty {
            let names = page.concepts.map { $0.label[language] }.joined(separator: ", ")
            var said = notice("Tính cả học liệu thuộc: \(names).", "Also counting resources in: \(names).")
            said.otherQuery = quoted
            said.link = LocalisedText(vietnamese: "Bỏ", english: "Remove")[language]
            notices.append(said)
        }
        return notices
    }

    /// The query with every plain word in quotation marks: nothing stands for what is quoted.
    private var quoted: String {
        page.query.words.map { "\"\($0.text)\"" }.joined(separator: " ")
    }

    private func notice(_ vietnamese: String, _ english: String) -> Notice {
        Notice(text: LocalisedText(vietnamese: vietnamese, english: english)[language])
    }
}
