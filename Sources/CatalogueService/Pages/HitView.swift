import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Vocabularies

/// One hit on a page.
struct HitView {
    let hit: SearchHit
    let reference: ReferenceData
    let language: PreferredLanguage

    init(_ hit: SearchHit, reference: ReferenceData, language: PreferredLanguage) {
        self.hit = hit
        self.reference = reference
        self.language = language
    }

    var values: [String: Any] {
        let words = ResourceWords(hit.resource, reference: reference, language: language)
        var values: [String: Any] = [
            "id": hit.resource.id.rawValue, "href": words.pageHref, "titleHTML": hit.title.html,
            "snippetHTML": hit.snippet.html,
            "meta": words.summary, "openness": words.openness.label, "opennessClass": words.openness.code,
        ]
        if let explanation = hit.explanation {
            values["why"] = explanation.parts.map { part in
                ["reason": part.reason[language], "points": Printing.decimal(part.points, in: language)]
            }
            values["score"] = Printing.decimal(hit.score, in: language)
        }
        values["titleLang"] = words.titleLanguage
        values["snippetLang"] = words.descriptionLanguage
        return values
    }
}
