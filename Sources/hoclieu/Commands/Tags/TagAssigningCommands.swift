import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// Arguments of the commands that assign and take away.
struct TagArguments: ParsableArguments {
    @Argument(help: "Mã học liệu · identifier of the resource.") var resource: String
    @Argument(help: "Tên thẻ, hoặc tên hay mã khái niệm · names of tags, or names or codes of concepts.") var names:
        [String]
    @Option(help: "tags, subjects, levels, audiences, competences, programmes.") var scheme = "tags"
    @Option(
        help: "Ai gắn; không ghi thì nhật ký chỉ ghi “command” · who assigns; without it the log says only “command”.")
    var by: String?

    func id() throws -> ResourceID {
        guard let id = ResourceID(resource) else { throw TagError.unknownResource(resource) }
        return id
    }

    func targets(_ vocabularies: VocabularySet) throws -> [TagTarget] {
        guard names.count <= Tags.mostAtOnce else {
            throw TagError.tooMany(given: names.count, limit: Tags.mostAtOnce)
        }
        return try names.map { try TagTarget(scheme: scheme, $0, vocabularies: vocabularies) }
    }

    var actor: String { CommandActor.name(by) }
}

struct TagAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Gắn thẻ cho một học liệu · assign tags to a resource.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagArguments

    func run() throws {
        let store = try options.existing()
        let added = try options.explained {
            try Tags(store).assign(
                try tag.targets(store.referenceData().vocabularies), to: try tag.id(), by: tag.actor, at: Date())
        }
        print(
            LocalisedText(
                vietnamese: "Đã gắn \(added) thẻ mới cho “\(tag.resource)”.",
                english: "\(added) new on “\(tag.resource)”.")[options.language])
    }
}

struct TagRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Bỏ thẻ khỏi một học liệu · take tags from a resource.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var tag: TagArguments

    func run() throws {
        let store = try options.existing()
        try options.explained {
            let names = ConceptNames(try store.referenceData().vocabularies)
            for name in tag.names {
                let code = SchemeID(rawValue: tag.scheme).flatMap { names.code(of: name, in: $0) } ?? name
                try Tags(store).unassign(tag.scheme, code, from: try tag.id(), by: tag.actor, at: Date())
            }
        }
        print(LocalisedText(vietnamese: "Đã bỏ.", english: "Taken away.")[options.language])
    }
}
