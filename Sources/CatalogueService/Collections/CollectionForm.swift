import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// The form in which people make and edit a collection: what it shows, and what it says when it comes back.
struct CollectionForm {
    /// What stands in the fields, as it was typed.
    private(set) var fields: [String: String]

    private static let names = [
        "title", "titleEn", "summary", "summaryEn", "purpose", "audience", "institution", "opensOn", "closesOn", "slug",
    ]

    /// As it came back.
    init(_ form: PostedForm) {
        fields = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, form[$0] ?? "") })
    }

    /// Filled with what a collection says; empty for a new one.
    init(_ details: CollectionDetails?, institution: String?) {
        fields = [
            "title": details?.title, "titleEn": details?.titleInEnglish, "summary": details?.summary,
            "summaryEn": details?.summaryInEnglish, "purpose": details?.purpose.rawValue,
            "audience": details?.audience, "institution": details?.institution ?? institution,
            "opensOn": details?.opensOn?.description, "closesOn": details?.closesOn?.description,
        ].compactMapValues(\.self)
    }

    /// The details it says.
    ///
    /// - Throws: `CollectionError.noDay`.
    func details() throws -> CollectionDetails {
        var details = CollectionDetails(
            title: fields["title"] ?? "", purpose: CollectionPurpose(rawValue: fields["purpose"] ?? "") ?? .audience)
        details.titleInEnglish = text("titleEn")
        details.summary = text("summary")
        details.summaryInEnglish = text("summaryEn")
        details.audience = text("audience")
        details.institution = text("institution")
        details.opensOn = try CollectionDetails.day(fields["opensOn"] ?? "")
        details.closesOn = try CollectionDetails.day(fields["closesOn"] ?? "")
        return details
    }

    /// The address asked for; nil for one made of the title.
    var slug: String? { text("slug") }

    private func text(_ name: String) -> String? {
        fields[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// Values for the template.
    ///
    /// - Parameter principal: a publisher's collections are the own institution's.
    func values(_ reference: ReferenceData, for principal: Principal, in language: PreferredLanguage) -> [String: Any] {
        let institutions = reference.registers.institutions.values.compactMap(\.last)
            .map { (code: $0.id, label: $0.name(in: language)) }.sorted { $0.label < $1.label }
        return [
            "fields": fields, "mayChooseInstitution": principal.mayCurate,
            "purposes": options(
                CollectionPurpose.allCases.map { ($0.rawValue, $0.label[language]) }, selected: fields["purpose"]),
            "audiences": options(
                reference.vocabularies[.audiences].concepts.map { ($0.code, $0.label[language]) },
                selected: fields["audience"]),
            "institutions": options(institutions, selected: fields["institution"]),
        ]
    }

    private func options(_ values: [(code: String, label: String)], selected: String?) -> [[String: Any]] {
        values.map { ["value": $0.code, "label": $0.label, "isSelected": $0.code == selected] }
    }
}
