import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// The page of one resource in the backlog, or of one that could be: where it stands, and what the visitor may do.
struct TranslationEntryView {
    let original: LearningResource
    /// Nil where the backlog has none.
    let entry: TranslationEntry?
    let principal: Principal
    let reference: ReferenceData
    let language: PreferredLanguage

    var values: [String: Any] {
        let words = ResourceWords(original, reference: reference, language: language)
        let institutions = reference.registers.institutions.values.compactMap(\.last)
            .map { (id: $0.id, name: $0.name(in: language)) }.sorted { $0.name < $1.name }
        let status = entry.map { entry in
            TranslationsView(
                entries: [entry], state: nil, counts: [:], reference: reference, language: language
            ).values["entries"] as? [[String: Any]] ?? []
        }
        return [
            "pageTitle": PageText.text("translationEntry", in: language) + ": " + original.title,
            "original": words.linked, "licence": words.licence?.label[language] ?? words.openness.label,
            "entry": status?.first ?? false,
            "actionHref": Self.href(of: original.id, in: language), "mayChooseInstitution": principal.mayCurate,
            "institutions": institutions.map { ["value": $0.id, "label": $0.name] as [String: Any] },
            "mayWant": mayWant, "hasWished": hasWished, "mayClaim": mayClaim, "mayReview": mayReview,
            "mayRelease": mayRelease, "mayPublish": principal.mayCurate && entry?.state == .inReview,
        ]
    }

    static func href(of id: ResourceID, in language: PreferredLanguage) -> String {
        "/translations/" + FormEncoding.pathSegment(id.rawValue) + (language == .english ? "?lang=en" : "")
    }

    /// Whose wish it would be.
    static func wisher(_ principal: Principal) -> String { principal.institution ?? principal.actor }

    private var mayWant: Bool { entry?.state != .published && !hasWished }

    private var hasWished: Bool {
        entry?.wishes.contains { $0.wantedBy == Self.wisher(principal) } ?? false
    }

    private var isOwn: Bool { entry?.institution.map(principal.mayPublish) ?? false }

    private var mayClaim: Bool {
        switch entry?.state {
        case .wanted: true
        case .claimed, .inReview: isOwn
        default: false
        }
    }

    private var mayReview: Bool { entry?.state == .claimed && isOwn }

    private var mayRelease: Bool { (entry?.state == .claimed || entry?.state == .inReview) && isOwn }
}
