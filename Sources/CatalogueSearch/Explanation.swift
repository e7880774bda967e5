package import CatalogueStore
package import Vocabularies

/// Why a resource was found, and why it stands where it stands.
package struct Explanation: Sendable {
    package struct Part: Sendable {
        /// In words a learner understands.
        package let reason: LocalisedText
        /// What it adds to the score.
        package let points: Double
    }

    private let evidence: Evidence
    private let formula: RankingFormula

    init(_ evidence: Evidence, by formula: RankingFormula) {
        self.evidence = evidence
        self.formula = formula
    }

    /// The points of all parts add up to the score. Worded anew each time.
    package var parts: [Part] {
        var parts: [Part] = []
        formula.forEachPart(of: evidence) { part in
            parts.append(Part(reason: Self.reason(part, formula.query), points: part.points))
        }
        return parts
    }

    private static func reason(_ part: ScorePart, _ query: RankedQuery) -> LocalisedText {
        switch part.kind {
        case .title:
            return LocalisedText(vietnamese: "Tên trùng với câu tìm", english: "The title is what was asked for")
        case .quality:
            return LocalisedText(
                vietnamese: "Bản ghi đầy đủ, giấy phép mở", english: "A complete record, openly licensed")
        case .freshness: return LocalisedText(vietnamese: "Học liệu mới", english: "Recent")
        case .exact, .folded, .exactPair, .foldedPair: break
        }
        guard let index = part.index else { return LocalisedText(vietnamese: "", english: "") }
        let isPair = part.kind == .exactPair || part.kind == .foldedPair
        let ranked = query.words[isPair ? query.pairs[index].second : index]
        let text = (isPair ? query.words[query.pairs[index].first].word.text + " " : "") + ranked.word.text
        let places = IndexedField.allCases.filter { part.counts[$0] > 0 }.map { field in
            let count = Int(part.counts[field])
            let name = field.name
            return LocalisedText(
                vietnamese: name.vietnamese + (count > 1 ? " (\(count) lần)" : ""),
                english: name.english + (count > 1 ? " (\(count) times)" : ""))
        }
        let inVietnamese = places.map(\.vietnamese).joined(separator: ", ")
        let inEnglish = places.map(\.english).joined(separator: ", ")
        let isExact = part.kind == .exact || part.kind == .exactPair
        return LocalisedText(
            vietnamese: "“\(text)” \(ranked.isExpansion ? "(từ liên quan) " : "")"
                + (isPair ? "đi liền nhau" : isExact ? "viết đúng như vậy" : "không kể dấu và dạng từ")
                + " trong \(inVietnamese)",
            english: "“\(text)” \(ranked.isExpansion ? "(related) " : "")"
                + (isPair ? "side by side" : isExact ? "written just so" : "whatever its marks or form")
                + " in \(inEnglish)")
    }
}

extension IndexedField {
    /// The field in words.
    package var name: LocalisedText {
        switch self {
        case .title: LocalisedText(vietnamese: "tên", english: "title")
        case .subject: LocalisedText(vietnamese: "từ khóa", english: "keywords")
        case .agent: LocalisedText(vietnamese: "tác giả, đơn vị", english: "creator or publisher")
        case .body: LocalisedText(vietnamese: "mô tả", english: "description")
        }
    }
}
