import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

/// A source as the API tells it.
struct SourceAnswer: Encodable {
    private let id: String
    private let institution: String
    private let institutionName: String
    private let `protocol`: String
    private let formats: [String]
    private let sets: [String]
    private let pausedReason: String?
    private let failures: Int
    private let records: [String: Int]
    private let lastRun: RunAnswer?
    private let runs: [RunAnswer]?

    init(_ summary: HarvestSummary, runs: [RunAnswer]? = nil, language: PreferredLanguage) {
        let source = summary.state.source
        id = source.id
        institution = source.institution
        institutionName = summary.name(in: language)
        `protocol` = source.sourceProtocol.rawValue
        formats = source.formats
        sets = source.sets
        pausedReason = source.pausedReason
        failures = summary.state.failures
        records = summary.records
        lastRun = summary.last.map { RunAnswer($0, [], language) }
        self.runs = runs
    }
}
