import CatalogueModel
import Foundation
import Publishing

/// One change of a collection, as a form of its page sends it.
struct CollectionChangeForm: Sendable {
    enum Action: String, Sendable {
        case details
        case add
        case remove
        case move
        case note
        case publish
        case unpublish
    }

    /// What is asked for; nil for what is no change at all.
    let action: Action?
    private let version: Int?
    private let resource: String
    private let note: String
    private let position: String

    init(_ form: PostedForm) {
        action = form["action"].flatMap { Action(rawValue: $0) }
        version = form["version"].flatMap { Int($0) }
        resource = form["resource"] ?? ""
        note = form["note"] ?? ""
        position = form["position"] ?? ""
    }

    /// - Parameter details: what the collection says from now on, where that is the change.
    /// - Throws: `CollectionError`, and `Problem` for a form that is none of ours.
    func apply(
        to slug: String, _ details: CollectionDetails?, in collections: Collections, by actor: String, at instant: Date
    ) throws {
        switch action {
        case .details:
            guard let details else { throw Problem.damagedForm }
            try collections.edit(slug, from: version, by: actor, at: instant) { $0 = details }
        case .add:
            try collections.add(
                try identifiers(), to: slug, note: note, from: version, by: actor, at: instant)
        case .remove:
            try collections.remove(try identifier(resource), from: slug, version: version, by: actor, at: instant)
        case .move:
            guard let position = Int(position) else { throw Problem.damagedForm }
            try collections.move(
                try identifier(resource), in: slug, to: position, from: version, by: actor, at: instant)
        case .note:
            try collections.setNote(
                note, of: try identifier(resource), in: slug, from: version, by: actor, at: instant)
        case .publish: try collections.set(.published, of: slug, from: version, by: actor, at: instant)
        case .unpublish: try collections.set(.draft, of: slug, from: version, by: actor, at: instant)
        case nil: throw Problem.damagedForm
        }
    }

    /// Identifiers or addresses of pages of the catalogue, apart by white space or commas.
    private func identifiers() throws -> [ResourceID] {
        let texts = resource.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard !texts.isEmpty else { throw CollectionError.unknownResource(resource) }
        return try texts.map(identifier)
    }

    private func identifier(_ text: String) throws -> ResourceID {
        var name = text
        if let page = text.range(of: "/resources/") {
            let encoded = text[page.upperBound...].prefix { $0 != "?" && $0 != "#" }
            name = encoded.removingPercentEncoding ?? String(encoded)
        }
        guard let id = ResourceID(name) else { throw CollectionError.unknownResource(text) }
        return id
    }
}
