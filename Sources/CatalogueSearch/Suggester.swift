import CatalogueModel
import CatalogueStore
import GRDB
import RankedPostings
import TextAnalysis
import Vocabularies

/// Completes a query while it is typed: subjects and institutions whose name has the words, then titles that do; the
/// last word may be unfinished, marks may be missing. Only what has hits is proposed.
struct Suggester {
    /// Hits whose titles are looked at.
    private static let mostTitles = 100
    private let reference: ReferenceData
    private let index: SearchIndex
    private let analyser = TextAnalyser()

    init(reference: ReferenceData, index: SearchIndex) {
        self.reference = reference
        self.index = index
    }

    /// Empty for less than two letters.
    func suggestions(for text: String, limit: Int, in db: Database) throws -> [Suggestion] {
        let typed = String(text.prefix(200))
        let tokens = analyser.tokens(of: typed)
        guard let last = tokens.last, tokens.map(\.folded.count).reduce(0, +) >= 2 else { return [] }
        let isFinished = typed.last?.isWhitespace == true
        let used = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM facetValue v JOIN \(index.generation.facetsTable) f USING (facetValue)
                WHERE v.facet = ? AND v.value = ?)
                """)
        func hasHits(_ facet: Facet, _ value: String) throws -> Bool {
            try Bool.fetchOne(used, arguments: [facet.rawValue, value]) ?? false
        }
        var found: [Suggestion] = []
        for concept in reference.vocabularies[.subjects].concepts
        where concept.names.contains(where: { matches($0, tokens, isFinished) }) {
            guard found.count < limit / 2, try hasHits(.subject, concept.code) else { continue }
            found.append(
                Suggestion(kind: .subject, text: concept.label, filter: .init(facet: .subject, value: concept.code)))
        }
        let institutions = reference.registers.institutions.values.compactMap(\.last).sorted { $0.id < $1.id }
        for institution in institutions where found.count < limit / 2 {
            let names = [institution.name, institution.nameInVietnamese, institution.nameInEnglish].compactMap(\.self)
            guard names.contains(where: { matches($0, tokens, isFinished) }), try hasHits(.institution, institution.id)
            else { continue }
            found.append(
                Suggestion(
                    kind: .institution,
                    text: LocalisedText(
                        vietnamese: institution.nameInVietnamese ?? institution.name,
                        english: institution.nameInEnglish ?? institution.name),
                    filter: .init(facet: .institution, value: institution.id)))
        }
        let titles = try titles(with: tokens, last: last, isFinished: isFinished, in: db)
        return found
            + titles.prefix(limit - found.count).map {
                Suggestion(kind: .title, text: LocalisedText(vietnamese: $0, english: $0), filter: nil)
            }
    }

    /// Titles with all words, those that begin with them first, then the short ones.
    private func titles(with tokens: [Token], last: Token, isFinished: Bool, in db: Database) throws -> [String] {
        var parts = tokens.dropLast(isFinished ? 0 : 1).map(word)
        if !isFinished {
            // What the last word may become, the most frequent words first.
            let space: TermSpace = last.marking == .unmarked ? .folded : .exact
            let beginning = last.marking == .unmarked ? last.folded : Self.withoutTone(last.exact)
            let endings = try index.completions(of: TermKey(space, beginning), most: 50)
            guard !endings.isEmpty else { return [] }
            parts.append(.any(of: endings.map { .leaf(MatchLeaf(space: space, keys: [$0.text])) }))
        }
        var query = PostingsQuery(leaves: [], match: nil)
        query.match = MatchTree.all(of: parts).match(in: &query)
        let hits = try index.search(query, top: Self.mostTitles, []).hits
        let find = try db.cachedStatement(sql: "SELECT title FROM learningResource WHERE rowID = ?")
        var seen: Set<String> = []
        let folded = tokens.map(\.folded).joined(separator: " ")
        return try hits.compactMap { try String.fetchOne(find, arguments: [Int64($0.id)]) }
            .filter { seen.insert($0).inserted && answers($0, tokens, isFinished) }
            .map { title in (title: title, begins: analyser.folded(title).hasPrefix(folded) ? 0 : 1) }
            .sorted { ($0.begins, $0.title.count, $0.title) < ($1.begins, $1.title.count, $1.title) }
            .map(\.title)
    }

    private func word(_ token: Token) -> MatchTree {
        if token.marking != .unmarked { return .leaf(MatchLeaf(space: .exact, keys: [token.exact])) }
        let keys = [token.folded] + (analyser.stem(of: token).map { [$0] } ?? [])
        return .any(of: keys.map { .leaf(MatchLeaf(space: .folded, keys: [$0])) })
    }

    /// Whether a title has all words, wherever they stand.
    private func answers(_ title: String, _ tokens: [Token], _ isFinished: Bool) -> Bool {
        let words = analyser.tokens(of: title)
        return tokens.indices.allSatisfy { index in
            words.contains { isAnswer($0, to: tokens[index], isOpen: index == tokens.count - 1 && !isFinished) }
        }
    }

    private func isAnswer(_ word: Token, to typed: Token, isOpen: Bool) -> Bool {
        if typed.marking == .unmarked {
            if isOpen { return word.folded.hasPrefix(typed.folded) }
            return word.folded == typed.folded
                || (analyser.stem(of: word) ?? word.folded) == (analyser.stem(of: typed) ?? typed.folded)
        }
        return isOpen ? word.exact.hasPrefix(Self.withoutTone(typed.exact)) : word.exact == typed.exact
    }

    /// The tone is the end of a key; a word that only begins like this one may have another.
    private static func withoutTone(_ key: String) -> String { key.filter { !"¹²³⁴⁵".contains($0) } }

    private func matches(_ name: String, _ tokens: [Token], _ isFinished: Bool) -> Bool {
        let words = analyser.tokens(of: name)
        for start in words.indices where start + tokens.count <= words.count {
            let isMatch = tokens.indices.allSatisfy { index in
                isAnswer(words[start + index], to: tokens[index], isOpen: index == tokens.count - 1 && !isFinished)
            }
            if isMatch { return true }
        }
        return false
    }
}
