import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// The page with the deposit form.
struct DepositFormView {
    let form: DepositForm
    let reference: ReferenceData
    let language: PreferredLanguage
    /// Where the form is sent to.
    let action: String
    /// Of what stands, where something does.
    var title: String?
    /// What keeps the record from being taken.
    var faults: [FieldProblem] = []
    /// What was noticed beside.
    var notices: [FieldProblem] = []
    /// Stands for what would be left out, where that keeps the form from being sent.
    var accepted: String?
    /// What the text suggests, where it was asked.
    var proposals: DepositProposals?
    /// Fields somebody else changed meanwhile, with what stands there now.
    var meanwhile: [(field: SourceField, now: [String])] = []
    /// Institutions to choose from; empty where the key says whose resources they are.
    var institutions: [Institution] = []

    var values: [String: Any] {
        let heading = PageText.text(title == nil ? "depositTitle" : "depositEditTitle", in: language)
        var values: [String: Any] = [
            "pageTitle": heading + " – " + PageText.text("siteName", in: language), "noIndex": true,
            "heading": heading, "action": action, "main": DepositFields.main.map(field),
            "more": DepositFields.more.map(field),
            "isMoreOpen": DepositFields.more.contains { !(form.typed[$0.field] ?? []).isEmpty },
            "hasFaults": !faults.isEmpty,
            "faults": faults.map { fault($0) }, "notices": notices.map { fault($0) }, "hasNotices": !notices.isEmpty,
            "wasChanged": !meanwhile.isEmpty,
            "meanwhile": meanwhile.map { change in
                [
                    "label": FieldWords.label(of: change.field, in: language),
                    "now": change.now.isEmpty ? "–" : change.now.joined(separator: " | "),
                ]
            },
            "lists": lists, "choosesInstitution": !institutions.isEmpty,
            "institutions": institutions.map { institution in
                ["id": institution.id, "name": institution.name]
            },
            "institution": form.institution ?? "",
        ]
        values.merge(proposals?.values ?? [:]) { $1 }
        values["standing"] = title
        values["revision"] = form.revision
        values["accepted"] = accepted
        return values
    }

    private func field(_ field: DepositFields.Field) -> [String: Any] {
        let name = field.field.rawValue
        let typed = form.typed[field.field] ?? []
        let fault = faults.first { $0.field == name }
        var values: [String: Any] = [
            "id": field.id, "name": name, "label": FieldWords.label(of: field.field, in: language),
            "hint": PageText.text("hint." + name, in: language), "isRequired": field.isRequired,
            "isInvalid": fault != nil,
        ]
        values["fault"] = fault.map { "\($0.message[language].withoutFullStop). \($0.remedy[language])" }
        switch field.kind {
        case .line: values["line"] = ["value": typed.first ?? ""]
        case .address: values["address"] = ["value": typed.first ?? ""]
        case .text(let rows):
            values["area"] = ["value": typed.joined(separator: "\n\n"), "rows": rows] as [String: Any]
        case .list: values["area"] = ["value": typed.joined(separator: "\n"), "rows": 2] as [String: Any]
        case .tags: values["tags"] = ["value": typed.joined(separator: ", ")]
        case .concepts(let count): values["concepts"] = concepts(field, typed, count: count)
        }
        return values
    }

    /// One input for each value, and those that are left.
    private func concepts(_ field: DepositFields.Field, _ typed: [String], count: Int) -> [[String: Any]] {
        (0..<max(count, min(typed.count, 100))).map { index in
            let values: [String: Any] = [
                "id": index == 0 ? field.id : "\(field.id)-\(index + 1)", "number": index + 1, "isFirst": index == 0,
                "value": typed.indices.contains(index) ? typed[index] : "", "list": "list-" + field.field.rawValue,
            ]
            return values
        }
    }

    /// The link of a fault leads to its field.
    private func fault(_ problem: FieldProblem) -> [String: Any] {
        let field = DepositFields.all.first { $0.field.rawValue == problem.field }
        var values: [String: Any] = [
            "message": problem.message[language].withoutFullStop, "remedy": problem.remedy[language],
        ]
        values["label"] = field.map { FieldWords.label(of: $0.field, in: language) }
        values["href"] = field.map { "#" + $0.id }
        return values
    }

    private var lists: [[String: Any]] {
        DepositFields.all.compactMap { field in
            guard case .concepts = field.kind else { return nil }
            let options = ConceptOptions(field.field, reference, language).options
            return [
                "id": "list-" + field.field.rawValue, "options": options.map { ["text": $0.text] },
            ]
        }
    }
}
