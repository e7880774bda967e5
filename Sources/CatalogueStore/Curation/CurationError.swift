package import CatalogueModel
package import Vocabularies

/// Why a value cannot be set by hand.
package enum CurationError: Error, Hashable, CustomStringConvertible {
    case resource(String)
    case field(String, known: [String])
    case values([RecordProblem])
    case institution(String)

    package var message: LocalisedText {
        switch self {
        case .resource(let id):
            LocalisedText(
                vietnamese: "Danh mục không có học liệu “\(id)”.", english: "The catalogue has no resource “\(id)”.")
        case .field(let name, let known):
            LocalisedText(
                vietnamese: "Không sửa tay được trường “\(name)”. Các trường: \(known.joined(separator: ", ")).",
                english: "The field “\(name)” cannot be set by hand. Fields: \(known.joined(separator: ", ")).")
        case .institution(let id):
            LocalisedText(
                vietnamese: "Sổ đăng ký và danh mục không có đơn vị “\(id)”.",
                english: "Neither the register nor the catalogue has an institution “\(id)”.")
        case .values(let problems):
            LocalisedText(
                vietnamese: problems.map { "\($0.message.vietnamese). \($0.remedy.vietnamese)" }.joined(
                    separator: "\n"),
                english: problems.map { "\($0.message.english). \($0.remedy.english)" }.joined(separator: "\n"))
        }
    }

    package var description: String { message.english }
}
