import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Normalisation
import Vocabularies

/// An institution as the API tells it.
struct InstitutionAnswer: Encodable {
    private struct Count: Encodable {
        let value: String
        let label: String
        let count: Int
    }

    private struct Fix: Encodable {
        let field: String
        let records: Int
        let points: Int
        let message: String
        let remedy: String
    }

    private let id: String
    private let name: String
    private let type: String?
    private let territory: [String]
    private let country: String?
    private let website: String?
    private let resources: Int
    private let openAndLive: Int?
    private let types: [Count]?
    private let licences: [Count]?
    private let languages: [Count]?
    private let quality: Double?
    private let fixes: [Fix]?
    private let links: [String: Int]?
    private let sources: [String]?
    private let runs: [RunAnswer]?

    /// All there is to tell of one.
    init(_ profile: InstitutionProfile, registers: Registers, language: PreferredLanguage) {
        func counts(_ values: [FacetCount]) -> [Count] {
            values.map { Count(value: $0.value, label: $0.label[language], count: $0.count) }
        }
        let institution = profile.institution
        id = institution.id
        name = institution.name(in: language)
        type = institution.type.isEmpty ? nil : institution.type
        territory = registers.territoryPath(ofInstitution: institution.id)
        country = institution.country
        website = institution.website
        resources = profile.total
        openAndLive = profile.openAndLive
        (types, licences, languages) = (counts(profile.types), counts(profile.licences), counts(profile.languages))
        quality = profile.quality.records == 0 ? nil : (profile.quality.meanScore * 100).rounded() / 100
        fixes = profile.quality.cheapestFixes().map {
            Fix(
                field: $0.kind.field.rawValue, records: $0.records, points: $0.points,
                message: $0.kind.message[language], remedy: $0.kind.remedy[language])
        }
        links = Dictionary(
            uniqueKeysWithValues: LinkState.allCases.map { ($0.rawValue, profile.links.counts[$0] ?? 0) })
        sources = profile.sources.map(\.state.source.id)
        runs = profile.runs.map { RunAnswer($0, [], language) }
    }

    /// One of the directory: what identifies it and how many resources it has.
    init(_ entry: InstitutionDirectory.Entry, registers: Registers, language: PreferredLanguage) {
        let institution = entry.institution
        id = institution.id
        name = institution.name(in: language)
        type = institution.type.isEmpty ? nil : institution.type
        territory = registers.territoryPath(ofInstitution: institution.id)
        country = institution.country
        website = institution.website
        resources = entry.resources
        (openAndLive, types, licences, languages) = (nil, nil, nil, nil)
        (quality, fixes, links, sources, runs) = (nil, nil, nil, nil, nil)
    }
}
