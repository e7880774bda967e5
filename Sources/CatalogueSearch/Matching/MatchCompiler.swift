import CatalogueStore
import RankedPostings
import TextAnalysis

/// Turns the clauses of a query into the keys that are sought for them.
struct MatchCompiler {
    private let query: SearchQuery
    private let looseness: Looseness
    private let common: Set<Int>
    /// What may stand for a range of clauses besides its words.
    private let substitutes: [Range<Int>: [MatchTree]]

    init(
        _ query: SearchQuery, concepts: [ConceptMention], expansions: [QueryExpansion], looseness: Looseness,
        leavingOut common: Set<Int> = []
    ) {
        self.query = query
        self.looseness = looseness
        self.common = common
        var substitutes: [Range<Int>: [MatchTree]] = [:]
        for mention in concepts {
            substitutes[mention.clauses, default: []].append(.leaf(MatchLeaf(space: .concept, keys: [mention.term])))
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

    static func excluded(_ term: QueryTerm) -> MatchTree { Self.term(term, looseness: .asAsked) }

    /// The clauses of `range`, the longest substituted parts first; nil where none is left to seek.
    func compiled(_ range: Range<Int>, leavingOut outer: Range<Int>?) -> MatchTree? {
        var clauses: [MatchTree] = []
        var next = range.lowerBound
        while next < range.upperBound {
            let part = substitutes.keys.filter {
                $0.lowerBound == next && $0.upperBound <= range.upperBound && $0 != outer
            }.max { $0.upperBound < $1.upperBound }
            if let part, let others = substitutes[part] {
                let words = compiled(part, leavingOut: part)
                clauses.append(.any(of: (words.map { [$0] } ?? []) + others))
                next = part.upperBound
            } else {
                if !common.contains(next) { clauses.append(Self.clause(query.clauses[next], looseness: looseness)) }
                next += 1
            }
        }
        var seen: Set<MatchTree> = []
        let distinct = clauses.filter { seen.insert($0).inserted }
        guard !distinct.isEmpty else { return nil }
        return looseness == .anyWord ? .any(of: distinct) : .all(of: distinct)
    }

    private static func clause(_ clause: QueryClause, looseness: Looseness) -> MatchTree {
        .any(of: clause.alternatives.map { term($0, looseness: looseness) })
    }

    private static func term(_ term: QueryTerm, looseness: Looseness) -> MatchTree {
        switch term.kind {
        case .word: word(term.words[0], field: term.field, looseness: looseness)
        case .phrase: phrase(term.words, field: term.field)
        case .prefix: prefix(term.words[0], field: term.field)
        }
    }

    private static func word(_ word: QueryWord, field: IndexedField?, looseness: Looseness) -> MatchTree {
        func leaf(_ space: TermSpace, _ key: String) -> MatchTree {
            .leaf(MatchLeaf(space: space, keys: [key], field: field))
        }
        let (exact, folded) = (leaf(.exact, word.exact), leaf(.folded, word.folded))
        if looseness == .withoutMarks || looseness == .respelt, word.marking != .unmarked {
            return .any([exact, folded])
        }
        switch word.marking {
        case .unmarked: return .any([exact, folded] + (word.stem.map { [leaf(.folded, $0)] } ?? []))
        case .tone: return .any([exact, unmarked(word, field)])
        case .quality: return .any(word.completions.sorted().map { leaf(.exact, $0) } + [unmarked(word, field)])
        }
    }

    /// The unmarked word; key U knows no fields, so within a field the exact key must do.
    private static func unmarked(_ word: QueryWord, _ field: IndexedField?) -> MatchTree {
        .leaf(MatchLeaf(space: field == nil ? .unmarked : .exact, keys: [word.folded], field: field))
    }

    private static func phrase(_ words: [QueryWord], field: IndexedField?) -> MatchTree {
        let exact = MatchTree.leaf(MatchLeaf(space: .exact, keys: words.map(\.exact), field: field))
        guard words.allSatisfy({ $0.marking == .unmarked }) else { return exact }
        let forms = [
            words.map(\.folded), words.map { $0.stem ?? $0.folded },
            words.map { $0.isSyllable ? $0.folded : $0.stem ?? $0.folded },
        ]
        let folded = Set(forms).sorted { $0.lexicographicallyPrecedes($1) }
        return .any([exact] + folded.map { .leaf(MatchLeaf(space: .folded, keys: $0, field: field)) })
    }

    private static func prefix(_ word: QueryWord, field: IndexedField?) -> MatchTree {
        guard word.marking == .unmarked else {
            // The tone is the end of a key; a word that only begins like this one may have another.
            let body = word.exact.filter { !"¹²³⁴⁵".contains($0) }
            return .leaf(MatchLeaf(space: .exact, keys: [body], field: field, isPrefix: true))
        }
        return .any([
            .leaf(MatchLeaf(space: .folded, keys: [word.folded], field: field, isPrefix: true)),
            self.word(word, field: field, looseness: .asAsked),
        ])
    }
}
