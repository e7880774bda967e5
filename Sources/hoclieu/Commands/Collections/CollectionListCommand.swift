import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

struct CollectionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Mọi bộ sưu tập, cả bản nháp · all collections, drafts too.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "Chỉ của đơn vị này · only of this institution.") var institution: String?
    @Flag(help: "Mỗi dòng một đối tượng JSON · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        let today = PartialDate(vietnameseDayAt: Date())
        for (collection, items) in try options.explained({ try Collections(store).all(of: institution) }) {
            let found = today.map { collection.phase(on: $0) }
            let phase = found?.rawValue ?? collection.state.rawValue
            if json {
                var object: [String: Any] = [
                    "slug": collection.slug, "title": collection.details.title, "phase": phase, "resources": items,
                    "purpose": collection.details.purpose.rawValue,
                    "changedAt": RunPrinter.instant(collection.changedAt),
                ]
                object["institution"] = collection.details.institution
                let bytes = try JSONSerialization.data(
                    withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
                print(String(decoding: bytes, as: UTF8.self))
            } else {
                let title = collection.details.title(in: options.language)
                print(
                    Terminal.plain(
                        "\(collection.slug): \(title) [\(found?.label[options.language] ?? phase), \(items)]"))
            }
        }
    }
}

struct CollectionShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "In một bộ sưu tập với các học liệu · print a collection with its resources.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Địa chỉ của bộ sưu tập · its address.") var slug: String

    func run() throws {
        let store = try options.open(.read)
        let (collection, items) = try options.explained { try Collections(store).collection(slug) }
        let details = collection.details
        print(Terminal.bold(Terminal.plain(details.title(in: options.language))))
        if let summary = details.summary(in: options.language) {
            summary.split(whereSeparator: \.isNewline).forEach { print(Terminal.plain(String($0))) }
        }
        let days = [details.opensOn, details.closesOn].map { $0?.description ?? "" }.joined(separator: "…")
        let facts = [
            PartialDate(vietnameseDayAt: Date()).map { collection.phase(on: $0).label[options.language] },
            details.purpose.label[options.language], details.audience, details.institution,
            days == "…" ? nil : days,
        ]
        print(Terminal.faint(Terminal.plain(facts.compactMap(\.self).joined(separator: " · "))))
        for (offset, item) in items.enumerated() {
            let gone = LocalisedText(vietnamese: "(đã rút)", english: "(withdrawn)")[options.language]
            let title = item.resource?.title ?? ""
            print(Terminal.plain("\(offset + 1). \(item.id) \(title)\(item.offered == nil ? " " + gone : "")"))
            if let note = item.note { print(Terminal.plain("   – \(note)")) }
        }
    }
}
