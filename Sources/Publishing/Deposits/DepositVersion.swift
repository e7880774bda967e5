package import CatalogueModel
package import Foundation

/// One state of the content of a resource.
package struct DepositVersion: Sendable {
    /// How a version came to be.
    package enum Origin: String, Sendable {
        case form, api, spreadsheet, restored
        /// It stood in the catalogue before the institution took the resource into its own hands.
        case catalogue
    }

    /// From 1.
    package let number: Int
    package let resource: LearningResource
    package let createdAt: Date
    package let createdBy: String
    package let origin: Origin
    /// When learners first saw it; nil where they never did.
    package let publishedAt: Date?
}
