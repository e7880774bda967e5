import CatalogueSearch
import Vocabularies

/// Says on the terminal how a query was understood, where that is more than its words.
struct QueryNotices {
    let page: SearchPage
    let language: PreferredLanguage

    init(_ page: SearchPage, language: PreferredLanguage) {
        self.page = page
        self.language = language
    }

    var lines: [String] {
        var lines: [LocalisedText] = []
        if !page.replacements.isEmpty, page.total > 0, page.looseness >= .respelt {
            let read = page.replacements.map { "\($0.from) → \($0.to)" }.joined(separator: ", ")
            lines.append(LocalisedText(vietnamese: "Hiểu là: \(read)", english: "Taken for: \(read)"))
        }
        switch page.looseness {
        case .asAsked, .respelt: break
        case .withoutMarks:
            lines.append(LocalisedText(vietnamese: "Tìm cả chữ khác dấu", english: "Words with other marks, too"))
        case .anyWord:
            lines.append(
                LocalisedText(
                    vietnamese: "Tìm cả kết quả chỉ có một phần các từ", english: "Some of the words are enough"))
        }
        if !page.expansions.isEmpty {
            let others = page.expansions.map(\.text).joined(separator: ", ")
            lines.append(LocalisedText(vietnamese: "Tìm cả: \(others)", english: "Also searched for: \(others)"))
        }
        if !page.concepts.isEmpty {
            lines.append(
                LocalisedText(
                    vietnamese: "Tính cả: " + page.concepts.map(\.label.vietnamese).joined(separator: ", "),
                    english: "Also counting: " + page.concepts.map(\.label.english).joined(separator: ", ")))
        }
        return lines.map { $0[language] }
    }
}
