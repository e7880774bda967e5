import GRDB
import Normalisation

/// Traits of the resources that are being compared, read when they are first asked for.
final class TraitsCache {
    private let tables: DuplicateTables
    private var traits: [Int64: DuplicateTraits] = [:]

    init(_ tables: DuplicateTables) {
        self.tables = tables
    }

    /// Nil for a resource that is gone.
    func callAsFunction(_ resource: Int64) throws -> DuplicateTraits? {
        if let known = traits[resource] { return known }
        let read = try tables.traits(of: resource)
        traits[resource] = read
        return read
    }

    func hold(_ read: DuplicateTraits, for resource: Int64) { traits[resource] = read }

    /// 0 where one of the two is gone.
    func probability(_ a: Int64, _ b: Int64) throws -> Double {
        guard let first = try self(a), let second = try self(b) else { return 0 }
        return DuplicateScorer.score(first, second).probability
    }
}
