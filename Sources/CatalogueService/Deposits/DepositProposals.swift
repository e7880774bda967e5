import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// What the text of a record suggests for the fields of its form; a person chooses, and nothing is taken by itself.
struct DepositProposals {
    struct Proposal: Encodable, Sendable {
        /// Name of the field in the form.
        let field: String
        let value: String
        let sure: String
        let because: String
    }

    private static let fields: [SchemeID: SourceField] = [
        .subjects: .about, .levels: .educationalLevel, .audiences: .audience,
    ]
    /// Tags that are proposed at most.
    private static let mostTags = 6

    /// By field, in the order of the form; the surest of each first.
    let proposals: [Proposal]
    private let language: PreferredLanguage

    /// - Parameter held: what the form says already, by field; it is not proposed again.
    init(
        _ text: ClassifiedText, held: [SourceField: [String]] = [:], _ classifier: Classifier,
        _ reference: ReferenceData, _ language: PreferredLanguage
    ) {
        let concepts = classifier.concepts(for: text).compactMap { concept -> Proposal? in
            guard let field = Self.fields[concept.scheme] else { return nil }
            let codes = held[field] ?? []
            // Narrower subjects say the narrow field, too.
            guard !codes.contains(where: { field == .about ? $0.hasPrefix(concept.code) : $0 == concept.code }) else {
                return nil
            }
            return Proposal(
                field: field.rawValue, value: ConceptOptions(field, reference, language).text(of: concept.code),
                sure: Self.percent(concept.confidence), because: concept.because.joined(separator: ", "))
        }
        let keywords = Set((held[.keywords] ?? []).compactMap { try? TagName($0).normal })
        let tags = classifier.tags(for: text, limit: Self.mostTags).filter { tag in
            (try? TagName(tag.name)).map { !keywords.contains($0.normal) } ?? false
        }.map {
            Proposal(
                field: SourceField.keywords.rawValue, value: $0.name, sure: Self.percent($0.confidence),
                because: $0.because)
        }
        proposals = concepts + tags
        self.language = language
    }

    /// What pages show of them.
    var values: [String: Any] {
        let groups = DepositFields.all.compactMap { field -> [String: Any]? in
            let own = proposals.filter { $0.field == field.field.rawValue }
            guard !own.isEmpty else { return nil }
            return [
                "label": FieldWords.label(of: field.field, in: language),
                "options": own.map { proposal in
                    [
                        "field": proposal.field, "value": proposal.value, "sure": proposal.sure,
                        "because": proposal.because.isEmpty ? false : proposal.because,
                    ] as [String: Any]
                },
            ]
        }
        return ["hasProposals": !groups.isEmpty, "proposals": groups]
    }

    private static func percent(_ confidence: Double) -> String { "\(Int((confidence * 100).rounded())) %" }
}
