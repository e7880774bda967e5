package import CatalogueModel
package import Vocabularies

/// Computes the facet values of a resource, from its codes and the registers.
package struct FacetValues: Sendable {
    private let vocabularies: VocabularySet
    private let registers: Registers

    package init(vocabularies: VocabularySet, registers: Registers) {
        self.vocabularies = vocabularies
        self.registers = registers
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
        return Facet.allCases.flatMap { facet in
            var seen: Set<String> = []
            return (values[facet] ?? []).filter { seen.insert($0).inserted }.map { (facet, $0) }
        }
    }

    /// Class E, unknown, where the licence is missing.
    package func openness(of resource: LearningResource) -> OpennessClass {
        resource.licence.flatMap { vocabularies.licences.licence(named: $0)?.openness } ?? .unknown
    }
}
