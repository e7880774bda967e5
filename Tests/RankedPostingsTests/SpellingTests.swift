import Testing

@testable import RankedPostings

@Suite("Completing and correcting words")
struct SpellingTests {
    /// Optimal string alignment by its definition.
    private func slips(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { table[i][0] = i }
        for j in 0...b.count { table[0][j] = j }
        for i in 1...a.count {
            for j in 1...b.count {
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }

    private func word(_ source: inout RandomSource, letters: Int) -> [UInt8] {
        (0..<1 + source.below(12)).map { _ in UInt8(ascii: "a") + UInt8(source.below(letters)) }
    }

    @Test("slips are counted as defined, and no word that is near is sorted out by its letters")
    func counting() throws {
        var source = RandomSource(seed: 1)
        for _ in 0..<20_000 {
            let (a, b) = (word(&source, letters: 4), word(&source, letters: 4))
            let counter = try #require(SlipCounter(a))
            let expected = slips(a, b)
            let found = b.withUnsafeBufferPointer { counter.slips(to: $0) }
            guard found == expected else {
                Issue.record("\(String(decoding: a, as: UTF8.self)) \(String(decoding: b, as: UTF8.self))")
                return
            }
            if expected <= 2 {
                #expect(WordSignature.areNear(counter.signature, WordSignature.signature(of: b), slips: expected))
            }
        }
        for word in ["", "học", "a b", String(repeating: "a", count: 31)] {
            #expect(SlipCounter(Array(word.utf8)) == nil)
        }
    }

    @Test("completions and corrections are those of looking at every term", arguments: UInt64(1)...5)
    func everyTerm(seed: UInt64) throws {
        var source = RandomSource(seed: seed)
        var documents: [Set<String>] = []
        for _ in 0..<400 {
            documents.append(
                Set((0..<30).map { _ in String(decoding: word(&source, letters: 3).prefix(6), as: UTF8.self) }))
        }
        var batches: [[Int: RandomCorpus.Document]] = [[:], [:]]
        for (number, words) in documents.enumerated() {
            batches[number % 2][number + 1] = .init(fields: [words.sorted(), [], []], facets: [])
        }
        let index = RandomCorpus.index(batches.map(RandomCorpus.segment), dead: [[], []])
        var counts: [String: Int] = [:]
        for word in documents.joined() { counts[word, default: 0] += 1 }
        let sources = index.segments.map { _ in NoChunks() }
        func ranked(_ words: [String], _ slips: (String) -> Int) -> [TermMatch] {
            words.map { TermMatch(text: $0, documents: counts[$0] ?? 0, slips: slips($0)) }
                .sorted { ($0.slips, $1.documents, $0.text) < ($1.slips, $0.documents, $1.text) }
        }
        for beginning in ["a", "b", "ca", "abc", "", "zz"] {
            let expected = ranked(counts.keys.filter { $0.hasPrefix(beginning) }) { _ in 0 }
            let found = try index.completions(of: TermKey(.folded, beginning), most: 10_000, sources: sources)
            #expect(found == expected)
        }
        let one = RandomCorpus.index([RandomCorpus.segment(batches[0].merging(batches[1]) { $1 })], dead: [[]])
        for beginning in ["a", "b", "ca", "abc", ""] {
            let expected = ranked(counts.keys.filter { $0.hasPrefix(beginning) }) { _ in 0 }.prefix(8)
            let found = try one.completions(of: TermKey(.folded, beginning), most: 8, sources: [NoChunks()])
            #expect(found == Array(expected))
        }
        for _ in 0..<20 {
            let typed = word(&source, letters: 4)
            let near = counts.keys.filter { slips(typed, Array($0.utf8)) <= 2 }
            let expected = ranked(Array(near)) { slips(typed, Array($0.utf8)) }
            let found = try index.corrections(of: typed, in: [.folded], slips: 2, most: 100_000, sources: sources)
            #expect(found == expected)
        }
    }
}
