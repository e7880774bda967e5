import CatalogueModel
import Vocabularies

/// What a row of a table makes of the resource that stands: fields the table has no column for stay as they are.
struct PartialReplacement {
    let resource: LearningResource
    private let standing: LearningResource
    private let columns: [SourceField: String]

    /// - Parameter columns: fields that have a column, with its heading.
    init(of standing: LearningResource, by row: LearningResource, columns: [SourceField: String]) {
        self.standing = standing
        self.columns = columns
        var kept = row
        func keep<Value>(_ field: SourceField, _ path: WritableKeyPath<LearningResource, Value>) {
            if columns[field] == nil { kept[keyPath: path] = standing[keyPath: path] }
        }
        keep(.alternateName, \.alternativeTitles)
        keep(.description, \.description)
        keep(.creator, \.creators)
        keep(.inLanguage, \.languages)
        keep(.license, \.licence)
        keep(.learningResourceType, \.resourceTypes)
        keep(.about, \.subjects)
        keep(.educationalLevel, \.levels)
        keep(.audience, \.audiences)
        keep(.courseMode, \.studyModes)
        keep(.datePublished, \.datePublished)
        keep(.timeRequired, \.timeRequired)
        keep(.duration, \.duration)
        keep(.isBasedOn, \.isBasedOn)
        keep(.translationOfWork, \.translationOfWork)
        keep(.isPartOf, \.partOf)
        keep(.isVersionOf, \.versionOf)
        keep(.coursePrerequisites, \.prerequisites)
        keep(.subjectOf, \.factsFrom)
        // The language of a description that did not change was not guessed anew.
        if kept.description == standing.description { keep(.descriptionLanguage, \.descriptionLanguage) }
        // Words given as subjects become keywords, and addresses tell identifiers, without a column of their own.
        if columns[.keywords] == nil { kept.keywords = Self.joined(standing.keywords, row.keywords) }
        if columns[.otherIdentifier] == nil { kept.identifiers = Self.joined(standing.identifiers, row.identifiers) }
        (kept.tags, kept.competences, kept.programmes) = (standing.tags, standing.competences, standing.programmes)
        resource = kept
    }

    /// What the row was told, but for values that it lacks and the resource has; and the fields that are emptied.
    func problems(_ told: [RecordProblem], line: Int) -> [RecordProblem] {
        let values = ResourceFields(resource)
        let apt = told.filter { problem in
            guard problem.reason == .missingField, problem.severity == .warning,
                let field = problem.field.flatMap({ SourceField(rawValue: $0) }), columns[field] == nil
            else { return true }
            return values[field].isEmpty
        }
        let emptied = ResourceFields(standing).differences(from: values)
            .filter { columns[$0.field] != nil && $0.after.isEmpty }
        return apt + emptied.map { .emptied(columns[$0.field] ?? $0.field.rawValue, line: line) }
    }

    private static func joined(_ values: [String], _ more: [String]) -> [String] {
        var seen = Set(values.map { $0.lowercased() })
        return values + more.filter { seen.insert($0.lowercased()).inserted }
    }
}

extension RecordProblem {
    fileprivate static func emptied(_ column: String, line: Int) -> Self {
        Self(
            location: SourceLocation(file: "", line: line), severity: .warning, field: column, reason: .missingField,
            message: LocalisedText(
                vietnamese: "Không có giá trị dùng được: giá trị đang có bị xóa",
                english: "There is no value that will do: what stands is removed"),
            remedy: LocalisedText(
                vietnamese: "Nếu không muốn vậy, hãy điền ô này, hoặc bỏ hẳn cột khỏi tệp",
                english: "If that is not meant, fill the cell in, or take the column out of the file"))
    }
}
