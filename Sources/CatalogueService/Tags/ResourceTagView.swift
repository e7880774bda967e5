import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// The page where a resource is tagged, or tags are suggested.
struct ResourceTagView {
    let taggable: Taggable
    let assigned: [(assignment: TagAssignment, tag: Tag?)]
    let suggestions: [TagSuggestion]
    /// What the text proposes; nil where it is not asked.
    let fromText: (concepts: [ConceptSuggestion], tags: [TagProposal])?
    let mayEdit: Bool
    let reference: ReferenceData
    let language: PreferredLanguage

    private var resource: LearningResource { taggable.resource }

    var values: [String: Any] {
        let concepts = ConceptWords(vocabularies: reference.vocabularies, language: language)
        return [
            "pageTitle": PageText.text("resourceTags", in: language) + ": " + resource.title,
            "noIndex": true, "resource": linked, "isWaiting": taggable.isWaiting, "mayEdit": mayEdit,
            "actionHref": Self.href(of: resource.id, in: language), "none": assigned.isEmpty,
            "tags": assigned.map { row($0.assignment, $0.tag) },
            "hasSuggestions": mayEdit && !suggestions.isEmpty, "suggestions": suggestions.map(suggestion),
            "hasFromText": !proposals.isEmpty, "fromText": proposals,
            "concepts": concepts.options, "examples": concepts.examples,
        ]
    }

    /// What waits has no page but the deposit's.
    private var linked: [String: Any] {
        var linked = ResourceWords(resource, reference: reference, language: language).linked
        if taggable.isWaiting { linked["href"] = DepositWords.href(of: resource.id, language) }
        return linked
    }

    static func href(of id: ResourceID, in language: PreferredLanguage) -> String {
        ResourceWords.canonicalHref(of: id) + "/tags" + (language == .english ? "?lang=en" : "")
    }

    /// The schemes concepts can be chosen from.
    static func schemes(in language: PreferredLanguage) -> [[String: String]] {
        AssignedTags.conceptSchemes.map { ["value": $0.rawValue, "label": label(of: $0.rawValue, in: language)] }
    }

    static func label(of scheme: String, in language: PreferredLanguage) -> String {
        let keys = [
            "tags": "facet.tag", "subjects": "facet.subject", "levels": "facet.level", "audiences": "facet.audience",
            "competences": "facet.competence", "programmes": "facet.programme",
        ]
        return keys[scheme].map { PageText.text($0, in: language) } ?? scheme
    }

    private func row(_ assignment: TagAssignment, _ tag: Tag?) -> [String: Any] {
        let name =
            tag?.name
            ?? SchemeID(rawValue: assignment.scheme).map {
                reference.vocabularies[$0].label(of: assignment.code, in: language)
            } ?? assignment.code
        let facet = ["subjects": "subject", "levels": "level", "audiences": "audience", "competences": "competence"]
        let address = PageAddress(
            path: SearchAddress.path, items: [(facet[assignment.scheme] ?? "programme", assignment.code)])
        var values: [String: Any] = [
            "scheme": assignment.scheme, "code": tag?.slug ?? assignment.code, "name": name,
            "kind": Self.label(of: assignment.scheme, in: language),
            "href": tag.map { TagAddress.href(TagAddress.page($0.slug), in: language) }
                ?? address.with("lang", language == .english ? "en" : nil).href,
        ]
        guard mayEdit else { return values }
        values["who"] = DepositWords.person(assignment.assignedBy)
        values["when"] = PartialDate(vietnameseDayAt: assignment.assignedAt).map { Printing.date($0, in: language) }
        values["sure"] = assignment.confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? false
        return values
    }

    private var proposals: [[String: Any]] {
        guard let fromText else { return [] }
        let concepts = fromText.concepts.map { concept in
            proposal(
                concept.scheme.rawValue, concept.code,
                reference.vocabularies[concept.scheme].label(of: concept.code, in: language), concept.confidence,
                concept.because.joined(separator: ", "))
        }
        return concepts
            + fromText.tags.map { proposal(AssignedTags.freeTags, $0.name, $0.name, $0.confidence, $0.because) }
    }

    private func proposal(
        _ scheme: String, _ code: String, _ name: String, _ confidence: Double, _ because: String
    ) -> [String: Any] {
        [
            "scheme": scheme, "code": code, "name": name, "kind": Self.label(of: scheme, in: language),
            "sure": "\(Int((confidence * 100).rounded())) %", "confidence": String(format: "%.3f", confidence),
            "because": because.isEmpty ? false : because,
        ]
    }

    private func suggestion(_ suggestion: TagSuggestion) -> [String: Any] {
        [
            "number": suggestion.number, "name": suggestion.name, "times": suggestion.times,
            "kind": Self.label(of: suggestion.scheme, in: language),
        ]
    }
}
