import CatalogueStore
import TextAnalysis

/// Writes the clauses of a query as FTS5 expressions; all keys in them are quoted.
struct MatchCompiler {
    private let query: SearchQuery
    private let looseness: Looseness
    private let common: Set<Int>
    /// What may stand for a range of clauses besides its words.
    private let substitutes: [Range<Int>: [String]]

    init(
        _ query: SearchQuery, concepts: [ConceptMention], expansions: [QueryExpansion], looseness: Looseness,
        leavingOut common: Set<Int> = []
    ) {
        self.query = query
        self.looseness = looseness
        self.common = common
        var substitutes: [Range<Int>: [String]] = [:]
        for mention in concepts {
            substitutes[mention.clauses, default: []].append(
                "\(IndexGeneration.conceptsColumn) : \(Self.quoted(mention.term))")
        }
        for expansion in expansions {
            // In a sentence any word of a translation may do where any word of the query does.
            let parts =
                looseness == .anyWord && query.clauses.count >= 4 && !expansion.words.allSatisfy(\.isSyllable)
                ? expansion.words.map { Self.word($0, field: nil, looseness: .asAsked) }
                : [Self.phrase(expansion.words, field: nil)]
            substitutes[expansion.clauses, default: []] += parts
        }
        self.substitutes = substitutes
    }

    static func excluded(_ term: QueryTerm) -> String { Self.term(term, looseness: .asAsked) }

    /// The clauses of `range`, the longest substituted parts first.
    func compiled(_ range: Range<Int>, leavingOut outer: Range<Int>?) -> String {
        var clauses: [String] = []
        var next = range.lowerBound
        while next < range.upperBound {
            let part = substitutes.keys.filter {
                $0.lowerBound == next && $0.upperBound <= range.upperBound && $0 != outer
            }.max { $0.upperBound < $1.upperBound }
            if let part, let others = substitutes[part] {
                let words = compiled(part, leavingOut: part)
                let alternatives = (words.isEmpty ? [] : ["(\(words))"]) + others
                clauses.append("(\(alternatives.joined(separator: " OR ")))")
                next = part.upperBound
            } else {
                if !common.contains(next) { clauses.append(Self.clause(query.clauses[next], looseness: looseness)) }
                next += 1
            }
        }
        var seen: Set<String> = []
        return clauses.filter { seen.insert($0).inserted }.joined(separator: looseness == .anyWord ? " OR " : " AND ")
    }

    private static func clause(_ clause: QueryClause, looseness: Looseness) -> String {
        let terms = clause.alternatives.map { term($0, looseness: looseness) }
        return terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
    }

    private static func term(_ term: QueryTerm, looseness: Looseness) -> String {
        switch term.kind {
        case .word: word(term.words[0], field: term.field, looseness: looseness)
        case .phrase: phrase(term.words, field: term.field)
        case .prefix: prefix(term.words[0], field: term.field)
        }
    }

    private static func word(_ word: QueryWord, field: IndexedField?, looseness: Looseness) -> String {
        let (exactColumns, foldedColumns) = (columns(field) { $0.exactColumn }, columns(field) { $0.foldedColumn })
        let exact = "\(exactColumns) : \(quoted(word.exact))"
        let folded = "\(foldedColumns) : \(quoted(word.folded))"
        if looseness == .withoutMarks || looseness == .respelt, word.marking != .unmarked {
            return "(\(exact) OR \(folded))"
        }
        switch word.marking {
        case .unmarked:
            let stem = word.stem.map { " OR \(foldedColumns) : \(quoted($0))" } ?? ""
            return "(\(exact) OR \(folded)\(stem))"
        case .tone:
            return "(\(exact) OR \(unmarked(word, field)))"
        case .quality:
            let completions = word.completions.sorted().map(quoted).joined(separator: " OR ")
            return "(\(exactColumns) : (\(completions)) OR \(unmarked(word, field)))"
        }
    }

    /// The unmarked word; the column of key U knows no fields, so within a field the exact key must do.
    private static func unmarked(_ word: QueryWord, _ field: IndexedField?) -> String {
        guard let field else { return "\(IndexGeneration.unmarkedColumn) : \(quoted(word.folded))" }
        return "\(field.exactColumn) : \(quoted(word.folded))"
    }

    private static func phrase(_ words: [QueryWord], field: IndexedField?) -> String {
        let exact = "\(columns(field) { $0.exactColumn }) : \(quoted(words.map(\.exact).joined(separator: " ")))"
        guard words.allSatisfy({ $0.marking == .unmarked }) else { return exact }
        let foldedColumns = columns(field) { $0.foldedColumn }
        let forms = [
            words.map(\.folded), words.map { $0.stem ?? $0.folded },
            words.map { $0.isSyllable ? $0.folded : $0.stem ?? $0.folded },
        ]
        let folded = Set(forms).map { "\(foldedColumns) : \(quoted($0.joined(separator: " ")))" }.sorted()
        return "(\(([exact] + folded).joined(separator: " OR ")))"
    }

    private static func prefix(_ word: QueryWord, field: IndexedField?) -> String {
        guard word.marking == .unmarked else {
            // The tone is the end of a key; a word that only begins like this one may have another.
            let body = word.exact.filter { !"¹²³⁴⁵".contains($0) }
            return "\(columns(field) { $0.exactColumn }) : \(quoted(body)) *"
        }
        return
            "(\(columns(field) { $0.foldedColumn }) : \(quoted(word.folded)) * OR \(self.word(word, field: field, looseness: .asAsked)))"
    }

    private static func quoted(_ key: String) -> String {
        "\"" + key.replacing("\"", with: "\"\"") + "\""
    }

    private static func columns(_ field: IndexedField?, _ column: (IndexedField) -> String) -> String {
        guard let field else { return "{" + IndexedField.allCases.map(column).joined(separator: " ") + "}" }
        return column(field)
    }
}
