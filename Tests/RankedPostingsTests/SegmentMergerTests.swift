import Testing

@testable import RankedPostings

@Suite("Merging segments")
struct SegmentMergerTests {
    @Test("Merged segments answer as the segments did", arguments: UInt64(1)...15)
    func answersStay(seed: UInt64) throws {
        var source = RandomSource(seed: seed)
        let corpus = try RandomCorpus(&source)
        let before = corpus.index
        let dead = before.segments.indices.map { number in
            (0..<before.segments[number].documents).filter { !before.isLive($0, inSegment: number) }
        }
        let merged = SegmentMerger.merge(before.segments, dead: dead, schema: before.schema)
        let after = RandomCorpus.index(merged.map { [$0] } ?? [], dead: merged.map { _ in [[]] } ?? [])
        #expect(after.documents == before.documents)
        #expect(after.totalLength == before.totalLength)
        for _ in 0..<30 {
            let words = (0..<1 + source.below(5)).map { _ in
                TermKey(.folded, corpus.words[source.below(corpus.words.count)])
            }
            let pair = PostingsQuery(
                leaves: [.phrase(Phrase(.folded, words.prefix(2).map(\.text)))], match: .leaf(0))
            for query in [PostingsQuery(anyOf: words), PostingsQuery(allOf: words), pair] {
                let (old, new) = (
                    before.search(query, top: 50, [.total, .facets]), after.search(query, top: 50, [.total, .facets])
                )
                #expect(old.hits.map(\.id) == new.hits.map(\.id))
                #expect(old.hits.map(\.score) == new.hits.map(\.score))
                #expect(old.total == new.total)
                #expect(old.facets == new.facets)
            }
        }
    }

    @Test("A merged segment is the one that its documents would have made at once")
    func mergedEqualsBuilt() throws {
        var source = RandomSource(seed: 7)
        var all: [Int: RandomCorpus.Document] = [:]
        var parts: [Segment] = []
        for part in 0..<3 {
            var documents: [Int: RandomCorpus.Document] = [:]
            for number in 0..<400 {
                let words = (0..<20).map { _ in "w\(source.below(50))" }
                documents[part * 400 + number + 1] = .init(
                    fields: [words, [], Array(words.reversed())], facets: [UInt32(source.below(9))])
            }
            parts.append(RandomCorpus.segment(documents))
            all.merge(documents) { $1 }
        }
        let built = RandomCorpus.segment(all)
        let merged = try #require(
            SegmentMerger.merge(
                parts, dead: [[], [], []], schema: PostingsSchema(fieldWeights: RandomCorpus.fieldWeights)))
        #expect(merged.documents == built.documents)
        #expect(merged.terms == built.terms)
        #expect(merged.memory.byteCount == built.memory.byteCount)
        for ordinal in 0..<built.documents { #expect(merged.ids[ordinal] == built.ids[ordinal]) }
    }

    @Test("Merging dead documents only leaves no segment")
    func nothingLeft() throws {
        var source = RandomSource(seed: 3)
        let corpus = try RandomCorpus(&source)
        let everything = corpus.index.segments.map { Array(0..<$0.documents) }
        #expect(SegmentMerger.merge(corpus.index.segments, dead: everything, schema: corpus.index.schema) == nil)
    }
}
