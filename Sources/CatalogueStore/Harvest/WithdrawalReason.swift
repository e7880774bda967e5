package import Vocabularies

/// Why a resource is no longer in the catalogue.
package enum WithdrawalReason: String, CaseIterable, Sendable {
    /// Its source says that it deleted the record.
    case deletedAtSource = "deleted-at-source"
    /// The complete list of its source no longer has it.
    case missingAtSource = "missing-at-source"
    case sourceRemoved = "source-removed"
    /// Somebody who looks after the catalogue took it out.
    case byHand = "by-hand"
    /// The institution that deposited it took it out.
    case byPublisher = "by-publisher"

    package var label: LocalisedText {
        switch self {
        case .deletedAtSource:
            LocalisedText(
                vietnamese: "Đơn vị công bố đã xóa học liệu này.", english: "Its publisher has deleted this resource.")
        case .missingAtSource:
            LocalisedText(
                vietnamese: "Học liệu này không còn trong danh sách của đơn vị công bố.",
                english: "Its publisher no longer lists this resource.")
        case .sourceRemoved:
            LocalisedText(
                vietnamese: "Danh mục không còn lấy học liệu từ nguồn này.",
                english: "The catalogue no longer takes resources from this source.")
        case .byHand:
            LocalisedText(
                vietnamese: "Người quản lý danh mục đã rút học liệu này.",
                english: "Those who look after the catalogue withdrew this resource.")
        case .byPublisher:
            LocalisedText(
                vietnamese: "Đơn vị công bố đã rút học liệu này.", english: "Its publisher withdrew this resource.")
        }
    }
}
