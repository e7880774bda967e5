import CatalogueModel
import Vocabularies

extension RecordFormatError {
    /// A DOCTYPE with an internal subset: entities are never expanded, so that none can be used against us.
    static func entities(at location: SourceLocation) -> Self {
        Self(
            location: location,
            message: LocalisedText(
                vietnamese: "Tệp có DOCTYPE với khai báo riêng; thực thể không được chấp nhận",
                english: "It has a DOCTYPE with declarations of its own; entities are not accepted"),
            remedy: LocalisedText(
                vietnamese: "Hãy bỏ phần [ … ] của DOCTYPE và thay các thực thể bằng chữ",
                english: "Leave the [ … ] of the DOCTYPE out, and write the text instead of entities"), kind: .entities)
    }

    static func noElement(at location: SourceLocation) -> Self {
        Self(
            location: location,
            message: LocalisedText(vietnamese: "Không có phần tử XML nào", english: "There is no XML element in it"),
            remedy: LocalisedText(vietnamese: "Hãy tải hoặc xuất lại", english: "Download or export it again"))
    }
}
