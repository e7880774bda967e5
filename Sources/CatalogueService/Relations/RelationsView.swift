import CatalogueModel
import Foundation
import Vocabularies

/// What a resource is related to, as its page shows it: one group a kind and direction.
struct RelationsView {
    let related: [RelatedResource]
    let language: PreferredLanguage

    /// Groups in the order of `related`.
    var groups: [[String: Any]] {
        var groups: [(label: String, items: [[String: Any]])] = []
        for one in related {
            let label = (one.isInverse ? one.kind.inverseLabel : one.kind.label)[language]
            if groups.last?.label != label { groups.append((label, [])) }
            groups[groups.count - 1].items.append(item(one))
        }
        return groups.map { ["label": $0.label, "items": $0.items] }
    }

    private func item(_ related: RelatedResource) -> [String: Any] {
        // Templates look for a missing value in what surrounds the list.
        var values: [String: Any] = ["href": false, "external": false, "titleLang": false]
        switch related.target {
        case .address(let address):
            values.merge(["href": address, "external": true, "title": address]) { $1 }
        case .resource(let id):
            values["title"] = related.title ?? id.rawValue
            // What is withdrawn still has a page that says why; what is missing has none.
            if related.state != .missing {
                values["href"] = ResourceWords.canonicalHref(of: id) + (language == .english ? "?lang=en" : "")
            }
        }
        values["state"] = related.stateLabel?[language] ?? false
        values["note"] = related.note ?? false
        if let main = related.languages.first, main.primary != language.rawValue { values["titleLang"] = main.rawValue }
        return values
    }
}
