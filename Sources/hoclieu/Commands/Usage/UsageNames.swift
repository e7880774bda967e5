import CatalogueModel
import CatalogueStore
import UsageStatistics
import Vocabularies

extension ReferenceData {
    /// What a value of a dimension of use is called; nil where it has no name but itself.
    func name(of value: String, in dimension: String, _ language: PreferredLanguage) -> String? {
        let schemes: [String: SchemeID] = [
            "subject": .subjects, "level": .levels, "language": .languages, "licence": .openness,
            "audience": .audiences, "institution-type": .institutionTypes,
        ]
        if let scheme = schemes[dimension] { return vocabularies[scheme].label(of: value, in: language) }
        switch dimension {
        case "institution": return registers.institution(value)?.name
        case "channel": return UsageEvent.Channel(tableName: value)?.label[language]
        case "territory": return registers.territories[value]?.last?.name
        default: return nil
        }
    }
}
