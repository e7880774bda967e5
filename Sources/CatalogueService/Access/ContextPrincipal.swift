import HTTPTypes
import Publishing
import Vocabularies

/// Who may do what is asked for.
extension ServiceContext {
    /// Who asks; nil for readers.
    var principal: Principal? { visitor.principal }

    /// Who asks, where they may.
    ///
    /// - Parameter required: who may, for the message, for example “Việc này dành cho người biên tập.”
    /// - Throws: `Problem`: 401 where nobody is signed in, 403 where they may not.
    func principal(_ required: LocalisedText, where isAllowed: (Principal) -> Bool) throws -> Principal {
        guard let principal else { throw Problem.signInNeeded(required) }
        guard isAllowed(principal) else { throw Problem.forbidden(required) }
        return principal
    }

    /// Somebody who deposits: a publisher, a curator or an administrator.
    func publisher() throws -> Principal {
        try principal(
            LocalisedText(
                vietnamese: "Việc này dành cho đơn vị công bố học liệu.",
                english: "This is for institutions that publish resources.")
        ) { $0.role == .publisher || $0.mayCurate }
    }

    /// Somebody who may change the resources of `institution`.
    func publisher(for institution: String) throws -> Principal {
        try principal(
            LocalisedText(
                vietnamese: "Khóa này không được sửa học liệu của đơn vị “\(institution.prefix(60))”.",
                english: "This key may not change the resources of the institution “\(institution.prefix(60))”.")
        ) { $0.mayPublish(for: institution) }
    }

    /// A curator or an administrator.
    func curator() throws -> Principal {
        try principal(
            LocalisedText(vietnamese: "Việc này dành cho người biên tập danh mục.", english: "This is for curators.")
        ) { $0.mayCurate }
    }

    /// An official of `territory`, or an administrator.
    func official(for territory: String) throws -> Principal {
        try principal(
            LocalisedText(
                vietnamese: "Khóa này không được ghi số liệu của địa bàn “\(territory.prefix(60))”.",
                english: "This key may not enter figures of the territory “\(territory.prefix(60))”.")
        ) { $0.mayObserve(for: territory) }
    }

    func administrator() throws -> Principal {
        try principal(
            LocalisedText(vietnamese: "Việc này dành cho quản trị viên.", english: "This is for the administrator.")
        ) { $0.role == .administrator }
    }
}
