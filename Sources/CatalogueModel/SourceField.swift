/// The fields of a source record, by their schema.org/LRMI names.
///
/// Readers and mapping files bring any institution's data into these; `Normalisation` reads nothing else.
package enum SourceField: String, CaseIterable, Hashable, Sendable {
    case identifier
    /// Identifiers in systems of the world: a DOI, ISBN, ISSN, handle, URN, as they are written.
    case otherIdentifier
    case name
    case alternateName
    case description
    case descriptionLanguage
    case url
    /// Identifier of the publishing institution.
    case publisher
    case publisherName
    case creator
    case inLanguage
    case license
    case learningResourceType
    case about
    case keywords
    case educationalLevel
    case audience
    case courseMode
    case datePublished
    case timeRequired
    case duration
    case isBasedOn
    case translationOfWork
    case isPartOf
    case isVersionOf
    /// Addresses of what is to be learned first.
    case coursePrerequisites
    case subjectOf
}
