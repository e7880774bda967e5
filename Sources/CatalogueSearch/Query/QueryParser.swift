import CatalogueStore
import TextAnalysis

/// Reads the query language of `SearchQuery`. It never fails.
struct QueryParser {
    private let analyser: TextAnalyser
    private var rest: Substring
    private var words = 0
    private var pendingOr = false

    init(_ text: String, analyser: TextAnalyser) {
        self.analyser = analyser
        rest = text[...]
    }

    mutating func parse(into query: inout SearchQuery) {
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard !rest.isEmpty else { return }
            readTerm(into: &query)
        }
    }

    private mutating func readTerm(into query: inout SearchQuery) {
        let isExcluded = takeMinus()
        let field = takeField()
        let isQuoted = rest.first.map(Self.isQuotationMark) ?? false
        let text = isQuoted ? takeQuoted() : takeChunk()
        if !isQuoted, !isExcluded, field == nil {
            if text == "OR" || text == "HOẶC" {
                pendingOr = !query.clauses.isEmpty
                return
            }
            if text == "AND" || text == "VÀ" { return }
        }
        if case .facet(let facet) = field, !isExcluded {
            if !text.isEmpty { query.fieldValues.append((facet, text)) }
            return
        }
        let terms = terms(of: text, isQuoted: isQuoted, field: field?.indexedField)
        if isExcluded {
            // A hyphenated word is left out as a whole.
            query.excluded += terms.isEmpty ? [] : [Self.joined(terms)]
        } else {
            add(terms, to: &query)
        }
    }

    private mutating func add(_ terms: [QueryTerm], to query: inout SearchQuery) {
        for (index, term) in terms.enumerated() {
            guard words + term.words.count <= SearchQuery.mostWords else {
                query.ignoredWords += term.words.count
                continue
            }
            if index == 0, pendingOr, let last = query.clauses.indices.last {
                query.clauses[last].alternatives.append(term)
            } else {
                query.clauses.append(QueryClause(alternatives: [term]))
            }
            words += term.words.count
        }
        if !terms.isEmpty { pendingOr = false }
    }

    private func terms(of text: String, isQuoted: Bool, field: IndexedField?) -> [QueryTerm] {
        let words = analyser.tokens(of: text).map { QueryWord($0, in: text, analyser: analyser) }
        if isQuoted {
            guard !words.isEmpty else { return [] }
            let kept = Array(words.prefix(SearchQuery.mostWords))
            return [QueryTerm(kind: kept.count == 1 ? .word : .phrase, words: kept, field: field)]
        }
        var terms = words.map { QueryTerm(kind: .word, words: [$0], field: field) }
        // One letter begins too many words to be worth anything.
        if text.hasSuffix("*"), let last = words.last, last.folded.utf8.count >= 2 {
            terms[terms.count - 1] = QueryTerm(kind: .prefix, words: [last], field: field)
        }
        return terms
    }

    private static func joined(_ terms: [QueryTerm]) -> QueryTerm {
        let words = terms.flatMap(\.words)
        return words.count == 1 ? terms[0] : QueryTerm(kind: .phrase, words: words, field: terms[0].field)
    }

    /// A minus before a word excludes it; one between blanks is a dash.
    private mutating func takeMinus() -> Bool {
        guard rest.first == "-", let next = rest.dropFirst().first, !next.isWhitespace, next != "-" else {
            return false
        }
        rest.removeFirst()
        return true
    }

    private mutating func takeField() -> QueryField? {
        guard let colon = rest.prefix(24).firstIndex(of: ":") else { return nil }
        let after = rest.index(after: colon)
        guard after < rest.endIndex, !rest[after].isWhitespace, rest[after] != "/",
            let field = QueryField(name: analyser.folded(String(rest[..<colon])))
        else { return nil }
        rest = rest[after...]
        return field
    }

    private mutating func takeChunk() -> String {
        let chunk = rest.prefix { !$0.isWhitespace && !Self.isQuotationMark($0) }
        rest = rest[chunk.endIndex...]
        return String(chunk)
    }

    /// A quotation that never ends goes to the end of the query.
    private mutating func takeQuoted() -> String {
        rest.removeFirst()
        let quoted = rest.prefix { !Self.isQuotationMark($0) }
        rest = rest[quoted.endIndex...].dropFirst()
        return String(quoted)
    }

    private static func isQuotationMark(_ character: Character) -> Bool {
        character == "\"" || character == "“" || character == "”" || character == "„" || character == "«"
            || character == "»"
    }
}
