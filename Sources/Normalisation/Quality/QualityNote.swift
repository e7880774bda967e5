/// What the normaliser made of a record that the record did not say itself: no fault, but worth knowing.
package enum QualityNote: String, CaseIterable, Hashable, Sendable {
    /// The language of the content was told from its title.
    case languageIsGuessed
    case descriptionLanguageIsGuessed
    /// The licence was found in running text, not by address or code.
    case licenceIsFromText
    /// The address was made from a DOI or handle.
    case urlIsFromIdentifier
}
