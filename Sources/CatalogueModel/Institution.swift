/// A row of the register of institutions: who publishes or uses learning resources.
///
/// Rows are dated, never overwritten: a university that is renamed gets a new row, and the old one names its successor.
package struct Institution: Hashable, Sendable {
    package var id: String
    /// The institution's own name, in its own language.
    package var name: String
    package var nameInVietnamese: String?
    package var nameInEnglish: String?
    /// Code of the `institution-types` scheme.
    package var type: String
    /// ISO 3166-1 alpha-2; nil for international bodies.
    package var country: String?
    /// Identifier in the register of territories, or an ISO 3166-2 code outside Cần Thơ.
    package var territory: String?
    package var website: String?
    package var officialCode: String?
    package var validFrom: PartialDate?
    package var validTo: PartialDate?
    package var successor: String?
    /// Where the facts of the row come from.
    package var source: String?

    package init(id: String, name: String, type: String) {
        self.id = id
        self.name = name
        self.type = type
    }
}
