import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// What stands in the deposit form: as it was typed, and as values of a record.
struct DepositForm: Sendable {
    /// As typed, by field; several where the field has several lines.
    private(set) var typed: [SourceField: [String]]
    /// Of a resource that is changed; nil for a new one.
    var revision: Int?
    /// Whose resource it is, where the person may choose.
    var institution: String?

    /// The form as it was sent.
    init(_ form: PostedForm) {
        typed = [:]
        for field in DepositFields.all {
            let values = form.all(field.field.rawValue).map { $0.replacing("\r\n", with: "\n") }
            if !values.isEmpty { typed[field.field] = values }
        }
        revision = form["revision"].flatMap { Int($0) }
        institution = form["institution"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The form of a resource as it stands; an empty one for nil.
    init(_ resource: LearningResource?, _ reference: ReferenceData, _ language: PreferredLanguage, revision: Int? = nil)
    {
        self.revision = revision
        institution = resource?.publisher.id
        typed = [:]
        guard let resource else {
            typed[.inLanguage] = ["vi"].map(ConceptOptions(.inLanguage, reference, language).text)
            return
        }
        let fields = ResourceFields(resource)
        for field in DepositFields.all {
            let values = fields[field.field]
            switch field.kind {
            case .concepts:
                let options = ConceptOptions(field.field, reference, language)
                typed[field.field] = values.map(options.text)
            case .tags: typed[field.field] = values.isEmpty ? [] : [values.joined(separator: ", ")]
            case .list: typed[field.field] = values.isEmpty ? [] : [values.joined(separator: "\n")]
            case .line, .text, .address: typed[field.field] = values
            }
        }
    }

    /// The values of a record, by the rules of each field.
    func values(_ reference: ReferenceData, _ language: PreferredLanguage) -> [SourceField: [String]] {
        var values: [SourceField: [String]] = [:]
        for field in DepositFields.all {
            let lines = typed[field.field] ?? []
            switch field.kind {
            case .concepts:
                let options = ConceptOptions(field.field, reference, language)
                values[field.field] = lines.map { options.code(of: $0.trimmed) }
            case .tags: values[field.field] = lines.flatMap { $0.split { ",;\n".contains($0) }.map(String.init) }
            case .list: values[field.field] = lines.flatMap { $0.split(separator: "\n").map(String.init) }
            case .line, .text, .address: values[field.field] = lines
            }
        }
        return values.mapValues { $0.map(\.trimmed).filter { !$0.isEmpty } }.filter { !$0.value.isEmpty }
    }

    /// Every field with what was typed, for a page that carries the form on unseen.
    var hiddenItems: [[String: String]] {
        var items = DepositFields.all.flatMap { field in
            (typed[field.field] ?? []).map { ["name": field.field.rawValue, "value": $0] }
        }
        if let revision { items.append(["name": "revision", "value": String(revision)]) }
        if let institution { items.append(["name": "institution", "value": institution]) }
        return items
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
