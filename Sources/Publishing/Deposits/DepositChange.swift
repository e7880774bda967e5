import Foundation

/// The parts of a deposit that decisions change.
struct DepositChange {
    var state: DepositState
    var publicVersion: Int?
    var reviewer: String?
    var note: String?

    init(_ deposit: Deposit) {
        state = deposit.state
        publicVersion = deposit.publicVersion
        reviewer = deposit.reviewer
        note = deposit.note
    }

    func deposit(from deposit: Deposit, at instant: Date) -> Deposit {
        Deposit(
            id: deposit.id, institution: deposit.institution, state: state, revision: deposit.revision + 1,
            version: deposit.version, publicVersion: publicVersion, title: deposit.title, url: deposit.url,
            submittedAt: deposit.submittedAt, submittedBy: deposit.submittedBy, changedAt: instant, reviewer: reviewer,
            note: note)
    }
}
