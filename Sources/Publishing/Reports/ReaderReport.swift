package import CatalogueModel
package import Foundation
package import Vocabularies

/// What a reader says is wrong with a resource.
package struct ReaderReport: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case brokenLink = "broken-link"
        case wrongLicence = "wrong-licence"
        case notSuitable = "not-suitable"
        case other

        package var label: LocalisedText {
            switch self {
            case .brokenLink: LocalisedText(vietnamese: "Liên kết hỏng", english: "Broken link")
            case .wrongLicence: LocalisedText(vietnamese: "Sai giấy phép", english: "Wrong licence")
            case .notSuitable: LocalisedText(vietnamese: "Nội dung không phù hợp", english: "Not suitable")
            case .other: LocalisedText(vietnamese: "Điều khác", english: "Something else")
            }
        }
    }

    package enum State: String, Sendable {
        case open
        /// Something was done about it.
        case done
        /// There was nothing to do.
        case dismissed

        package var label: LocalisedText {
            switch self {
            case .open: LocalisedText(vietnamese: "chờ xem", english: "open")
            case .done: LocalisedText(vietnamese: "đã xử lý", english: "done")
            case .dismissed: LocalisedText(vietnamese: "bỏ qua", english: "dismissed")
            }
        }
    }

    package let number: Int64
    package let resource: ResourceID
    package let title: String
    package let institution: String
    package let kind: Kind
    /// In the reader's words; may be empty.
    package let note: String
    package let at: Date
    package let state: State
    package let decidedBy: String?
    package let answer: String?
}
