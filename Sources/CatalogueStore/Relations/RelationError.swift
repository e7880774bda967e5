package import CatalogueModel
package import Vocabularies

/// Why a relation was not set or taken back; nothing was changed.
package enum RelationError: Error, Hashable, CustomStringConvertible {
    case unknownResource(String)
    case withdrawn(ResourceID)
    /// Neither an identifier nor an address.
    case noTarget(String)
    case itself(ResourceID)
    /// From the subject back to it, or the beginning of a way too long to follow.
    case circle(RelationKind, [ResourceID])
    case notThere(ResourceID, RelationKind, RelationTarget, isStated: Bool)
    case longNote(limit: Int)
    case tooMany(ResourceID, limit: Int)

    package var message: LocalisedText {
        switch self {
        case .unknownResource(let id):
            LocalisedText(
                vietnamese: "Danh mục không có học liệu “\(id)”. Hãy tìm mã bằng “hoclieu search”.",
                english: "The catalogue has no resource “\(id)”. Find identifiers with “hoclieu search”.")
        case .withdrawn(let id):
            LocalisedText(
                vietnamese: "Học liệu “\(id)” đã được rút, nên không ghi thêm quan hệ cho nó.",
                english: "The resource “\(id)” is withdrawn: no relation can be set for it.")
        case .noTarget(let text):
            LocalisedText(
                vietnamese:
                    "“\(text.prefix(80))” không phải là mã học liệu, cũng không phải là địa chỉ http hay https.",
                english: "“\(text.prefix(80))” is neither an identifier nor an http or https address.")
        case .itself(let id):
            LocalisedText(
                vietnamese: "“\(id)” không thể có quan hệ này với chính nó. Hãy nêu học liệu khác.",
                english: "“\(id)” cannot have this relation to itself. Name another resource.")
        case .circle(let kind, let way): Self.circle(kind, way)
        case .notThere(let subject, let kind, let target, let isStated): Self.notThere(subject, kind, target, isStated)
        case .longNote(let limit):
            LocalisedText(
                vietnamese: "Ghi chú quá dài. Hãy viết trong \(limit) byte.",
                english: "The note is too long. Keep it within \(limit) bytes.")
        case .tooMany(let id, let limit):
            LocalisedText(
                vietnamese: "“\(id)” đã có \(limit) quan hệ ghi tay, là mức nhiều nhất. Hãy bỏ bớt trước.",
                english: "“\(id)” has \(limit) relations set by hand, which is the most. Take some away first.")
        }
    }

    package var description: String { message.english }

    private static func circle(_ kind: RelationKind, _ way: [ResourceID]) -> LocalisedText {
        let shown =
            way.count > 12 ? way.prefix(6).map(\.rawValue) + ["…"] + way.suffix(5).map(\.rawValue) : way.map(\.rawValue)
        let path = shown.joined(separator: " → ")
        guard way.first == way.last else {
            return LocalisedText(
                vietnamese: "Chuỗi quan hệ “\(kind.label.vietnamese)” dài quá mức kiểm tra được: \(path)…",
                english: "The relations “\(kind.label.english)” go on for longer than can be checked: \(path)…")
        }
        return LocalisedText(
            vietnamese:
                "Quan hệ “\(kind.label.vietnamese)” sẽ thành vòng: \(path). Hãy bỏ một quan hệ trên đường này trước.",
            english:
                "The relation “\(kind.label.english)” would close a circle: \(path). Take one relation on this way back first."
        )
    }

    private static func notThere(
        _ subject: ResourceID, _ kind: RelationKind, _ target: RelationTarget, _ isStated: Bool
    ) -> LocalisedText {
        isStated
            ? LocalisedText(
                vietnamese: "Quan hệ này do bản ghi của “\(subject)” nêu, nên phải sửa ở bản ghi của đơn vị công bố.",
                english: "The record of “\(subject)” states this relation: its publisher mends it in the record.")
            : LocalisedText(
                vietnamese: "“\(subject)” không có quan hệ “\(kind.label.vietnamese)” với “\(target)”.",
                english: "“\(subject)” has no relation “\(kind.label.english)” to “\(target)”.")
    }
}
