import CatalogueStore
import TextAnalysis

/// Compiles a query into an FTS5 expression over the columns of `IndexGeneration`.
struct MatchExpression {
    private static let exactColumns = columns { $0.exactColumn }
    private static let foldedColumns = columns { $0.foldedColumn }

    /// Weights of the columns in `bm25()`, in table order: a word in the title counts ten times one in the description,
    /// an exact match two and a half times a folded one.
    static let columnWeights =
        IndexedField.allCases.flatMap { field -> [Double] in
            switch field {
            case .title: [10, 4]
            case .subject: [6, 2.4]
            case .agent: [4, 1.6]
            case .body: [1, 0.4]
            }
        } + [0.2, 3]

    let text: String

    /// - Parameter concepts: concepts named in the query; each may stand for the words that name it.
    init(_ query: SearchQuery, concepts: [ConceptMention]) {
        var clauses: [String] = []
        var next = 0
        while next < query.words.count {
            if let mention = concepts.first(where: { $0.words.lowerBound == next }) {
                let words = query.words[mention.words].map(Self.clause).joined(separator: " AND ")
                clauses.append("((\(words)) OR \(IndexGeneration.conceptsColumn) : \(Self.quoted(mention.term)))")
                next = mention.words.upperBound
            } else {
                clauses.append(Self.clause(query.words[next]))
                next += 1
            }
        }
        text = clauses.joined(separator: " AND ")
    }

    private static func clause(_ word: QueryWord) -> String {
        let exact = "\(exactColumns) : \(quoted(word.exact))"
        let unmarked = "\(IndexGeneration.unmarkedColumn) : \(quoted(word.folded))"
        switch word.marking {
        case .unmarked: return "(\(exact) OR \(foldedColumns) : \(quoted(word.folded)))"
        case .tone: return "(\(exact) OR \(unmarked))"
        case .quality:
            let completions = word.completions.sorted().map(quoted).joined(separator: " OR ")
            return "(\(exactColumns) : (\(completions)) OR \(unmarked))"
        }
    }

    private static func quoted(_ key: String) -> String {
        "\"" + key.replacing("\"", with: "\"\"") + "\""
    }

    private static func columns(_ column: (IndexedField) -> String) -> String {
        "{" + IndexedField.allCases.map(column).joined(separator: " ") + "}"
    }
}
