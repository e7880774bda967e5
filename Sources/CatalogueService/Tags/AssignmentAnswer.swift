import CatalogueModel
import Foundation
import Publishing
import Vocabularies

/// What is assigned to a resource, as programs get it.
struct AssignmentAnswer: Encodable {
    let scheme: String
    /// Slug of a free tag, or code of a concept.
    let code: String
    let name: String
    let assignedAt: Date
    /// The kind of origin for everybody; who it was is for those who sign in.
    let origin: String
    let assignedBy: String?
    let confidence: Double?

    init(
        _ assignment: TagAssignment, _ tag: Tag?, showsWho: Bool, vocabularies: VocabularySet,
        _ language: PreferredLanguage
    ) {
        scheme = assignment.scheme
        code = tag?.slug ?? assignment.code
        name =
            tag?.name
            ?? SchemeID(rawValue: assignment.scheme).map {
                vocabularies[$0].label(of: assignment.code, in: language)
            } ?? assignment.code
        assignedAt = assignment.assignedAt
        origin = assignment.origin.rawValue
        assignedBy = showsWho ? assignment.assignedBy : nil
        confidence = assignment.confidence
    }
}
