import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation

/// Clusters and pairs as `hoclieu duplicates --json` prints them.
enum DuplicateJSON {
    struct Member: Encodable {
        let id: String
        let title: String
        let url: String
        let publisher: String
        let creators: [String]
        let languages: [String]
        let date: String?

        init(_ resource: LearningResource) {
            id = resource.id.rawValue
            title = resource.title
            url = resource.url
            publisher = resource.publisher.id
            creators = resource.creators
            languages = resource.languages.map(\.rawValue)
            date = resource.datePublished?.description
        }
    }

    struct Score: Encodable {
        let probability: Double
        /// Points by reason: logarithms of odds.
        let reasons: [String: Double]

        init(_ score: DuplicateScore) {
            probability = score.probability
            reasons = Dictionary(score.parts.map { ($0.reason.rawValue, $0.points) }, uniquingKeysWith: +)
        }
    }

    struct Decision: Encodable {
        let verdict: String
        let by: String
        let at: Date
        let note: String?
    }

    struct Join: Encodable {
        let first: String
        let second: String
        let score: Score
        let decision: Decision?

        init(_ join: DuplicateCluster.Join) {
            first = join.first.rawValue
            second = join.second.rawValue
            score = Score(join.score)
            decision = join.decision.map {
                Decision(verdict: $0.verdict.rawValue, by: $0.decidedBy, at: $0.decidedAt, note: $0.note)
            }
        }
    }

    /// The main record comes first among `members`.
    struct Cluster: Encodable {
        let confidence: Double
        let decidedBy: String
        let formedAt: Date
        let members: [Member]
        let joins: [Join]

        init(_ cluster: DuplicateCluster) {
            confidence = cluster.confidence
            decidedBy = cluster.isByPerson ? "person" : "rule"
            formedAt = cluster.formedAt
            members = cluster.members.map { Member($0) }
            joins = cluster.joins.map { Join($0) }
        }
    }

    struct Pair: Encodable {
        let first: Member
        let second: Member
        let score: Score

        init(_ pair: DuplicatePair) {
            first = Member(pair.first)
            second = Member(pair.second)
            score = Score(pair.score)
        }
    }
}
