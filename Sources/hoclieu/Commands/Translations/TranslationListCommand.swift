import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

struct TranslationListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Danh sách, nơi cần nhất đứng trước · the backlog, the most wanted first.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "wanted, claimed, inReview, published, excluded.") var state: TranslationState?
    @Option(help: "Chỉ của đơn vị này · only what this institution translates.") var institution: String?
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 100
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        let entries = try options.explained {
            // What may not be translated has left the list; --state excluded shows it.
            try TranslationBacklog(store).entries(
                in: state.map { [$0] } ?? Set(TranslationState.allCases).subtracting([.excluded]), of: institution,
                at: Date(), limit: max(1, limit))
        }
        if entries.isEmpty, !json {
            Terminal.writeError(
                LocalisedText(vietnamese: "Danh sách không có mục nào.\n", english: "The list has no entries.\n")[
                    options.language])
        }
        for entry in entries { json ? try printJSON(entry) : print(entry) }
        guard state == nil, institution == nil else { return }
        let candidates = try options.explained { try TranslationBacklog(store).candidates(limit: max(1, limit)) }
        for candidate in candidates { json ? try printJSON(candidate) : print(candidate) }
    }

    private func print(_ entry: TranslationEntry) {
        let words = [
            entry.original.id.rawValue, "[\(entry.state.label[options.language])]", entry.institution,
            entry.state == .claimed ? entry.claimedUntil.map { "→ \($0)" } : nil, entry.original.title,
            "(\(entry.original.languages.map(\.rawValue).joined(separator: ", ")); \(entry.original.licence ?? "?"))",
            entry.translation.map { "= \($0)" },
        ]
        Swift.print(Terminal.plain(words.compactMap(\.self).joined(separator: " ")))
        for wish in entry.wishes {
            Swift.print(Terminal.plain("   \(wish.wantedBy)\(wish.note.map { ": \($0)" } ?? "")"))
        }
    }

    private func print(_ candidate: TranslationCandidate) {
        let (original, demand) = (candidate.original, candidate.demand)
        let state = LocalisedText(vietnamese: "chưa ai đề nghị", english: "not asked for yet")[options.language]
        let counts = LocalisedText(
            vietnamese: "\(demand.queries) lượt tìm, \(demand.uses) lượt dùng",
            english: "\(demand.queries) searches, \(demand.uses) uses")[options.language]
        Swift.print(Terminal.plain("\(original.id) [\(state)] \(original.title) (\(counts))"))
    }

    private func printJSON(_ candidate: TranslationCandidate) throws {
        let object: [String: Any] = [
            "id": candidate.original.id.rawValue, "title": candidate.original.title, "state": "candidate",
            "queries": candidate.demand.queries, "uses": candidate.demand.uses, "demand": candidate.demand.score,
        ]
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        Swift.print(String(decoding: bytes, as: UTF8.self))
    }

    private func printJSON(_ entry: TranslationEntry) throws {
        var object: [String: Any] = [
            "id": entry.original.id.rawValue, "title": entry.original.title, "state": entry.state.rawValue,
            "wishes": entry.wishes.map(\.wantedBy), "queries": entry.demand.queries, "uses": entry.demand.uses,
            "demand": entry.demand.score,
        ]
        object["institution"] = entry.institution
        object["claimedUntil"] = entry.claimedUntil?.description
        object["translation"] = entry.translation?.rawValue
        object["excludedBy"] = entry.excludedBy
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        Swift.print(String(decoding: bytes, as: UTF8.self))
    }
}

extension TranslationState: ExpressibleByArgument {}
