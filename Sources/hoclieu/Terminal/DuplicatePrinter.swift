import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation
import Vocabularies

/// Prints clusters, pairs and decisions for people and for programs.
struct DuplicatePrinter {
    let language: PreferredLanguage

    func print(_ cluster: DuplicateCluster) {
        let who =
            cluster.isByPerson ? text("có người quyết định", "decided by people") : text("theo quy tắc", "by rules")
        let day = cluster.formedAt.formatted(.iso8601.year().month().day())
        Swift.print(
            "\(percent(cluster.confidence))  \(Terminal.bold(plain(cluster.representative.title)))  (\(who), \(day))")
        for member in cluster.members { print(member) }
        for join in cluster.joins.prefix(10) {
            let decision = join.decision.map { " · \($0.verdict.label[language]) (\(plain($0.decidedBy)))" } ?? ""
            Swift.print("     \(join.first) ~ \(join.second): " + Terminal.faint(line(join.score) + decision))
        }
    }

    func print(_ pair: DuplicatePair) {
        let score = pair.score
        Swift.print("\(percent(score.probability))  \(Terminal.bold(plain(pair.first.title)))")
        for resource in [pair.first, pair.second] { print(resource) }
        Swift.print("     " + Terminal.faint(line(score)))
    }

    func print(_ decision: DuplicateDecision) {
        var line = "  \(decision.decidedAt.formatted(.iso8601)) \(plain(decision.decidedBy)): "
        line += "\(decision.first) – \(decision.second) \(decision.verdict.label[language])"
        if let note = decision.note { line += " “\(plain(note))”" }
        if let withdrawnAt = decision.withdrawnAt {
            line +=
                text("; đã hủy", "; taken back")
                + " \(withdrawnAt.formatted(.iso8601)) \(plain(decision.withdrawnBy ?? ""))"
        }
        Swift.print(line)
    }

    func printJSON(_ cluster: DuplicateCluster) throws { try encode(DuplicateJSON.Cluster(cluster)) }

    func printJSON(_ pair: DuplicatePair) throws { try encode(DuplicateJSON.Pair(pair)) }

    private func print(_ resource: LearningResource) {
        Swift.print("   \(resource.id)  \(plain(resource.title))")
        var facts = [resource.publisher.name]
        if !resource.creators.isEmpty { facts.append(resource.creators.prefix(3).joined(separator: ", ")) }
        facts += resource.languages.map(\.rawValue)
        if let date = resource.datePublished { facts.append(date.description) }
        Swift.print("     " + Terminal.faint(plain(facts.joined(separator: " · "))) + "  " + plain(resource.url))
    }

    private func line(_ score: DuplicateScore) -> String {
        percent(score.probability) + " "
            + score.parts.map { part in
                part.reason.label[language] + String(format: " %+.1f", part.points)
            }.joined(separator: ", ")
    }

    private func percent(_ probability: Double) -> String { String(format: "%.3f", probability) }

    private func plain(_ text: String) -> String { Terminal.plain(text) }

    private func text(_ vietnamese: String, _ english: String) -> String {
        LocalisedText(vietnamese: vietnamese, english: english)[language]
    }

    private func encode(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        Swift.print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
