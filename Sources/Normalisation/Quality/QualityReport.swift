package import CatalogueModel

/// How well one resource is described: what is missing or weak, and a score of 100.
///
/// It judges the description, not the resource: a closed licence that is stated costs nothing.
package struct QualityReport: Hashable, Sendable {
    /// Heaviest first; those of one weight in the order of `QualityFinding.Kind`.
    package let findings: [QualityFinding]

    /// 100 for a record that lacks nothing, never below 0.
    package var score: Int { max(0, 100 - findings.reduce(0) { $0 + $1.points }) }

    /// Points that warnings may cost together.
    private static let warningLimit = 5
    /// Characters of a description that says something.
    private static let descriptionLength = 80

    package init(of resource: LearningResource, warnings: [RecordProblem] = [], notes: [QualityNote] = []) {
        var kinds: [QualityFinding.Kind] = []
        kinds += Self.title(resource.title)
        kinds += Self.description(resource.description)
        kinds += Self.licence(resource.licence, notes)
        if resource.languages.isEmpty {
            kinds.append(.languageMissing)
        } else if notes.contains(.languageIsGuessed) {
            kinds.append(.languageGuessed)
        }
        if resource.subjects.isEmpty {
            kinds.append(.subjectMissing)
        } else if resource.subjects.allSatisfy({ $0.utf8.count <= 2 }) {
            kinds.append(.subjectBroad)
        }
        let lists: [(isEmpty: Bool, kind: QualityFinding.Kind)] = [
            (resource.levels.isEmpty, .levelMissing), (resource.resourceTypes.isEmpty, .typeMissing),
            (resource.creators.isEmpty, .creatorMissing), (resource.datePublished == nil, .dateMissing),
            (resource.keywords.isEmpty, .keywordsMissing), (resource.audiences.isEmpty, .audienceMissing),
            (resource.url.lowercased().hasPrefix("http://"), .addressInsecure),
        ]
        kinds += lists.filter(\.isEmpty).map(\.kind)
        let told = warnings.filter { $0.severity == .warning && $0.reason != .missingField }.prefix(Self.warningLimit)
        let findings = kinds.map { QualityFinding($0) } + told.map { QualityFinding(.warning, detail: $0.message) }
        let order = findings.enumerated().sorted {
            ($0.element.points, $1.offset) > ($1.element.points, $0.offset)
        }
        self.findings = order.map(\.element)
    }

    private static func title(_ title: String) -> [QualityFinding.Kind] {
        if title.wholeMatch(of: /\S+\.(pdf|docx?|pptx?|xlsx?|html?|mp[34]|zip|epub|jpe?g|png)/.ignoresCase()) != nil {
            return [.titleIsFileName]
        }
        let letters = title.unicodeScalars.count { $0.properties.isAlphabetic }
        return letters < 4 || letters < 10 && !title.contains(" ") && title.utf8.allSatisfy { $0 < 0x80 }
            ? [.titleWeak] : []
    }

    private static func description(_ description: String?) -> [QualityFinding.Kind] {
        guard let description else { return [.descriptionMissing] }
        return description.utf8.count < descriptionLength * 4 && description.count < descriptionLength
            ? [.descriptionShort] : []
    }

    private static func licence(_ code: String?, _ notes: [QualityNote]) -> [QualityFinding.Kind] {
        guard let code else { return [.licenceMissing] }
        if code.hasPrefix("CC-BY"), !code.contains(where: { $0.isNumber }) { return [.licenceWithoutVersion] }
        return notes.contains(.licenceIsFromText) ? [.licenceFromText] : []
    }
}
