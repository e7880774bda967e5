package import CatalogueStore
package import TextAnalysis

/// A query as the catalogue understands it.
///
/// The language forgives everything: words; `"phrases"`; `-without`; `OR` between two terms; `field:value`; `prefix*`.
/// A mark that makes no sense where it stands is left out. User text is never FTS5 syntax: only keys made by
/// `TextAnalysis` go into an expression.
package struct SearchQuery: Sendable {
    /// Words beyond this are left out and counted in `ignoredWords`.
    package static let mostWords = 64
    /// Characters beyond this are not read.
    package static let mostCharacters = 10_000

    package let text: String
    /// All of them must be found; in the order typed, repetitions included.
    package internal(set) var clauses: [QueryClause] = []
    /// None of them may be found.
    package internal(set) var excluded: [QueryTerm] = []
    /// Values of facets asked for as `field:value`, as typed.
    package internal(set) var fieldValues: [(facet: Facet, value: String)] = []
    package internal(set) var ignoredWords = 0

    package init(_ text: String, analyser: TextAnalyser = TextAnalyser()) {
        self.text = text
        var parser = QueryParser(String(text.prefix(Self.mostCharacters)), analyser: analyser)
        parser.parse(into: &self)
    }

    /// Every word looked for, in the order typed, each once.
    package var words: [QueryWord] {
        var seen: Set<String> = []
        return clauses.flatMap(\.alternatives).flatMap(\.words).filter { seen.insert($0.exact).inserted }
    }

    /// Whether nothing is looked for; what is excluded does not count.
    package var isEmpty: Bool { clauses.isEmpty }

    /// The plain words of the query as one phrase; empty where it has any syntax.
    var plainWords: [QueryWord] {
        clauses.allSatisfy(\.isPlainWord) ? clauses.flatMap { $0.alternatives[0].words } : []
    }
}
