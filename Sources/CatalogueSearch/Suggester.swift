import CatalogueModel
import CatalogueStore
import GRDB
import TextAnalysis
import Vocabularies

/// Completes a query while it is typed: subjects and institutions whose name has the words, then titles that do; the
/// last word may be unfinished, marks may be missing. Only what has hits is proposed.
struct Suggester {
    private static let mostTitles = 60
    let reference: ReferenceData
    let generation: IndexGeneration
    private let analyser = TextAnalyser()

    init(reference: ReferenceData, generation: IndexGeneration) {
        self.reference = reference
        self.generation = generation
    }

    /// Empty for less than two letters.
    func suggestions(for text: String, limit: Int, in db: Database) throws -> [Suggestion] {
        let typed = String(text.prefix(200))
        let tokens = analyser.tokens(of: typed)
        guard let last = tokens.last, tokens.map(\.folded.count).reduce(0, +) >= 2 else { return [] }
        let isFinished = typed.last?.isWhitespace == true
        let used = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM facetValue v JOIN \(generation.facetsTable) f USING (facetValue)
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
        var terms = tokens.dropLast(isFinished ? 0 : 1).map { word($0) }
        if !isFinished {
            terms.append(
                last.marking == .unmarked
                    ? "titleFolded : \"\(last.folded)\" *"
                    : "titleExact : \"\(last.exact.filter { !"¹²³⁴⁵".contains($0) })\" *")
        }
        let rows = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT r.title FROM (SELECT rowid FROM \(generation.termsTable)
                    WHERE \(generation.termsTable) MATCH ? LIMIT \(Self.mostTitles)) t
                    JOIN learningResource r ON r.rowID = t.rowid
                    """),
            arguments: [terms.joined(separator: " AND ")])
        var seen: Set<String> = []
        let folded = tokens.map(\.folded).joined(separator: " ")
        return rows.filter { seen.insert($0).inserted }.map { title in
            (title: title, begins: analyser.folded(title).hasPrefix(folded) ? 0 : 1)
        }
        .sorted { ($0.begins, $0.title.count, $0.title) < ($1.begins, $1.title.count, $1.title) }
        .map(\.title)
    }

    private func word(_ token: Token) -> String {
        if token.marking != .unmarked { return "titleExact : \"\(token.exact)\"" }
        let stem = analyser.stem(of: token).map { " OR titleFolded : \"\($0)\"" } ?? ""
        return "(titleFolded : \"\(token.folded)\"\(stem))"
    }

    private func matches(_ name: String, _ tokens: [Token], _ isFinished: Bool) -> Bool {
        let words = analyser.tokens(of: name)
        for start in words.indices where start + tokens.count <= words.count {
            let isMatch = tokens.indices.allSatisfy { index in
                let (typed, word) = (tokens[index], words[start + index])
                let isLast = index == tokens.count - 1 && !isFinished
                if typed.marking == .unmarked {
                    return isLast ? word.folded.hasPrefix(typed.folded) : word.folded == typed.folded
                }
                return isLast
                    ? word.exact.hasPrefix(typed.exact.filter { !"¹²³⁴⁵".contains($0) }) : word.exact == typed.exact
            }
            if isMatch { return true }
        }
        return false
    }
}
