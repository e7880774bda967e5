package import CatalogueModel
import GRDB
package import Vocabularies

/// Computes the facet values of a resource, from its codes and the registers.
package struct FacetValues: Sendable {
    private let vocabularies: VocabularySet
    private let registers: Registers
    private let deadAddresses: Set<String>

    /// - Parameter deadAddresses: of resources whose links are broken.
    package init(vocabularies: VocabularySet, registers: Registers, deadAddresses: Set<String> = []) {
        self.vocabularies = vocabularies
        self.registers = registers
        self.deadAddresses = deadAddresses
    }

    /// With the links that are known to be broken.
    init(_ reference: ReferenceData, in db: Database) throws {
        self.init(
            vocabularies: reference.vocabularies, registers: reference.registers,
            deadAddresses: try String.fetchSet(
                db.cachedStatement(sql: "SELECT url FROM linkCheck WHERE state = 'dead'")))
    }

    /// Every value the resource counts under, each once.
    ///
    /// Subjects and territories count under themselves and all that is broader, so a filter on *Agriculture* finds
    /// *Fisheries*. A level of the Vietnamese framework also counts under its ISCED level.
    package func values(of resource: LearningResource) -> [(facet: Facet, value: String)] {
        let subjects = vocabularies[.subjects]
        var values: [Facet: [String]] = [:]
        values[.type] = resource.resourceTypes
        values[.subject] = resource.subjects.flatMap { code in subjects.path(of: code).map(\.code) }
        values[.level] = resource.levels + resource.levels.compactMap { vocabularies.levelsInISCED[$0] }
        values[.language] = resource.languages.map(\.primary)
        values[.licence] = [openness(of: resource).rawValue]
        values[.institution] = [resource.publisher.id]
        values[.territory] = registers.territoryPath(ofInstitution: resource.publisher.id)
        values[.audience] = resource.audiences
        values[.tag] = resource.tags.map(\.slug)
        values[.competence] = path(of: resource.competences, in: .competences)
        values[.programme] = path(of: resource.programmes, in: .programmes)
        values[.link] = [isDead(resource) ? "dead" : "ok"]
        return Facet.allCases.flatMap { facet in
            var seen: Set<String> = []
            return (values[facet] ?? []).filter { seen.insert($0).inserted }.map { (facet, $0) }
        }
    }

    private func path(of codes: [String], in scheme: SchemeID) -> [String] {
        codes.flatMap { code in vocabularies[scheme].path(of: code).map(\.code) }
    }

    package func isDead(_ resource: LearningResource) -> Bool {
        !deadAddresses.isEmpty && deadAddresses.contains(resource.url)
    }

    /// Class E, unknown, where the licence is missing.
    package func openness(of resource: LearningResource) -> OpennessClass {
        resource.licence.flatMap { vocabularies.licences.licence(named: $0)?.openness } ?? .unknown
    }
}
