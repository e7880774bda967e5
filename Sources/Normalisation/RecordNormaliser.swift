package import CatalogueModel
package import Vocabularies

/// Makes learning resources of source records: cleans text, reads dates and lengths of time, finds licences and languages,
/// and checks every code against the vocabularies.
///
/// A record without identifier, title, address or publisher is refused; any other value that will not do is left out
/// with a warning. The same record always gives the same resource.
package struct RecordNormaliser: Sendable {
    /// Changes with what a record becomes: records that were taken in by another version are looked at again.
    package static let version = 3
    /// Characters of a title; a longer one is cut at a word.
    package static let titleLimit = 1_000
    /// Characters of a description; a longer one is cut at a word.
    package static let descriptionLimit = 20_000
    /// Values of one field; more are left out.
    package static let valueLimit = 100

    /// Stands in for the identifier of a record that is refused.
    private static let placeholder = ResourceID("refused")

    private let indexes: VocabularyIndexes
    private let detector = LanguageDetector()

    /// - Complexity: builds its look-up tables; keep one normaliser for a whole ingest.
    package init(vocabularies: VocabularySet) {
        indexes = VocabularyIndexes(vocabularies)
    }

    /// - Parameter defaults: what is true of every record of the source. With them, an identifier that could not be one
    ///   of ours is encoded instead of refused.
    /// - Throws: `RecordRejection` with every fault of the record, where at least one refuses it.
    package func normalise(
        _ record: SourceRecord, defaults: SourceDefaults? = nil
    ) throws(RecordRejection) -> NormalisedRecord {
        var reading = RecordReading(defaults?.applied(to: record) ?? record)
        let publisher = reading.publisher()
        let id = reading.identifier(publisher: publisher, isEncoded: defaults != nil)
        let titles = reading.titles(limit: Self.titleLimit)
        let identifiers = reading.identifiers()
        let url = reading.address(orFrom: identifiers)
        guard let anyID = id ?? Self.placeholder else { throw RecordRejection(problems: reading.problems) }
        // Everything is read even where the record is refused already, so that all its faults are told at once.
        var resource = LearningResource(
            id: anyID, title: titles.first ?? "", url: url ?? "", publisher: publisher ?? Publisher(id: "", name: ""))
        resource.identifiers = reading.identifiers(identifiers, alsoIn: [resource.url, anyID.rawValue])
        resource.alternativeTitles = reading.others(
            titles.dropFirst() + reading.texts(.alternateName, limit: Self.titleLimit), than: resource.title)
        describe(&resource, &reading)
        let unknownSubjects = classify(&resource, &reading)
        resource.licence = reading.licence(by: indexes.licences)?.licence.code
        resource.isBasedOn = reading.references(.isBasedOn)
        resource.translationOfWork = reading.references(.translationOfWork)
        resource.partOf = reading.references(.isPartOf)
        resource.versionOf = reading.references(.isVersionOf)
        resource.prerequisites = reading.references(.coursePrerequisites)
        resource.factsFrom = reading.addresses(.subjectOf).first
        guard !reading.isRefused else { throw RecordRejection(problems: reading.problems) }
        return NormalisedRecord(
            resource: resource, warnings: reading.problems, notes: reading.notes, unknownSubjects: unknownSubjects)
    }

    private func describe(_ resource: inout LearningResource, _ reading: inout RecordReading) {
        resource.description = reading.joinedText(.description, limit: Self.descriptionLimit)
        resource.creators = reading.creators(limit: Self.titleLimit)
        resource.keywords = reading.texts(.keywords, limit: Self.titleLimit)
        setLanguages(of: &resource, &reading)
        resource.datePublished = reading.date(.datePublished)
        resource.timeRequired = reading.duration(.timeRequired)
        resource.duration = reading.duration(.duration)
    }

    /// The languages the record states; those it does not state are told from the text where it tells them for sure.
    private func setLanguages(of resource: inout LearningResource, _ reading: inout RecordReading) {
        resource.languages = reading.languages(.inLanguage, in: indexes.languages)
        var ofDescription = reading.languages(.descriptionLanguage, in: indexes.languages).first
        let isStated = ofDescription != nil
        if !isStated, let description = resource.description { ofDescription = detector.language(of: description) }
        if resource.languages.isEmpty, let language = contentLanguage(of: resource, described: ofDescription) {
            resource.languages = [language]
            reading.note(.languageIsGuessed)
        }
        guard resource.description != nil, let ofDescription, ofDescription != resource.languages.first else { return }
        // `en` and `en-GB` are no two languages, unless the record says so.
        guard isStated || ofDescription.primary != resource.languages.first?.primary else { return }
        resource.descriptionLanguage = ofDescription
        if !isStated { reading.note(.descriptionLanguageIsGuessed) }
    }

    /// What the title tells, where the description does not contradict it; what the description tells, where the title may
    /// be in the same language.
    private func contentLanguage(of resource: LearningResource, described: LanguageTag?) -> LanguageTag? {
        guard let ofTitle = detector.language(of: resource.title) else {
            return described.flatMap { detector.allows($0, for: resource.title) ? $0 : nil }
        }
        // A Vietnamese title is Vietnamese whatever describes it; an English one may be of a course in any language.
        return ofTitle.primary == "en" && described != nil && described != ofTitle ? nil : ofTitle
    }

    /// - Returns: words given as subjects that are none.
    private func classify(_ resource: inout LearningResource, _ reading: inout RecordReading) -> [String] {
        resource.resourceTypes = reading.codes(.learningResourceType, in: indexes.resourceTypes)
        let subjects = reading.subjects(in: indexes.subjects)
        resource.subjects = subjects.codes
        if !subjects.words.isEmpty {
            let keywords = (resource.keywords + subjects.words).withoutDuplicates { $0.lowercased() }
            resource.keywords = Array(keywords.prefix(Self.valueLimit))
        }
        resource.levels = reading.codes(.educationalLevel, in: indexes.levels)
        resource.audiences = reading.codes(.audience, in: indexes.audiences)
        resource.studyModes = reading.codes(.courseMode, in: indexes.studyModes)
        return subjects.unknown
    }
}
