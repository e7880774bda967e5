package import CatalogueModel
import GRDB

/// Pairs of resources that people judged, for measuring how well duplicates are found.
package struct JudgedPairs: Sendable {
    package struct Pair: Hashable, Sendable {
        package let first: ResourceID
        package let second: ResourceID
        package let isSame: Bool
    }

    /// How often a catalogue says what people say.
    package struct Agreement: Sendable, CustomStringConvertible {
        /// Pairs of which the catalogue has both.
        package fileprivate(set) var judged = 0
        package fileprivate(set) var found = 0
        package fileprivate(set) var foundRightly = 0
        package fileprivate(set) var same = 0

        /// Of the pairs found, the share that people call the same; 1 where none is found.
        package var precision: Double { found == 0 ? 1 : Double(foundRightly) / Double(found) }
        /// Of the pairs people call the same, the share that is found; 1 where there is none.
        package var recall: Double { same == 0 ? 1 : Double(foundRightly) / Double(same) }

        package var description: String {
            func share(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
            return "judged pairs: \(judged), the same: \(same); precision \(share(precision)) "
                + "(\(foundRightly) of \(found)), recall \(share(recall)) (\(foundRightly) of \(same))"
        }
    }

    package let pairs: [Pair]

    /// - Parameter text: lines of two identifiers and 1 for one resource, 0 for two, parted by tabs; `#` begins a comment.
    package init(_ text: String) {
        pairs = text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t")
            guard parts.count == 3, let first = ResourceID(String(parts[0])), let second = ResourceID(String(parts[1]))
            else { return nil }
            return Pair(first: first, second: second, isSame: parts[2] == "1")
        }
    }

    /// Compares the clusters of a catalogue with the judgements; pairs it has not both of are left out.
    package func agreement(with store: CatalogueStore) throws -> Agreement {
        try store.read { db in
            let find = try db.cachedStatement(
                sql: """
                    SELECT cluster FROM learningResource LEFT JOIN duplicateMember ON resource = rowID
                    WHERE id = ? AND withdrawnAt IS NULL
                    """)
            var agreement = Agreement()
            for pair in pairs {
                guard let first = try Row.fetchOne(find, arguments: [pair.first.rawValue]),
                    let second = try Row.fetchOne(find, arguments: [pair.second.rawValue])
                else { continue }
                let (a, b): (Int64?, Int64?) = (first[0], second[0])
                let isFound = a != nil && a == b
                agreement.judged += 1
                agreement.same += pair.isSame ? 1 : 0
                agreement.found += isFound ? 1 : 0
                agreement.foundRightly += isFound && pair.isSame ? 1 : 0
            }
            return agreement
        }
    }
}
