package import CatalogueModel
package import Vocabularies

/// A plan: what is to be reached by when, on which legal basis.
package struct Plan: Identifiable, Hashable, Sendable {
    package struct Parameters: Hashable, Codable, Sendable {
        /// Live, openly licensed resources an institution needs to count as publishing.
        package var leastResources = 3
        /// Resources in its published collections an institution needs to count as using.
        package var leastListed = 3
        /// Openness classes that count as open.
        package var openness = ["A", "B"]
    }

    package let id: String
    package let title: LocalisedText
    package let basis: String
    /// `vn`, or a territory of the register.
    package let territory: String
    package let from: PartialDate
    package let to: PartialDate
    package let parameters: Parameters
    package let targets: [Target]
    package let isTemplate: Bool

    package func target(_ id: String) -> Target? { targets.first { $0.id == id } }
}

/// One numeric target of a plan.
package struct Target: Identifiable, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// Numerator and denominator come from registers, catalogue and usage.
        case computed
        /// An official enters it with a source, another confirms it.
        case reported
    }

    package enum Indicator: String, CaseIterable, Codable, Sendable {
        case publishing
        case using
        case publishingOrUsing = "publishing-or-using"
        case titles
        case majors
    }

    package enum Denominator: String, CaseIterable, Codable, Sendable {
        case districts
        /// Communes, districts and the city together.
        case communities
        case institutions
        case majors
        /// People, by a figure from outside.
        case people
    }

    package enum Goal: Hashable, Sendable {
        case share(Fraction)
        case number(Int)
    }

    /// A figure of ours that stands in while nobody has reported: labelled so wherever it is shown.
    package enum Proxy: String, CaseIterable, Codable, Sendable {
        /// Searches in the catalogue.
        case searches
        /// Open resources of the subjects named.
        case resources
    }

    package let id: String
    /// Where the plan says it.
    package let clause: String
    package let title: LocalisedText
    /// As the plan prints it.
    package let printed: String
    package let goal: Goal
    /// Whether the goal itself is not enough (“trên 40%”).
    package let isMoreThan: Bool
    package let denominator: Denominator?
    /// Institution types in scope.
    package let types: [String]
    package let kind: Kind
    package let indicator: Indicator?
    package let proxy: Proxy?
    package let proxySubjects: [String]
    /// Who leads.
    package let lead: String
    package let note: String?

    /// Whether a figure reaches the goal, rounded as the plan prints it: 5/9 meets “55,55%”, 6/9 meets “66%”, 4/5 does not
    /// meet “90%” (`plan-coverage.md` 1.3).
    package func isMet(_ numerator: Int, of denominator: Int?) -> Bool {
        switch goal {
        case .number(let number): return isMoreThan ? numerator > number : numerator >= number
        case .share(let share):
            guard let denominator, let reached = Fraction(numerator, denominator) else { return false }
            if isMoreThan { return share < reached }
            return reached >= share || Fraction(printed).map { reached >= $0 } ?? false
        }
    }

    /// The least numerator that reaches the goal.
    package func needed(of denominator: Int?) -> Int {
        switch goal {
        case .number(let number): return isMoreThan ? number + 1 : number
        case .share(let share):
            guard let denominator, denominator > 0 else { return 0 }
            let (high, low) = denominator.multipliedFullWidth(by: share.numerator)
            let exact = share.denominator.dividingFullWidth((high, low))
            var least = max(0, exact.quotient - 1)
            while least <= denominator, !isMet(least, of: denominator) { least += 1 }
            return least
        }
    }
}
