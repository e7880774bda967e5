package import Foundation

/// A relation as it stands: who states it and what it leads to.
package struct ResourceRelation: Hashable, Sendable {
    package enum Origin: String, Codable, Sendable {
        /// The record of the resource says so.
        case record
        /// Somebody who looks after the catalogue, or the publisher, set it.
        case hand
    }

    package let subject: ResourceID
    package let kind: RelationKind
    /// As stated; an address stays one where it leads to a resource of the catalogue.
    package let target: RelationTarget
    /// The resource of the catalogue the target is, where there is one.
    package let resolved: ResourceID?
    package let origin: Origin
    package let setAt: Date
    /// As the audit log names who set it; the publisher for what a record states.
    package let setBy: String
    package let note: String?
    /// The circle the relation would close, from its subject back to it: it is kept, and counts for nothing. Nil for
    /// relations that hold.
    package let circle: [ResourceID]?

    package init(
        subject: ResourceID, kind: RelationKind, target: RelationTarget, resolved: ResourceID?, origin: Origin,
        setAt: Date, setBy: String, note: String?, circle: [ResourceID]?
    ) {
        self.subject = subject
        self.kind = kind
        self.target = target
        self.resolved = resolved
        self.origin = origin
        self.setAt = setAt
        self.setBy = setBy
        self.note = note
        self.circle = circle
    }
}
