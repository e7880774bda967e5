import CatalogueModel
import CatalogueStore
import Vocabularies

/// The words in which pages speak of a resource.
struct ResourceWords {
    let resource: LearningResource
    let language: PreferredLanguage
    private let reference: ReferenceData

    init(_ resource: LearningResource, reference: ReferenceData, language: PreferredLanguage) {
        self.resource = resource
        self.reference = reference
        self.language = language
    }

    /// Address of the resource's page.
    var pageHref: String {
        "/resources/" + FormEncoding.pathSegment(resource.id.rawValue) + (language == .english ? "?lang=en" : "")
    }

    /// The institution's name in the reader's language where the register has it.
    var publisher: String {
        guard let institution = reference.registers.institution(resource.publisher.id) else {
            return resource.publisher.name
        }
        let translated = language == .vietnamese ? institution.nameInVietnamese : institution.nameInEnglish
        return translated ?? institution.name
    }

    /// One line: publisher, types, languages, year.
    var summary: String {
        var parts = [publisher]
        parts += labels(of: resource.resourceTypes, in: .resourceTypes)
        parts += labels(of: resource.languages.map(\.primary), in: .languages)
        if let date = resource.datePublished { parts.append(String(date.year)) }
        return parts.joined(separator: " · ")
    }

    var openness: (code: String, label: String) {
        let openness = licence?.openness ?? .unknown
        return (
            openness.rawValue, reference.vocabularies[.openness].label(of: openness.rawValue, in: language)
        )
    }

    var licence: Licence? { resource.licence.flatMap { reference.vocabularies.licences.licence(named: $0) } }

    /// The title's language where it is not the page's: screen readers change their voice by it (WCAG 3.1.2).
    var titleLanguage: String? {
        guard let main = resource.languages.first, main.primary != language.rawValue else { return nil }
        return main.rawValue
    }

    var descriptionLanguage: String? {
        guard let tag = resource.descriptionLanguage ?? resource.languages.first, tag.primary != language.rawValue
        else { return nil }
        return tag.rawValue
    }

    func labels(of codes: [String], in scheme: SchemeID) -> [String] {
        codes.map { reference.vocabularies[scheme].label(of: $0, in: language) }
    }
}
