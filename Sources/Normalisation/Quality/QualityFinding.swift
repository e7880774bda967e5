package import CatalogueModel
package import Vocabularies

/// Something a record lacks or says weakly, what that costs, and how to mend it.
package struct QualityFinding: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case licenceMissing
        case licenceWithoutVersion
        case licenceFromText
        case subjectMissing
        case subjectBroad
        case descriptionMissing
        case descriptionShort
        case languageMissing
        case languageGuessed
        case titleWeak
        case titleIsFileName
        case levelMissing
        case typeMissing
        case creatorMissing
        case dateMissing
        case keywordsMissing
        case audienceMissing
        case addressInsecure
        /// A value of the record was left out or mended: the warning says which.
        case warning
    }

    package let kind: Kind
    package let field: SourceField
    /// What the record would gain if this were mended, of 100.
    package let points: Int
    /// The value or message this is about, where there is one.
    package var detail: LocalisedText?

    package init(_ kind: Kind, detail: LocalisedText? = nil) {
        self.kind = kind
        field = kind.field
        points = kind.points
        self.detail = detail
    }

    /// What is missing or weak.
    package var message: LocalisedText { detail ?? kind.message }
    package var cost: LocalisedText { kind.cost }
    package var remedy: LocalisedText { kind.remedy }
}

extension QualityFinding.Kind {
    package var field: SourceField {
        switch self {
        case .licenceMissing, .licenceWithoutVersion, .licenceFromText: .license
        case .subjectMissing, .subjectBroad: .about
        case .descriptionMissing, .descriptionShort: .description
        case .languageMissing, .languageGuessed: .inLanguage
        case .titleWeak, .titleIsFileName, .warning: .name
        case .levelMissing: .educationalLevel
        case .typeMissing: .learningResourceType
        case .creatorMissing: .creator
        case .dateMissing: .datePublished
        case .keywordsMissing: .keywords
        case .audienceMissing: .audience
        case .addressInsecure: .url
        }
    }

    /// The weights: licence 20, description 15, subject 12, title 10, language 10, level 8, type 8, creator 5, date 4,
    /// keywords 3, audience 3, address 2; together 100. A weak value costs part of its weight; a warning one point.
    package var points: Int {
        switch self {
        case .licenceMissing: 20
        case .descriptionMissing: 15
        case .subjectMissing: 12
        case .titleIsFileName, .languageMissing: 10
        case .levelMissing, .typeMissing: 8
        case .descriptionShort: 7
        case .titleWeak, .creatorMissing: 5
        case .dateMissing, .languageGuessed: 4
        case .keywordsMissing, .audienceMissing, .licenceWithoutVersion, .subjectBroad: 3
        case .licenceFromText, .addressInsecure: 2
        case .warning: 1
        }
    }

    /// How long a person needs to mend it in one record, in seconds.
    package var secondsToMend: Int {
        switch self {
        case .descriptionMissing: 300
        case .descriptionShort: 180
        case .subjectMissing, .keywordsMissing, .titleIsFileName, .titleWeak, .warning: 60
        case .creatorMissing, .dateMissing, .licenceMissing, .levelMissing: 45
        default: 30
        }
    }

    /// Whether one setting of the source mends it in all records at once, where it holds for all.
    package var isMendedBySetting: Bool {
        switch self {
        case .licenceMissing, .licenceWithoutVersion, .licenceFromText, .languageMissing, .languageGuessed,
            .levelMissing,
            .typeMissing, .audienceMissing, .subjectMissing:
            true
        default: false
        }
    }
}
