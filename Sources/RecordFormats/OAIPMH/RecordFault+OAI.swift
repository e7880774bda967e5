import CatalogueModel

extension RecordFault {
    static let oaiHeaderMissing = Self(
        .missingField, vietnamese: "Bản ghi OAI-PMH không có header với identifier",
        english: "The OAI-PMH record has no header with an identifier",
        remedyVietnamese: "Hãy báo cho đơn vị quản lý kho", remedyEnglish: "Tell those who run the repository")

    static func oaiDeleted(_ identifier: String) -> Self {
        Self(
            .withdrawn, vietnamese: "“\(identifier)” đã bị xóa ở kho nguồn",
            english: "“\(identifier)” was deleted in its repository",
            remedyVietnamese: "Không cần làm gì; tệp không thể thêm bản ghi này",
            remedyEnglish: "Nothing to do: there is nothing left to take in")
    }

    static func oaiMetadataMissing(_ identifier: String) -> Self {
        Self(
            .missingField, vietnamese: "“\(identifier)” không có metadata", english: "“\(identifier)” has no metadata",
            remedyVietnamese: "Hãy báo cho đơn vị quản lý kho, hoặc dùng metadataPrefix khác",
            remedyEnglish: "Tell those who run the repository, or ask for another metadataPrefix")
    }

    static func unknownForm(_ name: XMLName) -> Self {
        Self(
            .unknownField, vietnamese: "Không đọc được dạng mô tả \(name)",
            english: "The form of description \(name) is not known",
            remedyVietnamese: "Các dạng đọc được: \(XMLRecordForms.names)",
            remedyEnglish: "Known forms: \(XMLRecordForms.names)")
    }
}
