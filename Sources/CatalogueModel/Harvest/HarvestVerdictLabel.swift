package import Vocabularies

extension HarvestVerdict {
    package var label: LocalisedText {
        switch self {
        case .success: LocalisedText(vietnamese: "thành công", english: "success")
        case .partial: LocalisedText(vietnamese: "một phần", english: "partial")
        case .failed: LocalisedText(vietnamese: "thất bại", english: "failed")
        case .suspicious: LocalisedText(vietnamese: "đáng ngờ", english: "suspicious")
        case .aborted: LocalisedText(vietnamese: "bị dừng", english: "aborted")
        }
    }
}
