package import CatalogueModel
package import Foundation

/// That a tag or concept is assigned to a resource: by whom, when, and how sure they were.
package struct TagAssignment: Hashable, Codable, Sendable {
    package enum Origin: String, Codable, Sendable {
        case hand
        /// A reader suggested it and a curator accepted it.
        case suggestion
        /// The classifier suggested it; a person accepted it, or the institution's threshold did.
        case classifier
        /// Assigned to all that a query found.
        case bulk
    }

    package let resource: ResourceID
    /// `tags`, or the name of a scheme.
    package let scheme: String
    /// Number of the free tag, or code of the concept.
    package let code: String
    package let assignedAt: Date
    package let assignedBy: String
    package let origin: Origin
    /// From 0 to 1; nil where a person was sure.
    package let confidence: Double?
    /// Whether the record itself said so before.
    package let isStated: Bool
    package let batch: Int64?
}
