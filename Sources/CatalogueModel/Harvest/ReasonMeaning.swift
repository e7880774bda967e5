package import Vocabularies

extension RecordProblem.Reason {
    /// What problems of this kind are, and what they cost: a section of the page `/help/records`.
    package var meaning: LocalisedText {
        switch self {
        case .missingField:
            text(
                "Thiếu giá trị. Không có mã, tiêu đề, địa chỉ hoặc đơn vị thì bản ghi không được nhận; thiếu giấy phép thì không được tính là học liệu mở.",
                "A value is missing. Without identifier, title, address or publisher a record is not taken in; without a licence it does not count as open."
            )
        case .malformedValue:
            text(
                "Giá trị viết sai: ngày không có thật, địa chỉ không mở được, số ISBN sai chữ số kiểm tra. Giá trị bị bỏ, bản ghi vẫn được nhận nếu còn đủ thông tin.",
                "A value is written wrongly: a day that does not exist, an address nobody can open, an ISBN with a wrong check digit. The value is left out; the record is taken in where enough is left."
            )
        case .unknownCode:
            text(
                "Giá trị không có trong bảng mã (loại, lĩnh vực, trình độ, giấy phép, ngôn ngữ). Bộ lọc sẽ không tìm thấy học liệu theo giá trị này.",
                "A value is in none of the vocabularies (type, subject, level, licence, language). Filters will not find the resource by it."
            )
        case .unknownField:
            text(
                "Trường mà danh mục không dùng. Nội dung của trường được bỏ qua.",
                "A field the catalogue does not use. What it holds is left aside.")
        case .wrongType:
            text(
                "Giá trị sai kiểu: cần chữ mà là số hay đối tượng, hoặc cần danh sách.",
                "A value of the wrong type: text is needed and an object stands there, or a list is needed.")
        case .tooLong:
            text(
                "Bản ghi hoặc giá trị quá dài. Giá trị bị cắt; bản ghi trên 4 MiB không được nhận.",
                "A record or value is too long. The value is cut; a record of more than 4 MiB is not taken in.")
        case .malformedSyntax:
            text(
                "Bản ghi sai cú pháp (JSON, CSV, XML, MARC). Các bản ghi khác vẫn được đọc.",
                "The record breaks the rules of its format (JSON, CSV, XML, MARC). Other records are read all the same."
            )
        case .invalidEncoding:
            text(
                "Chữ không phải UTF-8. Hãy xuất lại bằng UTF-8 với phông Unicode.",
                "The text is not UTF-8. Export it again as UTF-8, typed in a Unicode font.")
        case .circularRelation:
            text(
                "Quan hệ giữa các học liệu thành vòng, ví dụ A là một phần của B và B là một phần của A. Bản ghi vẫn được nhận, quan hệ đó không được tính.",
                "Relations between resources go round, as where A is part of B and B is part of A. The record is taken in, that relation does not count."
            )
        case .withdrawn:
            text(
                "Đơn vị ghi rằng bản ghi đã xóa: không có gì để nhận.",
                "The institution says that the record is deleted: there is nothing to take in.")
        case .duplicateIdentifier:
            text(
                "Một mã dùng cho hai học liệu, hoặc mã của đơn vị khác. Chỉ bản ghi đầu được nhận.",
                "One identifier for two resources, or another institution's. Only the first is taken in.")
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
