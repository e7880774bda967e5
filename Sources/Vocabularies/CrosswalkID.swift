/// The crosswalks of `Corpus/Crosswalks`; the raw value names the file.
package enum CrosswalkID: String, CaseIterable, Codable, Sendable {
    case coarToResourceTypes = "coar-to-resource-types"
    case dataciteToResourceTypes = "datacite-to-resource-types"
    case dcmiToResourceTypes = "dcmi-to-resource-types"
    case ddcToISCED = "ddc-to-isced"
    case hochschulfaecherToISCED = "hochschulfaechersystematik-to-isced"
    case lccToISCED = "lcc-to-isced"
    case lomToResourceTypes = "lom-to-resource-types"
    case lrmiToResourceTypes = "lrmi-to-resource-types"
    case mediaTypesToResourceTypes = "media-types-to-resource-types"
    case openaireToResourceTypes = "openaire-to-resource-types"
    case tt09ToISCED = "tt09-to-isced"
    case vqfToISCED = "vqf-to-isced"
    case wordsToAudiences = "words-to-audiences"
    case wordsToISCED = "words-to-isced"
    case wordsToLevels = "words-to-levels"
    case wordsToResourceTypes = "words-to-resource-types"

    /// The vocabulary its targets belong to.
    package var target: SchemeID {
        switch self {
        case .ddcToISCED, .hochschulfaecherToISCED, .lccToISCED, .tt09ToISCED, .wordsToISCED: .subjects
        case .vqfToISCED, .wordsToLevels: .levels
        case .wordsToAudiences: .audiences
        default: .resourceTypes
        }
    }

    /// Whether its values are class numbers that only `SubjectIndex` can read: `512.9`, `QA76.73`, `7480201`.
    package var isClassification: Bool {
        switch self {
        case .ddcToISCED, .lccToISCED, .tt09ToISCED: true
        default: false
        }
    }
}
