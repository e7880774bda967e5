import CatalogueModel
import Foundation
import Publishing
import Vocabularies

/// A version in a list.
struct VersionAnswer: Encodable {
    let version: Int
    let name: String
    let createdAt: Date
    let publishedAt: Date?
    let origin: String
    /// Only for those who may change the resource.
    let createdBy: String?

    init(_ version: DepositVersion, showsPeople: Bool) {
        self.version = version.number
        name = version.resource.title
        createdAt = version.createdAt
        publishedAt = version.publishedAt
        origin = version.origin.rawValue
        createdBy = showsPeople ? version.createdBy : nil
    }
}

/// Two versions field by field.
struct ComparisonAnswer: Encodable {
    struct Difference: Encodable {
        let field: String
        let label: String
        let before: [String]
        let after: [String]
    }

    let from: Int
    let to: Int
    /// Only the fields that differ.
    let differences: [Difference]

    init(_ older: DepositVersion, _ newer: DepositVersion, _ language: PreferredLanguage) {
        from = older.number
        to = newer.number
        differences = ResourceFields(older.resource).differences(from: ResourceFields(newer.resource)).map {
            Difference(
                field: $0.field.rawValue, label: FieldWords.label(of: $0.field, in: language), before: $0.before,
                after: $0.after)
        }
    }
}
