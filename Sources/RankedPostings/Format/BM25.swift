#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// BM25 as FTS5's `bm25()` computes it, operation for operation, so that scores are equal to the last bit
/// (SQLite documentation, *FTS5*, §5.1.1; `k1` and `b` are fixed there too).
enum BM25 {
    static let k1 = 1.2
    static let b = 0.75

    /// Inverse document frequency of a term found in `found` of `documents`; never below 0.000001.
    static func weight(documents: Int, found: Int) -> Double {
        let weight = log((Double(documents) - Double(found) + 0.5) / (Double(found) + 0.5))
        return weight <= 0 ? 1e-6 : weight
    }

    /// What `length` terms make of the denominator, where documents have `mean` terms on average.
    static func norm(length: Double, mean: Double) -> Double {
        k1 * (1 - b + b * length / mean)
    }

    /// Points of one term: `frequency` is the sum of the weights of the fields it stands in, once an occurrence.
    @inline(__always)
    static func points(_ weight: Double, frequency: Double, norm: Double) -> Double {
        weight * ((frequency * (k1 + 1)) / (frequency + norm))
    }
}
