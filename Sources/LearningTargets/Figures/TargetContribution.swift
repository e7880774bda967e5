/// What one institution is to one target: the line the figure has for it.
package struct TargetContribution: Sendable {
    package let plan: Plan
    package let target: Target
    package let evidence: Figure.Evidence
    /// Of the figure.
    package let day: String
}
