package import CatalogueModel

/// A harvest that has ended, with everything that was wrong.
package struct HarvestReport: Sendable {
    package let run: HarvestRun
    package let problems: [ProblemGroup]
}
