import Publishing
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Vocabularies

/// `/resources/{id}/relations`: where whoever publishes a resource, and curators, say how it stands to others.
struct RelationEditController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/resources/:id/relations", use: form)
        router.post("/resources/:id/relations", use: change)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let resource = try await catalogue.read { try $0.offered(id).resource }
        _ = try context.publisher(for: resource.publisher.id)
        return try await page(of: resource, fault: nil, request, context)
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let resource = try await catalogue.read { try $0.offered(id).resource }
        let principal = try context.publisher(for: resource.publisher.id)
        let form = try await request.postedForm(in: context)
        let now = clock()
        do {
            guard let kind = form["kind"].flatMap({ RelationKind(rawValue: $0) }) else { throw Problem.damagedForm }
            let text = form["target"]?.filter { !$0.isWhitespace } ?? ""
            guard let target = Self.target(text) else { throw RelationError.noTarget(text) }
            let note = form["note"].flatMap { $0.isEmpty ? nil : $0 }
            let isRemoval = form["action"] == "remove"
            try await catalogue.write { store in
                if isRemoval {
                    try store.unrelate(id, kind, to: target, by: principal.actor, at: now)
                } else {
                    try store.relate(id, kind, to: target, note: note, by: principal.actor, at: now)
                }
            }
            return .seeOther(Self.href(of: id, in: request.language))
        } catch let error as RelationError {
            return try await page(of: resource, fault: error.message, request, context)
        }
    }

    static func href(of id: ResourceID, in language: PreferredLanguage) -> String {
        ResourceWords.canonicalHref(of: id) + "/relations" + (language == .english ? "?lang=en" : "")
    }

    /// An identifier, the address of a resource's page here, or any address.
    private static func target(_ text: String) -> RelationTarget? {
        guard let page = text.range(of: "/resources/"), !text.hasPrefix("http") else { return RelationTarget(text) }
        let encoded = text[page.upperBound...].prefix { $0 != "?" && $0 != "#" }
        return RelationTarget(encoded.removingPercentEncoding ?? String(encoded))
    }

    private func page(
        of resource: LearningResource, fault: LocalisedText?, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let (pages, language) = (pages.seen(by: context), request.language)
        return try await catalogue.read { searcher in
            let stated = try searcher.store.relations(of: resource.id)
            let values: [String: Any] = [
                "pageTitle": PageText.text("relationsEdit", in: language) + ": " + resource.title,
                "resource": ResourceWords(resource, reference: try searcher.reference(), language: language).linked,
                "actionHref": Self.href(of: resource.id, in: language), "fault": fault?[language] ?? false,
                "kinds": RelationKind.allCases.map { ["value": $0.rawValue, "label": $0.label[language]] },
                "relations": stated.map { relation in
                    [
                        "kind": relation.kind.rawValue, "label": relation.kind.label[language],
                        "target": relation.target.description, "note": relation.note ?? false,
                        "isByHand": relation.origin == .hand,
                        "circle": relation.circle.map { RelationError.circle(relation.kind, $0).message[language] }
                            ?? false,
                    ] as [String: Any]
                },
            ]
            return try pages.page(
                "relations", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
        }
    }
}
