import CatalogueStore
import GRDB
import RankedPostings

/// The index as one read transaction sees it.
struct SearchIndex {
    let generation: IndexGeneration
    let totals: (resources: Int, terms: [Int])
    private let snapshot: PostingsSnapshot
    private let sources: [any ChunkSource]

    init(_ snapshot: PostingsSnapshot, in db: Database) throws {
        self.snapshot = snapshot
        generation = snapshot.generation
        sources = try snapshot.sources(in: db)
        totals = try generation.totals(in: db)
    }

    func search(_ query: PostingsQuery, top: Int, _ wanted: Wanted) throws -> RankedAnswer {
        try snapshot.index.search(query, top: top, wanted, sources: sources)
    }

    /// Resources that have a key.
    func documents(with key: TermKey) throws -> Int { try snapshot.index.documents(with: key, sources: sources) }

    /// Resources that have a word as it is written: with just these marks.
    func documents(withExact key: String) throws -> Int { try documents(with: TermKey(.exact, key)) }

    /// Resources that have a word whatever its marks or, where a stem is given, its form.
    func documents(withFolded key: String, stem: String?) throws -> Int {
        let folded = try documents(with: TermKey(.folded, key))
        return max(folded, try stem.map { try documents(with: TermKey(.folded, $0)) } ?? 0)
    }

    func evidence(_ hits: [RankedHit], _ collector: EvidenceCollector) throws -> [Evidence] {
        try collector.evidence(of: hits, TokenReader(collector.words, in: snapshot.index, sources: sources))
    }

    /// Terms that begin with a key, most frequent first.
    func completions(of key: TermKey, most: Int) throws -> [TermMatch] {
        try snapshot.index.completions(of: key, most: most, sources: sources)
    }

    /// The nearest word somebody has written, most frequent first, at most `slips` slips away.
    func corrections(of word: [UInt8], slips: Int) throws -> [TermMatch] {
        try snapshot.index.corrections(of: word, in: [.exact, .folded], slips: slips, most: 1, sources: sources)
    }
}
