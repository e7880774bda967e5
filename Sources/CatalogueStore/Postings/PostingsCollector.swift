import CatalogueModel
import RankedPostings

/// Collects the ranked postings of resources, one after another.
struct PostingsCollector {
    private var builder = SegmentBuilder(schema: .catalogue)

    var documentCount: Int { builder.documentCount }

    /// Begins a resource; its terms follow, then `end`.
    mutating func begin(_ resource: LearningResource, id: UInt32, facets: [Facet: [Int64]], values: FacetValues) {
        let facts = DocumentFacts(
            resource, openness: values.openness(of: resource), isDead: values.isDead(resource))
        builder.beginDocument(id: id, order: facts.order(facets: facets), attributes: facts.attributes)
        for value in facets.values.joined() { builder.addTerm(TermKey(facet: UInt32(truncatingIfNeeded: value))) }
    }

    mutating func add(_ item: IndexTerms.Item) {
        switch item {
        case .fieldEnd: builder.beginField()
        case .partEnd: builder.beginPart()
        case .word(let exact, let folded, let isUnmarked):
            builder.addToken(exact: exact, folded: folded, unmarked: isUnmarked ? exact : nil)
        case .concept(let term): builder.addTerm(TermKey(.concept, term))
        }
    }

    mutating func end() {
        builder.endDocument()
    }

    /// The segment of what was collected.
    consuming func segment() -> Segment { builder.finish() }

    /// An index of what was collected alone.
    func finish() -> RankedIndex {
        RankedIndex(schema: .catalogue, segments: [builder.finish()], dead: [[]], deadLength: 0)
    }
}
