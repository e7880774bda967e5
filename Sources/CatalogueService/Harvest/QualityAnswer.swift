import CatalogueModel
import Normalisation
import Vocabularies

/// The quality report of a record as the API tells it.
struct QualityAnswer: Encodable {
    private struct Finding: Encodable {
        let field: String
        let points: Int
        let message: String
        let cost: String
        let remedy: String
    }

    private let score: Int
    private let findings: [Finding]

    init(_ report: QualityReport, _ language: PreferredLanguage) {
        score = report.score
        findings = report.findings.map {
            Finding(
                field: $0.field.rawValue, points: $0.points, message: $0.message[language], cost: $0.cost[language],
                remedy: $0.remedy[language])
        }
    }
}
