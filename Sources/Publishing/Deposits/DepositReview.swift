package import CatalogueModel

/// What curators decide.
extension DepositDesk {
    /// Takes a deposit up, so that others see somebody is at it.
    package mutating func takeUp(_ id: ResourceID, if condition: DepositCondition) throws -> Deposit {
        let (deposit, resource) = try awaiting(id, if: condition)
        return try change(deposit, resource, "review.takeUp") {
            $0.state = .inReview
            $0.reviewer = principal.actor
        }
    }

    /// Publishes what was sent; the note is kept for the institution.
    package mutating func approve(_ id: ResourceID, note: String, if condition: DepositCondition) throws -> Deposit {
        let (deposit, resource) = try awaiting(id, if: condition)
        let text = note.isEmpty ? nil : try Self.checked(note)
        try publish(deposit.version, resource)
        return try change(deposit, resource, "review.publish") {
            $0.state = .published
            $0.publicVersion = deposit.version
            $0.reviewer = principal.actor
            $0.note = text
        }
    }

    /// Sends a deposit back with reasons; what learners saw before they still see.
    package mutating func giveBack(
        _ id: ResourceID, because reasons: String, if condition: DepositCondition
    ) throws -> Deposit {
        let (deposit, resource) = try awaiting(id, if: condition)
        let text = try Self.checked(reasons)
        return try change(deposit, resource, "review.return") {
            $0.state = .returned
            $0.reviewer = principal.actor
            $0.note = text
        }
    }

    private mutating func awaiting(
        _ id: ResourceID, if condition: DepositCondition
    ) throws -> (Deposit, LearningResource) {
        guard principal.mayCurate else { throw DepositError.curatorsOnly }
        guard let found = try own(id, if: condition, takesOver: false) else { throw DepositError.unknown(id.rawValue) }
        guard found.0.state.awaitsDecision else { throw DepositError.wrongState(id.rawValue, found.0.state) }
        return found
    }
}
