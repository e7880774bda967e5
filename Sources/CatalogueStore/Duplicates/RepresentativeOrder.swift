package import CatalogueModel
package import Vocabularies

/// Which member of a cluster stands for all: the one with the most open licence; among those the one whose record says
/// most; then one in Vietnamese; then the one whose identifier comes first. The order in which records came does not count.
package struct RepresentativeOrder {
    private let openness: (LearningResource) -> OpennessClass

    package init(openness: @escaping (LearningResource) -> OpennessClass) {
        self.openness = openness
    }

    /// The representative first.
    package func sorted(_ members: [LearningResource]) -> [LearningResource] {
        members.map { (key: key($0), resource: $0) }.sorted { $0.key < $1.key }.map(\.resource)
    }

    private func key(_ resource: LearningResource) -> (String, Int, Int, String) {
        (
            openness(resource).rawValue, -Self.fields(of: resource),
            resource.languages.contains { $0.primary == "vi" } ? 0 : 1, resource.id.rawValue
        )
    }

    /// Fields a record fills, of those that may be missing.
    static func fields(of resource: LearningResource) -> Int {
        let lists = [
            resource.alternativeTitles, resource.identifiers, resource.creators, resource.resourceTypes,
            resource.subjects, resource.keywords, resource.levels, resource.audiences, resource.studyModes,
            resource.isBasedOn, resource.translationOfWork,
        ]
        let isThere = [
            resource.description != nil, !resource.languages.isEmpty, resource.licence != nil,
            resource.datePublished != nil, resource.timeRequired != nil, resource.duration != nil,
        ]
        return lists.filter { !$0.isEmpty }.count + isThere.filter(\.self).count
    }
}
