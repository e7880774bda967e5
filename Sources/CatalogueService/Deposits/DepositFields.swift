import CatalogueModel
import Vocabularies

/// The fields of the deposit form, in its order.
enum DepositFields {
    enum Kind: Sendable {
        case line
        /// - rows: lines that are shown.
        case text(rows: Int)
        /// Several lines of one value each, with suggestions.
        case concepts(count: Int)
        /// Values parted by commas.
        case tags
        /// One value a line.
        case list
        /// A web address.
        case address
    }

    struct Field: Sendable {
        let field: SourceField
        let kind: Kind
        var isRequired = false

        init(_ field: SourceField, _ kind: Kind, isRequired: Bool = false) {
            self.field = field
            self.kind = kind
            self.isRequired = isRequired
        }

        /// Identifier of the field in the page.
        var id: String { "f-" + field.rawValue }
    }

    /// What most teachers need, five minutes of it.
    static let main: [Field] = [
        Field(.name, .line, isRequired: true), Field(.url, .address, isRequired: true),
        Field(.description, .text(rows: 5)), Field(.learningResourceType, .concepts(count: 2)),
        Field(.about, .concepts(count: 3)), Field(.educationalLevel, .concepts(count: 2)),
        Field(.license, .concepts(count: 1)), Field(.keywords, .tags), Field(.creator, .list),
        Field(.inLanguage, .concepts(count: 2)),
    ]
    /// What stands behind “more”.
    static let more: [Field] = [
        Field(.audience, .concepts(count: 2)), Field(.courseMode, .concepts(count: 2)), Field(.datePublished, .line),
        Field(.timeRequired, .line), Field(.duration, .line), Field(.alternateName, .list),
        Field(.translationOfWork, .list), Field(.isBasedOn, .list), Field(.isPartOf, .list),
        Field(.isVersionOf, .list), Field(.coursePrerequisites, .list), Field(.otherIdentifier, .list),
        Field(.descriptionLanguage, .line), Field(.subjectOf, .address),
    ]
    static let all = main + more
}
