/// A row of the register of territories: a city, district or commune in one period.
package struct Territory: Hashable, Sendable {
    package var id: String
    package var name: String
    /// `country`, `city`, `district-urban`, `district-rural`, `ward`, `township` or `commune`.
    package var type: String
    /// Identifier of the territory it lies in.
    package var parent: String?
    /// Code of the General Statistics Office.
    package var officialCode: String?
    package var validFrom: PartialDate?
    /// Last day on which the row holds; nil while it does.
    package var validTo: PartialDate?
    package var successor: String?
    package var source: String?

    package init(id: String, name: String, type: String) {
        self.id = id
        self.name = name
        self.type = type
    }
}
