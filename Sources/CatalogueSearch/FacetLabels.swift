import CatalogueModel
import CatalogueStore
import GRDB
import Vocabularies

/// Gives facet values the words people see.
struct FacetLabels: Sendable {
    let reference: ReferenceData
    /// Names of free tags by slug.
    var tagNames: [String: String] = [:]

    /// The label of `value`, or the value itself where no vocabulary or register knows it.
    func label(of value: String, in facet: Facet) -> LocalisedText? {
        switch facet {
        case .type: concept(value, in: .resourceTypes)
        case .subject: concept(value, in: .subjects)
        case .level: concept(value, in: .levels)
        case .language: concept(value, in: .languages)
        case .licence: concept(value, in: .openness)
        case .audience: concept(value, in: .audiences)
        case .competence: concept(value, in: .competences)
        case .programme: concept(value, in: .programmes)
        case .tag: tagNames[value].map { LocalisedText(vietnamese: $0, english: $0) }
        case .link:
            value == "dead"
                ? LocalisedText(vietnamese: "Liên kết hỏng", english: "Broken link")
                : LocalisedText(vietnamese: "Chưa thấy hỏng", english: "Not known to be broken")
        case .institution:
            reference.registers.institution(value).map {
                LocalisedText(vietnamese: $0.nameInVietnamese ?? $0.name, english: $0.nameInEnglish ?? $0.name)
            }
        case .territory:
            reference.registers.territory(value).map { LocalisedText(vietnamese: $0.name, english: $0.name) }
        }
    }

    private func concept(_ code: String, in scheme: SchemeID) -> LocalisedText? {
        reference.vocabularies[scheme][code]?.label
    }
}
