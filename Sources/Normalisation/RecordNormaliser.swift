package import CatalogueModel
package import Vocabularies

/// Makes learning resources of source records: cleans text, reads dates and lengths of time, and checks every code
/// against the vocabularies.
///
/// A record without identifier, title, address or publisher is refused; any other value that will not do is left out
/// with a warning. The same record always gives the same resource.
package struct RecordNormaliser: Sendable {
    /// Changes with what a record becomes: records that were taken in by another version are looked at again.
    package static let version = 1
    /// Characters of a title; a longer one is cut at a word.
    package static let titleLimit = 1_000
    /// Characters of a description; a longer one is cut at a word.
    package static let descriptionLimit = 20_000
    /// Values of one field; more are left out.
    package static let valueLimit = 100

    /// Stands in for the identifier of a record that is refused.
    private static let placeholder = ResourceID("refused")

    private let licences: LicenceRegister
    private let languages: LanguageIndex
    private let indexes: [SchemeID: CodeIndex]

    /// - Complexity: builds its look-up tables; keep one normaliser for a whole ingest.
    package init(vocabularies: VocabularySet) {
        licences = vocabularies.licences
        languages = LanguageIndex(vocabularies[.languages])
        var indexes: [SchemeID: CodeIndex] = [:]
        for scheme in [SchemeID.subjects, .levels, .resourceTypes, .audiences, .studyModes] {
            let foreign = scheme == .resourceTypes ? vocabularies.resourceTypesByForeignName : [:]
            indexes[scheme] = CodeIndex(vocabularies[scheme], foreignNames: foreign)
        }
        self.indexes = indexes
    }

    /// Normalises a record of a source of which something is known.
    ///
    /// - Throws: as `normalise`.
    package func normalise(
        _ record: SourceRecord, defaults: SourceDefaults
    ) throws(RecordRejection) -> NormalisedRecord {
        var record = record
        record.values[.publisher] = [defaults.publisherID]
        record.values[.publisherName] = [defaults.publisherName]
        if record[.inLanguage].isEmpty, let language = defaults.language { record.values[.inLanguage] = [language] }
        if record[.license].isEmpty, let licence = defaults.licence { record.values[.license] = [licence] }
        return try normalise(record)
    }

    /// - Throws: `RecordRejection` with every fault of the record, where at least one refuses it.
    package func normalise(_ record: SourceRecord) throws(RecordRejection) -> NormalisedRecord {
        var reading = RecordReading(record)
        let publisher = reading.publisher()
        let id = reading.identifier(publisher: publisher)
        let titles = reading.titles(limit: Self.titleLimit)
        let url = reading.requiredAddress(.url)
        guard let anyID = id ?? Self.placeholder else { throw RecordRejection(problems: reading.problems) }
        // Everything is read even where the record is refused already, so that all its faults are told at once.
        var resource = LearningResource(
            id: anyID, title: titles.first ?? "", url: url ?? "", publisher: publisher ?? Publisher(id: "", name: ""))
        resource.alternativeTitles = reading.others(
            titles.dropFirst() + reading.texts(.alternateName, limit: Self.titleLimit), than: resource.title)
        describe(&resource, &reading)
        classify(&resource, &reading)
        resource.licence = reading.licence(in: licences)
        resource.isBasedOn = reading.addresses(.isBasedOn)
        resource.translationOfWork = reading.addresses(.translationOfWork)
        resource.factsFrom = reading.addresses(.subjectOf).first
        guard !reading.isRefused else { throw RecordRejection(problems: reading.problems) }
        return NormalisedRecord(resource: resource, warnings: reading.problems)
    }

    private func describe(_ resource: inout LearningResource, _ reading: inout RecordReading) {
        resource.description = reading.joinedText(.description, limit: Self.descriptionLimit)
        resource.creators = reading.texts(.creator, limit: Self.titleLimit)
        resource.keywords = reading.texts(.keywords, limit: Self.titleLimit)
        resource.languages = reading.languages(.inLanguage, in: languages)
        let descriptionLanguage = reading.languages(.descriptionLanguage, in: languages).first
        if resource.description != nil, descriptionLanguage != resource.languages.first {
            resource.descriptionLanguage = descriptionLanguage
        }
        resource.datePublished = reading.date(.datePublished)
        resource.timeRequired = reading.duration(.timeRequired)
        resource.duration = reading.duration(.duration)
    }

    private func classify(_ resource: inout LearningResource, _ reading: inout RecordReading) {
        func codes(_ field: SourceField, _ scheme: SchemeID) -> [String] {
            guard let index = indexes[scheme] else { return [] }
            return reading.codes(field, in: index)
        }
        resource.resourceTypes = codes(.learningResourceType, .resourceTypes)
        resource.subjects = codes(.about, .subjects)
        resource.levels = codes(.educationalLevel, .levels)
        resource.audiences = codes(.audience, .audiences)
        resource.studyModes = codes(.courseMode, .studyModes)
    }
}
