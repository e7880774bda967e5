import GRDB
import Normalisation

/// Works changed resources into the pairs: as if all had been compared anew.
///
/// Two resources are compared where they share a key that few carry. So a change concerns the resource itself, and the
/// others with a key that comes to be carried by too many, or no longer is.
struct DuplicateIncrement {
    let tables: DuplicateTables
    let traits: TraitsCache
    private(set) var update = DuplicateUpdate()
    /// Resources whose pairs may have changed: where clusters are to be looked at again.
    private(set) var concerned: Set<Int64> = []

    init(_ tables: DuplicateTables, traits: TraitsCache) {
        self.tables = tables
        self.traits = traits
    }

    mutating func apply(_ changed: [Int64]) throws {
        let touched = try updateKeys(of: changed)
        update.resources = touched.count
        concerned = touched
        for resource in touched {
            concerned.formUnion(try tables.neighbours(of: resource))
            try tables.deletePairs(of: resource)
        }
        for resource in touched.sorted() { try compare(resource, after: touched) }
    }

    /// - Returns: the resources whose pairs are to be found anew.
    private func updateKeys(of changed: [Int64]) throws -> Set<Int64> {
        var touched = Set(changed)
        var growth: [UInt64: Int] = [:]
        for resource in changed {
            let old = try tables.keys(of: resource)
            let new = try traits(resource).map(DuplicateKeys.keys) ?? []
            guard old != new else { continue }
            for key in Set(old).subtracting(new) {
                try tables.deleteKey(key, resource)
                growth[key, default: 0] -= 1
            }
            for key in Set(new).subtracting(old) {
                try tables.insertKey(key, resource)
                growth[key, default: 0] += 1
            }
            try tables.setKeys(of: resource, to: new)
        }
        let most = DuplicateKeys.mostResources
        for (key, change) in growth {
            let carriers = try tables.resources(with: key, limit: most + max(0, change) + 1)
            if (carriers.count <= most) != (carriers.count - change <= most) { touched.formUnion(carriers) }
        }
        return touched
    }

    private mutating func compare(_ resource: Int64, after touched: Set<Int64>) throws {
        guard let own = try traits(resource) else { return }
        var others: Set<Int64> = []
        let most = DuplicateKeys.mostResources
        for key in DuplicateKeys.keys(of: own) {
            let carriers = try tables.resources(with: key, limit: most + 1)
            if carriers.count <= most { others.formUnion(carriers) }
        }
        // Of two touched resources the smaller compares.
        for other in others where other != resource && !(other < resource && touched.contains(other)) {
            guard let theirs = try traits(other) else { continue }
            update.comparisons += 1
            let probability = DuplicateScorer.score(own, theirs).probability
            guard probability >= DuplicateScore.doubtful else { continue }
            update.pairs += 1
            concerned.insert(other)
            try tables.insertPair(resource, other, probability: probability)
        }
    }
}
