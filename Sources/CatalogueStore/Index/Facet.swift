/// What hits can be counted by and narrowed to; the raw value is the query parameter of the API and the pages.
package enum Facet: String, CaseIterable, Codable, Sendable {
    case type
    case subject
    case level
    case language
    case licence
    case institution
    case territory
    case audience
    /// Free tags, by slug.
    case tag
    case competence
    /// Majors and their fields (Thông tư 09/2022/TT-BGDĐT).
    case programme
    /// `ok` or `dead`: whether the address of the resource leads somewhere.
    case link
}
