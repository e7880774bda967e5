import CatalogueStore

/// A number for each indexed field: occurrences, or words.
struct FieldCounts: Hashable, Sendable {
    private(set) var values: SIMD4<Double> = .zero

    subscript(field: IndexedField) -> Double {
        get { values[Self.lane(field)] }
        set { values[Self.lane(field)] = newValue }
    }

    /// The sum over fields, each times its weight.
    func weighted(by weights: FieldCounts) -> Double { (values * weights.values).sum() }

    var isZero: Bool { values == .zero }

    private static func lane(_ field: IndexedField) -> Int {
        switch field {
        case .title: 0
        case .subject: 1
        case .agent: 2
        case .body: 3
        }
    }
}

extension RankingWeights {
    var fields: FieldCounts {
        var counts = FieldCounts()
        counts[.title] = title
        counts[.subject] = subject
        counts[.agent] = agent
        counts[.body] = 1
        return counts
    }
}
