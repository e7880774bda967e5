import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Publishing
import Vocabularies

/// The page where curators, and institutions their own resources, tag by query.
struct BulkTagView {
    /// Resources a preview names.
    private static let mostNamed = 50

    private let asked: BulkForm
    private let scope: BulkScope
    private let language: PreferredLanguage

    init(_ asked: BulkForm, _ scope: BulkScope, language: PreferredLanguage) {
        self.asked = asked
        self.scope = scope
        self.language = language
    }

    func values(_ searcher: Searcher) throws -> [String: Any] {
        let reference = try searcher.reference()
        var values: [String: Any] = [
            "pageTitle": PageText.text("bulkTitle", in: language), "noIndex": true, "query": asked.query,
            "name": asked.name, "scheme": asked.scheme, "verb": asked.verb.rawValue,
            "verbs": TagBatch.Verb.allCases.map {
                [
                    "value": $0.rawValue, "label": PageText.text($0 == .add ? "bulkAdd" : "bulkRemove", in: language),
                    "isSelected": $0 == asked.verb,
                ] as [String: Any]
            },
            "schemes":
                ([["value": "tags", "label": ResourceTagView.label(of: "tags", in: language)]]
                + ResourceTagView.schemes(in: language)).map { scheme in
                    scheme.merging(["isSelected": scheme["value"] == asked.scheme ? "1" : ""]) { $1 }
                        .mapValues { $0 as Any }.filter { ($0.value as? String) != "" }
                },
            "formHref": scope.path, "actionHref": TagAddress.href(scope.path, in: language),
            "batches": try Tags(searcher.store).batches(of: scope.institution).map { batch($0, reference) },
        ]
        if let institution = scope.institution {
            values["institution"] = reference.registers.institution(institution)?.name(in: language) ?? institution
            values["institutionHref"] = InstitutionView.href(of: institution, in: language)
        }
        return values
    }

    func preview(_ preview: Tags.Preview, of target: TagTarget, _ searcher: Searcher) throws -> [String: Any] {
        let reference = try searcher.reference()
        let named = try preview.changed.prefix(Self.mostNamed).compactMap { try searcher.resource($0)?.resource }
        let (hits, changed) = (preview.hits, preview.changed.count)
        return [
            "hasPreview": true, "target": text(of: target, reference), "token": preview.token,
            "leftOut": preview.leftOut == 0
                ? false
                : PageText.text("bulkLeftOut", in: language)
                    .replacing("{n}", with: Printing.number(preview.leftOut, in: language)),
            "hits": Printing.number(hits, in: language),
            "changes": Printing.number(changed, in: language), "changesNothing": preview.changed.isEmpty,
            "applyText": PageText.text("bulkApply", in: language)
                .replacing("{n}", with: Printing.number(changed, in: language)),
            "resources": named.map { resource in
                ResourceWords(resource, reference: reference, language: language).linked
                    .merging(["id": resource.id.rawValue]) { $1 }
            },
            "more": changed > named.count ? "… +\(Printing.number(changed - named.count, in: language))" : false,
        ]
    }

    private func text(of target: TagTarget, _ reference: ReferenceData) -> String {
        switch target {
        case .free(let name): name.text
        case .concept(let scheme, let code):
            ConceptWords(vocabularies: reference.vocabularies, language: language)
                .text(of: .init(scheme: scheme, code: code))
        }
    }

    private func batch(_ batch: TagBatch, _ reference: ReferenceData) -> [String: Any] {
        let target = try? TagTarget(scheme: batch.scheme, batch.name, vocabularies: reference.vocabularies)
        return [
            "number": batch.number, "query": batch.query, "name": target.map { text(of: $0, reference) } ?? batch.name,
            "verb": PageText.text(batch.verb == .add ? "bulkAdd" : "bulkRemove", in: language),
            "changed": Printing.number(batch.changed, in: language), "by": DepositWords.person(batch.doneBy),
            "day": PartialDate(vietnameseDayAt: batch.doneAt).map { Printing.date($0, in: language) } ?? "",
            "isUndone": batch.undoneAt != nil,
        ]
    }
}
