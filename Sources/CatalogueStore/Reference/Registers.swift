package import CatalogueModel

/// The registers of institutions and territories, as they stand in the catalogue.
package struct Registers: Sendable {
    /// All rows, by identifier; the latest row of an identifier comes last.
    package let institutions: [String: [Institution]]
    package let territories: [String: [Territory]]
    /// By territory, group, year and source.
    package let population: [PopulationFigure]

    package init(
        institutions: [Institution], territories: [Territory], population: [PopulationFigure] = []
    ) {
        self.population = population.sorted {
            ($0.territory, $0.group, $0.year, $0.source) < ($1.territory, $1.group, $1.year, $1.source)
        }
        self.institutions = Dictionary(grouping: institutions, by: \.id)
            .mapValues { rows in rows.sorted { Self.isEarlier($0.validFrom, $1.validFrom) } }
        self.territories = Dictionary(grouping: territories, by: \.id)
            .mapValues { rows in rows.sorted { Self.isEarlier($0.validFrom, $1.validFrom) } }
    }

    /// The latest row of an institution.
    package func institution(_ id: String) -> Institution? { institutions[id]?.last }

    package func territory(_ id: String) -> Territory? { territories[id]?.last }

    /// The territory an institution stands in and all that contain it, narrowest first; empty where none is known.
    package func territoryPath(ofInstitution id: String) -> [String] {
        var path: [String] = []
        var next = institution(id)?.territory
        while let territory = next, path.count < 8, !path.contains(territory) {
            path.append(territory)
            next = self.territory(territory)?.parent
        }
        return path
    }

    private static func isEarlier(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
        (a?.description ?? "") < (b?.description ?? "")
    }
}
