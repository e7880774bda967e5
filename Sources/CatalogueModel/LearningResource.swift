/// One learning resource as the catalogue describes it, whatever format it came in.
///
/// Property names follow schema.org and LRMI where those have a term. Codes are those of `Corpus/Vocabularies`; lists
/// keep the order of the source and hold no duplicates; an empty list or nil says that the source did not state it.
package struct LearningResource: Hashable, Identifiable, Sendable {
    /// Stable across re-harvests.
    package private(set) var id: ResourceID
    /// As published, in its own language; NFC.
    package var title: String
    package var alternativeTitles: [String] = []
    package var description: String?
    /// Language of the description where it is not the main language of the content.
    package var descriptionLanguage: LanguageTag?
    /// Where the resource itself is.
    package var url: String
    /// Identifiers in systems of the world, in one spelling each: `doi:10.1000/182`, `isbn:9780306406157`, `issn:0317-8471`,
    /// `hdl:2027/x`, `urn:nbn:…`.
    package var identifiers: [String] = []
    package var publisher: Publisher
    /// Names as published, people or bodies.
    package var creators: [String] = []
    /// Languages of the content, main language first.
    package var languages: [LanguageTag] = []
    /// Code in the licence register, for example `CC-BY-4.0`; nil where the licence is unknown.
    package var licence: String?
    package var resourceTypes: [String] = []
    /// ISCED-F 2013 codes of 2 to 4 digits.
    package var subjects: [String] = []
    package var keywords: [String] = []
    /// `isced0`…`isced8`, `vqf1`…`vqf8`.
    package var levels: [String] = []
    package var audiences: [String] = []
    package var studyModes: [String] = []
    package var datePublished: PartialDate?
    /// Time a typical learner needs (LOM 5.9, LRMI `timeRequired`).
    package var timeRequired: ISODuration?
    /// Playing time of a recording (LOM 4.7).
    package var duration: ISODuration?
    package var isBasedOn: [String] = []
    package var translationOfWork: [String] = []
    /// What it is a part of, as `isBasedOn` an address, or an identifier of the catalogue.
    package var partOf: [String] = []
    package var versionOf: [String] = []
    /// What is to be learned first.
    package var prerequisites: [String] = []
    /// Free tags the catalogue assigned, in the order of their names; no source states them.
    package var tags: [ResourceTag] = []
    /// Codes of competences the catalogue assigned.
    package var competences: [String] = []
    /// Codes of majors (Thông tư 09/2022/TT-BGDĐT) the catalogue assigned.
    package var programmes: [String] = []
    /// The page the facts of this record were taken from (schema.org `subjectOf`).
    package var factsFrom: String?

    package init(id: ResourceID, title: String, url: String, publisher: Publisher) {
        self.id = id
        self.title = title
        self.url = url
        self.publisher = publisher
    }

    /// The same resource under another identifier: for one that has been given none yet.
    package func identified(as id: ResourceID) -> Self {
        var resource = self
        resource.id = id
        return resource
    }
}
