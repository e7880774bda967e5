package import CatalogueModel
package import Vocabularies

/// Makes learning resources of source records: cleans text, reads dates and lengths of time, and checks every code
/// against the vocabularies.
///
/// A record without identifier, title, address or publisher is refused; any other value that will not do is left out
/// with a warning. The same record always gives the same resource.
package struct RecordNormaliser: Sendable {
    /// Characters of a title; a longer one is cut at a word.
    package static let titleLimit = 1_000
    /// Characters of a description; a longer one is cut at a word.
    package static let descriptionLimit = 20_000
    /// Values of one field; more are left out.
    package static let valueLimit = 100

    /// Stands in for the identifier of a record that is refused.
    private static let placeholder = ResourceID("refused")

    private let indexes: VocabularyIndexes

    /// - Complexity: builds its look-up tables; keep one normaliser for a whole ingest.
    package init(vocabularies: VocabularySet) {
        indexes = VocabularyIndexes(vocabularies)
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
        resource.licence = reading.licence(by: indexes.licences)?.licence.code
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
        resource.languages = reading.languages(.inLanguage, in: indexes.languages)
        let descriptionLanguage = reading.languages(.descriptionLanguage, in: indexes.languages).first
        if resource.description != nil, descriptionLanguage != resource.languages.first {
            resource.descriptionLanguage = descriptionLanguage
        }
        resource.datePublished = reading.date(.datePublished)
        resource.timeRequired = reading.duration(.timeRequired)
        resource.duration = reading.duration(.duration)
    }

    private func classify(_ resource: inout LearningResource, _ reading: inout RecordReading) {
        resource.resourceTypes = reading.codes(.learningResourceType, in: indexes.resourceTypes)
        let subjects = reading.subjects(in: indexes.subjects)
        resource.subjects = subjects.codes
        resource.keywords = (resource.keywords + subjects.words).withoutDuplicates { $0.lowercased() }
        resource.levels = reading.codes(.educationalLevel, in: indexes.levels)
        resource.audiences = reading.codes(.audience, in: indexes.audiences)
        resource.studyModes = reading.codes(.courseMode, in: indexes.studyModes)
    }
}
