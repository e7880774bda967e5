package import Vocabularies

/// Why a threshold was not set.
package enum ClassifierError: Error, Hashable, CustomStringConvertible {
    case threshold
    case unknownScheme(String)
    case unknownInstitution(String)

    package var message: LocalisedText {
        switch self {
        case .threshold:
            LocalisedText(
                vietnamese: "Ngưỡng là một số từ 0,5 đến 1, hoặc off.",
                english: "The threshold is a number from 0.5 to 1, or off.")
        case .unknownScheme(let scheme):
            LocalisedText(
                vietnamese: "Không gợi ý được “\(scheme.prefix(40))”. Dùng: subjects, audiences, levels.",
                english: "“\(scheme.prefix(40))” is not suggested. Use subjects, audiences, levels.")
        case .unknownInstitution(let id):
            LocalisedText(
                vietnamese: "Danh bạ không có đơn vị “\(id.prefix(80))”.",
                english: "The register has no institution “\(id.prefix(80))”.")
        }
    }

    package var description: String { message.english }
}
