import ArgumentParser
import CatalogueSearch
import CatalogueStore
import LearningTargets
import Publishing
import RecordFormats
import UsageStatistics
import Vocabularies

/// An error as the person at the keyboard reads it, in their language; the program ends with status 1.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ message: LocalisedText, language: PreferredLanguage) {
        description = message[language]
    }

    /// The message made for people where the error has one; its own description otherwise.
    init(_ error: any Error, language: PreferredLanguage) {
        switch error {
        case let error as CatalogueStoreError: description = error.message[language]
        case let error as IngestInputError: description = error.message[language]
        case let error as SearchRequestError: description = error.message[language]
        case let error as RecordFormatError: description = error.description(in: language)
        case let error as RecordMappingError: description = error.description(in: language)
        case let error as HarvestSourceError: description = error.message[language]
        case let error as CurationError: description = error.message[language]
        case let error as DuplicateDecisionError: description = error.message[language]
        case let error as AccessKeyError: description = error.message[language]
        case let error as RelationError: description = error.message[language]
        case let error as VocabularyError: description = error.message[language]
        case let error as RegisterFaults: description = error.message[language]
        case let error as TargetError: description = error.message[language]
        case let error as PlanFaults: description = error.message[language]
        case let error as UsageError: description = error.message[language]
        case let error as ClassifierError: description = error.message[language]
        case let error as TagError: description = error.message[language]
        case let error as CollectionError: description = error.message[language]
        case let error as TranslationError: description = error.message[language]
        case let error as Failure: description = error.description
        default: description = "\(error)"
        }
    }
}
