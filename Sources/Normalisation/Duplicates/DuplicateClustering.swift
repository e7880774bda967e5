/// Groups resources that are connected by pairs into clusters of the same resource.
///
/// Members are numbers from 0 in an order that does not depend on when they were read; so the clusters do not either.
package struct DuplicateClustering {
    package struct Pair: Hashable, Comparable, Sendable {
        /// `first < second`.
        package let first: Int
        package let second: Int
        package let probability: Double

        package init(_ a: Int, _ b: Int, probability: Double) {
            (first, second) = (min(a, b), max(a, b))
            self.probability = probability
        }

        /// The surest first; then in order of the members.
        package static func < (a: Self, b: Self) -> Bool {
            (-a.probability, a.first, a.second) < (-b.probability, b.first, b.second)
        }
    }

    package struct Cluster: Hashable, Sendable {
        /// Two and more, ascending.
        package let members: [Int]
        /// The least sure of the joins that made it; 1 where only people did.
        package let confidence: Double
        /// Whether a person's decision was needed for it.
        package let isByPerson: Bool
    }

    /// Resources in one cluster at most; what would come beyond stays apart.
    package static let mostMembers = 100
    /// Mean probability of all pairs between two groups below which they stay apart: a chain of likely pairs whose ends
    /// have nothing in common is no cluster.
    package static let leastMean = 0.6
    /// A pair less likely than this keeps its clusters apart.
    package static let impossible = 0.02

    private let count: Int
    private let decided: [Set<Int>]
    private let probability: (Int, Int) -> Double
    private var group: [Int]
    private var members: [[Int]]
    private var confidence: [Double]
    private var isByPerson: [Bool]

    /// - Parameters:
    ///   - count: members.
    ///   - same: pairs a person joined.
    ///   - different: pairs a person parted; they win over everything.
    ///   - probability: of any two members, symmetric.
    /// - Complexity: every pair of `pairs` costs at most `mostMembers`² / 4 calls of `probability`.
    package static func clusters(
        count: Int, pairs: [Pair], same: [(Int, Int)], different: [(Int, Int)],
        probability: @escaping (Int, Int) -> Double
    ) -> [Cluster] {
        var clustering = Self(count: count, different: different, probability: probability)
        for (a, b) in same.map({ (min($0, $1), max($0, $1)) }).sorted(by: <) { clustering.join(a, b) }
        for pair in pairs.sorted() { clustering.merge(pair) }
        return clustering.members.indices.filter { clustering.members[$0].count > 1 }.map { index in
            Cluster(
                members: clustering.members[index].sorted(), confidence: clustering.confidence[index],
                isByPerson: clustering.isByPerson[index])
        }.sorted { $0.members[0] < $1.members[0] }
    }

    private init(count: Int, different: [(Int, Int)], probability: @escaping (Int, Int) -> Double) {
        self.count = count
        self.probability = probability
        var decided = [Set<Int>](repeating: [], count: count)
        for (a, b) in different {
            decided[a].insert(b)
            decided[b].insert(a)
        }
        self.decided = decided
        group = Array(0..<count)
        members = (0..<count).map { [$0] }
        confidence = [Double](repeating: 1, count: count)
        isByPerson = [Bool](repeating: false, count: count)
    }

    /// Joins what a person said is the same.
    private mutating func join(_ a: Int, _ b: Int) {
        let (first, second) = (group[a], group[b])
        guard first != second, !areParted(first, second) else { return }
        union(first, second, confidence: 1, isByPerson: true)
    }

    private mutating func merge(_ pair: Pair) {
        let (first, second) = (group[pair.first], group[pair.second])
        guard first != second, members[first].count + members[second].count <= Self.mostMembers,
            !areParted(first, second)
        else { return }
        var sum = 0.0
        for a in members[first] {
            for b in members[second] {
                let value = probability(a, b)
                if value < Self.impossible, !isByPerson[first], !isByPerson[second] { return }
                sum += value
            }
        }
        let mean = sum / Double(members[first].count * members[second].count)
        guard mean >= Self.leastMean || isByPerson[first] || isByPerson[second] else { return }
        union(first, second, confidence: pair.probability, isByPerson: false)
    }

    /// Whether a person parted any two of both groups.
    private func areParted(_ first: Int, _ second: Int) -> Bool {
        let (few, many) = members[first].count < members[second].count ? (first, second) : (second, first)
        return members[few].contains { member in decided[member].contains { group[$0] == many } }
    }

    private mutating func union(_ first: Int, _ second: Int, confidence new: Double, isByPerson byPerson: Bool) {
        let (kept, gone) = (min(first, second), max(first, second))
        for member in members[gone] { group[member] = kept }
        members[kept] += members[gone]
        members[gone] = []
        confidence[kept] = min(confidence[kept], confidence[gone], new)
        isByPerson[kept] = isByPerson[kept] || isByPerson[gone] || byPerson
    }
}
