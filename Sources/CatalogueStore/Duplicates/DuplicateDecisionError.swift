package import CatalogueModel
import Normalisation
package import Vocabularies

/// Why a decision about duplicates was not taken down; nothing was changed.
package enum DuplicateDecisionError: Error, Hashable, CustomStringConvertible {
    case unknownResource(ResourceID)
    case noIdentifier(String)
    /// Both identifiers are one.
    case oneResource(ResourceID)
    case noName
    /// There is none to take back.
    case noDecision(ResourceID, ResourceID)
    /// Others that hold say otherwise.
    case contradiction([DuplicateDecision])

    package var message: LocalisedText {
        switch self {
        case .unknownResource(let id): Self.unknown(id.rawValue)
        case .noIdentifier(let text): Self.unknown(text)
        case .oneResource(let id):
            LocalisedText(
                vietnamese: "“\(id)” được nêu hai lần. Hãy nêu hai mã khác nhau.",
                english: "“\(id)” was named twice. Name two identifiers.")
        case .noName:
            LocalisedText(
                vietnamese: "Chưa biết ai quyết định. Hãy thêm --by cùng tên.",
                english: "It is not known who decides. Add --by with a name.")
        case .noDecision(let first, let second):
            LocalisedText(
                vietnamese: "Chưa ai quyết định gì về “\(first)” và “\(second)”, nên không có gì để hủy.",
                english: "Nobody has decided anything about “\(first)” and “\(second)”: there is nothing to take back.")
        case .contradiction(let decisions):
            LocalisedText(
                vietnamese:
                    "Quyết định này trái với: \(Self.list(decisions, \.vietnamese)). Hãy hủy quyết định kia trước.",
                english: "This contradicts: \(Self.list(decisions, \.english)). Take the other decision back first.")
        }
    }

    package var description: String { message.english }

    private static func unknown(_ id: String) -> LocalisedText {
        LocalisedText(
            vietnamese: "Danh mục không có học liệu mang mã “\(id)”. Hãy tìm mã bằng “hoclieu search”.",
            english: "The catalogue has no resource “\(id)”. Find identifiers with “hoclieu search”.")
    }

    private static func list(_ decisions: [DuplicateDecision], _ language: KeyPath<LocalisedText, String>) -> String {
        decisions.prefix(3).map { decision in
            let verdict = decision.verdict.label[keyPath: language]
            return "“\(decision.first)” – “\(decision.second)”: \(verdict) (\(decision.decidedBy))"
        }.joined(separator: "; ")
    }
}
