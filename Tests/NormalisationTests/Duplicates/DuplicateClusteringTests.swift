import Normalisation
import TestSupport
import Testing

@Suite("Telling duplicates: clusters")
struct DuplicateClusteringTests {
    private typealias Pair = DuplicateClustering.Pair

    /// Probabilities of pairs of members; 0.5 for a pair that is not named.
    private func clusters(
        _ count: Int, _ pairs: [Pair], same: [(Int, Int)] = [], different: [(Int, Int)] = []
    ) -> [DuplicateClustering.Cluster] {
        DuplicateClustering.clusters(
            count: count, pairs: pairs.filter { $0.probability >= DuplicateScore.threshold }, same: same,
            different: different
        ) { a, b in
            pairs.first { $0.first == min(a, b) && $0.second == max(a, b) }?.probability ?? 0.5
        }
    }

    @Test("connected records are one cluster, as sure as its least sure join")
    func connected() {
        let found = clusters(
            5, [Pair(0, 1, probability: 0.99), Pair(1, 2, probability: 0.9), Pair(3, 4, probability: 0.85)])
        #expect(found.map(\.members) == [[0, 1, 2], [3, 4]])
        #expect(found.map(\.confidence) == [0.9, 0.85])
        #expect(found.allSatisfy { !$0.isByPerson })
    }

    @Test("a pair that cannot be one keeps its clusters apart")
    func impossible() {
        let found = clusters(
            3, [Pair(0, 1, probability: 0.99), Pair(1, 2, probability: 0.9), Pair(0, 2, probability: 0.001)])
        #expect(found.map(\.members) == [[0, 1]])
    }

    @Test("a chain whose ends have little in common is no cluster")
    func chain() {
        let pairs = (0..<9).map { Pair($0, $0 + 1, probability: 0.85) }
        let found = DuplicateClustering.clusters(count: 10, pairs: pairs, same: [], different: []) {
            abs($0 - $1) == 1 ? 0.85 : 0.1
        }
        #expect(!found.isEmpty && found.allSatisfy { $0.members.count == 2 })
    }

    @Test("what a person parted stays apart, what a person joined is one, whatever the rules say")
    func people() {
        let certain = [Pair(0, 1, probability: 0.99), Pair(1, 2, probability: 0.99), Pair(0, 2, probability: 0.99)]
        #expect(clusters(3, certain, different: [(0, 2)]).allSatisfy { !Set([0, 2]).isSubset(of: $0.members) })
        let joined = clusters(4, [Pair(0, 1, probability: 0.9)], same: [(3, 1)])
        #expect(joined.map(\.members) == [[0, 1, 3]])
        #expect(joined.map(\.isByPerson) == [true])
    }

    @Test("clusters hold no more than a bound")
    func bound() {
        let count = 150
        let found = DuplicateClustering.clusters(
            count: count, pairs: (1..<count).map { Pair(0, $0, probability: 0.9) }, same: [], different: []
        ) { _, _ in 0.9 }
        #expect(found.count == 1 && found[0].members.count == DuplicateClustering.mostMembers)
    }

    @Test("the order in which pairs and decisions come does not matter", arguments: 0..<60 as Range<UInt64>)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = 14
        var pairs: [Pair] = []
        for first in 0..<count {
            for second in (first + 1)..<count where Int.random(in: 0..<4, using: &random) == 0 {
                pairs.append(
                    Pair(
                        first, second,
                        probability: [0.01, 0.5, 0.81, 0.9, 0.9, 0.99].randomElement(using: &random) ?? 0))
            }
        }
        func decisions(_ number: Int) -> [(Int, Int)] {
            (0..<number).map { _ in
                let first = Int.random(in: 0..<count, using: &random)
                return (first, (first + Int.random(in: 1..<count, using: &random)) % count)
            }
        }
        let same = decisions(2)
        let different = decisions(3)
        let found = clusters(count, pairs, same: same, different: different)
        for cluster in found {
            #expect(different.allSatisfy { !Set([$0.0, $0.1]).isSubset(of: cluster.members) })
        }
        let all = found.flatMap(\.members)
        #expect(Set(all).count == all.count, "each in one cluster at most")
        for _ in 0..<5 {
            let again = clusters(
                count, pairs.shuffled(using: &random), same: same.shuffled(using: &random).map { ($0.1, $0.0) },
                different: different.shuffled(using: &random).map { ($0.1, $0.0) })
            #expect(again == found)
        }
    }
}
