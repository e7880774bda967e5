package import CatalogueModel
package import Vocabularies

/// Why the backlog did not change.
package enum TranslationError: Error, Hashable, CustomStringConvertible {
    case unknownResource(String)
    case withdrawn(ResourceID)
    case alreadyVietnamese(ResourceID)
    case languageUnknown(ResourceID)
    /// With the label of the licence; nil where it is not known.
    case licence(ResourceID, LocalisedText?)
    case alreadyTranslated(ResourceID, by: ResourceID)
    case notInBacklog(ResourceID)
    case notWanted(ResourceID)
    /// Another institution has it.
    case claimedByAnother(ResourceID, institution: String, until: String?)
    case notClaimed(ResourceID)
    case notInReview(ResourceID)
    case unknownInstitution(String)
    /// A day that is past, too far off, or none.
    case badDay(String)
    case badAddress(String)
    case noTranslation(ResourceID)
    case notVietnamese(ResourceID)
    case longNote(limit: Int)

    package var message: LocalisedText {
        switch self {
        case .unknownResource(let id):
            text("Danh mục không có học liệu “\(id.prefix(80))”.", "The catalogue has no resource “\(id.prefix(80))”.")
        case .withdrawn(let id): text("Học liệu “\(id)” đã được rút.", "The resource “\(id)” is withdrawn.")
        case .alreadyVietnamese(let id):
            text("“\(id)” đã là tiếng Việt, không cần dịch.", "“\(id)” is Vietnamese already.")
        case .languageUnknown(let id):
            text(
                "Chưa rõ “\(id)” viết bằng tiếng gì. Hãy ghi ngôn ngữ trước: hoclieu curate \(id) inLanguage en.",
                "The language of “\(id)” is not known. State it first: hoclieu curate \(id) inLanguage en.")
        case .licence(let id, let label): Self.licence(id, label)
        case .alreadyTranslated(let id, let translation):
            text("“\(id)” đã có bản dịch: “\(translation)”.", "“\(id)” is translated already: “\(translation)”.")
        case .notInBacklog(let id):
            text("“\(id)” không có trong danh sách cần dịch.", "“\(id)” is not in the translation backlog.")
        case .notWanted(let id):
            text("Đơn vị này chưa đề nghị dịch “\(id)”.", "This institution has not asked for “\(id)”.")
        case .claimedByAnother(let id, let institution, let until):
            text(
                "“\(id)” đã có “\(institution)” nhận dịch\(until.map { " đến \($0)" } ?? "").",
                "“\(id)” is being translated by “\(institution)”\(until.map { " until \($0)" } ?? "").")
        case .notClaimed(let id):
            text("Chưa đơn vị nào nhận dịch “\(id)”.", "Nobody has claimed “\(id)”.")
        case .notInReview(let id):
            text(
                "Bản dịch của “\(id)” chưa được đưa ra duyệt.", "The translation of “\(id)” is not in review.")
        case .unknownInstitution(let id):
            text("Danh bạ không có đơn vị “\(id.prefix(80))”.", "The register has no institution “\(id.prefix(80))”.")
        case .badDay(let day):
            text(
                "“\(day.prefix(40))” không dùng làm hạn được. Hãy ghi một ngày từ hôm nay đến hai năm tới, ví dụ 2026-06-30.",
                "“\(day.prefix(40))” will not do as the last day. Give a day from today to two years from now, for example 2026-06-30."
            )
        case .badAddress(let address):
            text(
                "“\(address.prefix(80))” không phải là địa chỉ http hay https.",
                "“\(address.prefix(80))” is no http or https address.")
        case .noTranslation(let id):
            text(
                "Danh mục không có bản dịch “\(id)”. Hãy công bố bản dịch trước.",
                "The catalogue has no translation “\(id)”. Publish the translation first.")
        case .notVietnamese(let id):
            text("“\(id)” không phải là học liệu tiếng Việt.", "“\(id)” is no Vietnamese resource.")
        case .longNote(let limit):
            text(
                "Ghi chú quá dài. Hãy viết trong \(limit) ký tự.",
                "The note is too long. Keep it within \(limit) characters.")
        }
    }

    package var description: String { message.english }

    private static func licence(_ id: ResourceID, _ label: LocalisedText?) -> LocalisedText {
        guard let label else {
            return LocalisedText(
                vietnamese:
                    "Chưa rõ giấy phép của “\(id)”, nên không được dịch. Hãy hỏi đơn vị công bố rồi ghi giấy phép.",
                english:
                    "The licence of “\(id)” is not known, so it may not be translated. Ask its publisher, then state it."
            )
        }
        return LocalisedText(
            vietnamese:
                "Giấy phép của “\(id)” (\(label.vietnamese)) không cho phép dịch. Chỉ chủ sở hữu mới cho phép được.",
            english: "The licence of “\(id)” (\(label.english)) does not allow translations. Only its owner can.")
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
