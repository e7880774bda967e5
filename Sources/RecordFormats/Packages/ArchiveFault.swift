import CatalogueModel
import Vocabularies

/// Why an archive, or one entry of it, cannot be read.
enum ArchiveFault: Error, Hashable {
    /// With the words of libarchive.
    case damaged(String)
    case tooManyEntries
    case tooLarge
    case tooCompressed

    /// Whether nothing more of the archive is to be read.
    var endsArchive: Bool { if case .damaged = self { false } else { true } }

    var fault: RecordFault {
        switch self {
        case .damaged(let message):
            .package(
                .malformedSyntax, "Tệp nén bị hỏng hoặc bị cắt cụt (\(message))",
                "The archive is damaged or cut off (\(message))", "Hãy tải hoặc nén lại tệp",
                "Download or pack it again")
        case .tooManyEntries:
            tooMuch("có hơn \(ArchiveLimits.entries) tệp", "it holds more than \(ArchiveLimits.entries) files")
        case .tooLarge: tooMuch("giải nén ra hơn 1 GiB", "it unpacks to more than 1 GiB")
        case .tooCompressed:
            tooMuch(
                "giải nén ra gấp hơn \(ArchiveLimits.ratio) lần, như tệp nén phá hoại",
                "it unpacks to over \(ArchiveLimits.ratio) times its size, as archives made to do harm")
        }
    }

    private func tooMuch(_ vietnamese: String, _ english: String) -> RecordFault {
        .package(
            .tooLong, "Không đọc tệp nén này: \(vietnamese)", "This archive is not read: \(english)",
            "Hãy chia thành nhiều tệp nhỏ hơn", "Split it into smaller ones")
    }
}

extension RecordFault {
    static func package(
        _ reason: RecordProblem.Reason, _ vietnamese: String, _ english: String, _ remedyVietnamese: String,
        _ remedyEnglish: String
    ) -> Self {
        Self(
            reason, vietnamese: vietnamese, english: english, remedyVietnamese: remedyVietnamese,
            remedyEnglish: remedyEnglish)
    }

    static let unsafeEntry = package(
        .malformedValue, "Đường dẫn trong tệp nén trỏ ra ngoài", "Its path in the archive leads outside of it",
        "Hãy nén lại với đường dẫn tương đối, không có “..”", "Pack it again with relative paths and no “..”")

    static let linkEntry = package(
        .malformedValue, "Mục này không phải là tệp thường (liên kết, thiết bị)",
        "This entry is no plain file (a link, a device)", "Hãy nén chính tệp đó", "Pack the file itself")

    static let encryptedEntry = package(
        .invalidEncoding, "Tệp được khóa bằng mật khẩu", "The file is locked with a password",
        "Hãy nén lại không dùng mật khẩu", "Pack it again without a password")

    static let nestedArchive = package(
        .wrongType, "Tệp nén nằm trong tệp nén, không đọc", "An archive within an archive is not read",
        "Hãy nén thẳng các tệp bản ghi", "Pack the record files themselves")

    static let officeFile = package(
        .wrongType, "Đây là tệp Office (Excel, Word), không phải gói bản ghi",
        "This is an Office file (Excel, Word), not a package of records",
        "Hãy mở trong Excel rồi lưu dạng “CSV UTF-8”", "Open it in Excel and save it as “CSV UTF-8”")

    static let noArchive = package(
        .wrongType, "Đây không phải là tệp ZIP hay gzip", "This is no ZIP or gzip file",
        "Hãy kiểm tra lại tệp, hoặc chọn định dạng khác (--format)",
        "Check the file, or choose another format (--format)")

    static let noRecordFiles = package(
        .missingField, "Trong tệp nén không có tệp bản ghi nào", "There is no record file in the archive",
        "Hãy nén các tệp .jsonl, .csv, .xml hoặc .mrc, hoặc gói có imsmanifest.xml",
        "Pack .jsonl, .csv, .xml or .mrc files, or a package with an imsmanifest.xml")

    static func unknownInnerFormat(_ name: String) -> Self {
        package(
            .wrongType, "Tên “\(name)” không cho biết định dạng bên trong tệp gzip",
            "The name “\(name)” does not tell the format within the gzip file",
            "Hãy đặt tên như ten.jsonl.gz, ten.csv.gz, ten.xml.gz",
            "Name it like name.jsonl.gz, name.csv.gz, name.xml.gz")
    }

    /// - Parameter names: the first of them.
    static func passedOver(_ count: Int, _ names: [String]) -> Self {
        let list = names.joined(separator: ", ") + (count > names.count ? " …" : "")
        return package(
            .unknownField, "Trong tệp nén có \(count) tệp không phải bản ghi, đã bỏ qua: \(list)",
            "\(count) file(s) in the archive are no record files and were passed over: \(list)",
            "Chỉ các tệp .jsonl, .csv, .xml và .mrc được đọc", "Only .jsonl, .csv, .xml and .mrc files are read"
        ).asWarning()
    }
}
