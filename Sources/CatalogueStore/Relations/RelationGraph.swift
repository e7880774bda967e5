import CatalogueModel
import GRDB

/// The relations of one kind as a graph that must have no circles.
struct RelationGraph {
    /// Resources a search for circles looks at; a graph that goes on longer is taken for one that never ends.
    static let mostVisited = 10_000

    let kind: RelationKind

    /// The way by which a relation from `subject` to `target` would lead back: from `subject` over `target` to `subject`.
    ///
    /// - Returns: nil where it leads nowhere near; the shortest circle otherwise, and where more than `mostVisited`
    ///   resources follow, the way to the last of them.
    /// - Complexity: O(*n*) look-ups in the resources that follow from `target`.
    func circle(from subject: ResourceID, to target: ResourceID, in db: Database) throws -> [ResourceID]? {
        guard subject != target else { return [subject, subject] }
        let next = try db.cachedStatement(
            sql: """
                SELECT DISTINCT resolved FROM resourceRelation
                WHERE subject = ? AND kind = ? AND resolved IS NOT NULL AND circle IS NULL ORDER BY resolved
                """)
        var cameFrom: [String: String] = [target.rawValue: subject.rawValue]
        var queue = [target.rawValue]
        var head = 0
        while head < queue.count {
            let here = queue[head]
            head += 1
            for there in try String.fetchAll(next, arguments: [here, kind.rawValue]) {
                if there == subject.rawValue { return Self.way(to: here, cameFrom, from: subject) + [subject] }
                guard cameFrom[there] == nil else { continue }
                cameFrom[there] = here
                guard queue.count < Self.mostVisited else { return Self.way(to: there, cameFrom, from: subject) }
                queue.append(there)
            }
        }
        return nil
    }

    private static func way(to end: String, _ cameFrom: [String: String], from subject: ResourceID) -> [ResourceID] {
        var way: [ResourceID] = []
        var here = end
        while here != subject.rawValue, let before = cameFrom[here] {
            if let id = ResourceID(here) { way.append(id) }
            here = before
        }
        return [subject] + way.reversed()
    }
}
