/// A language the product itself speaks: Vietnamese first, English by choice.
package enum PreferredLanguage: String, CaseIterable, Codable, Sendable {
    case vietnamese = "vi"
    case english = "en"
}
