import CatalogueModel
import CatalogueSearch
import Publishing
import Vocabularies

/// The page where curators tag by query.
struct BulkTagView {
    /// Resources a preview names.
    private static let mostNamed = 50

    private let asked: BulkForm
    private let language: PreferredLanguage

    init(_ asked: BulkForm, language: PreferredLanguage) {
        self.asked = asked
        self.language = language
    }

    func values(_ searcher: Searcher) throws -> [String: Any] {
        [
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
            "actionHref": TagAddress.href("/review/tags/bulk", in: language),
            "batches": try Tags(searcher.store).batches().map(batch),
        ]
    }

    func preview(_ preview: Tags.Preview, _ searcher: Searcher) throws -> [String: Any] {
        let reference = try searcher.reference()
        let named = try preview.changed.prefix(Self.mostNamed).compactMap { try searcher.resource($0)?.resource }
        let (hits, changed) = (preview.hits, preview.changed.count)
        return [
            "hasPreview": true, "token": preview.token, "hits": Printing.number(hits, in: language),
            "changes": Printing.number(changed, in: language), "changesNothing": preview.changed.isEmpty,
            "applyText": PageText.text("bulkApply", in: language)
                .replacing("{n}", with: Printing.number(changed, in: language)),
            "resources": named.map { ResourceWords($0, reference: reference, language: language).linked },
            "more": changed > named.count ? "… +\(Printing.number(changed - named.count, in: language))" : false,
        ]
    }

    private func batch(_ batch: TagBatch) -> [String: Any] {
        [
            "number": batch.number, "query": batch.query, "name": batch.name,
            "verb": PageText.text(batch.verb == .add ? "bulkAdd" : "bulkRemove", in: language),
            "changed": Printing.number(batch.changed, in: language), "by": batch.doneBy,
            "day": PartialDate(vietnameseDayAt: batch.doneAt).map { Printing.date($0, in: language) } ?? "",
            "isUndone": batch.undoneAt != nil,
        ]
    }
}
