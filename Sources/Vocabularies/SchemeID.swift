/// The controlled vocabularies of the catalogue; the raw value names the file in `Corpus/Vocabularies` and the address
/// `/api/v1/vocabularies/{scheme}`.
package enum SchemeID: String, CaseIterable, Codable, Sendable {
    case subjects
    case levels
    case resourceTypes = "resource-types"
    case licences
    case openness
    case languages
    case audiences
    case studyModes = "study-modes"
    case institutionTypes = "institution-types"
    case competences
    /// Fields and majors of higher education (Thông tư 09/2022/TT-BGDĐT).
    case programmes
}
