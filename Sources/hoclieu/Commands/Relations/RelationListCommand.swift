import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

struct RelationListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Các quan hệ của một học liệu, hoặc tất cả · relations of a resource, or all.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã học liệu; không có: tất cả · identifier; none: all.") var resource: String?
    @Flag(help: "Chỉ quan hệ bị bỏ vì thành vòng · only those left out because they would go round.") var circular =
        false
    @Option(help: "Nhiều nhất bao nhiêu · how many at most.") var limit = 200
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            if let resource, !circular {
                guard let id = ResourceID(resource) else { throw RelationError.unknownResource(resource) }
                try store.related(to: [id], limit: max(1, limit)).forEach(print)
            } else {
                let subject = try resource.map { text in
                    guard let id = ResourceID(text) else { throw RelationError.unknownResource(text) }
                    return id
                }
                try store.relations(of: subject, onlyCircular: circular, limit: max(1, limit)).forEach(print)
            }
        }
    }

    /// A relation seen from the resource asked for.
    private func print(_ related: RelatedResource) throws {
        if json {
            var object: [String: Any] = [
                "relation": related.isInverse ? related.kind.inverseName : related.kind.rawValue,
                "target": related.target.description, "state": related.state.rawValue,
                "origin": related.origin.rawValue,
            ]
            object["title"] = related.title
            object["note"] = related.note
            return try printJSON(object)
        }
        let label = related.isInverse ? related.kind.inverseLabel : related.kind.label
        let words = [
            label[options.language] + ":", related.target.description, related.title,
            related.stateLabel?[options.language],
            related.note.map { "– " + $0 },
        ]
        Swift.print(Terminal.plain(words.compactMap(\.self).joined(separator: " ")))
    }

    private func print(_ relation: ResourceRelation) throws {
        let circle = relation.circle?.map(\.rawValue)
        if json {
            var object: [String: Any] = [
                "subject": relation.subject.rawValue, "relation": relation.kind.rawValue,
                "target": relation.target.description, "origin": relation.origin.rawValue, "setBy": relation.setBy,
                "setAt": RunPrinter.instant(relation.setAt),
            ]
            object["resolved"] = relation.resolved?.rawValue
            object["circle"] = circle
            object["note"] = relation.note
            return try printJSON(object)
        }
        let words = [
            relation.subject.rawValue, relation.kind.label[options.language] + ":", relation.target.description,
            relation.resolved.flatMap { $0.rawValue == relation.target.description ? nil : "= \($0)" },
            "(\(relation.setBy))", circle.map { "⟳ " + $0.joined(separator: " → ") },
        ]
        Swift.print(Terminal.plain(words.compactMap(\.self).joined(separator: " ")))
    }

    private func printJSON(_ object: [String: Any]) throws {
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        Swift.print(String(decoding: bytes, as: UTF8.self))
    }
}
