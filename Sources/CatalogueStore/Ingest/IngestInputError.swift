import RecordFormats
package import Vocabularies

/// Why a path given to `hoclieu ingest` cannot be read.
package enum IngestInputError: Error, Hashable, CustomStringConvertible {
    case missing(String)
    case folder(String)
    case unreadable(String)
    case emptyFolder(String)
    case unknownFormat(String)
    /// No institution of the register.
    case unknownPublisher(String)

    package var message: LocalisedText {
        switch self {
        case .missing(let path):
            LocalisedText(
                vietnamese: "Không có tệp \(path). Hãy kiểm tra lại đường dẫn.",
                english: "There is no file \(path). Check the path.")
        case .folder(let path):
            LocalisedText(
                vietnamese: "\(path) là thư mục, không phải tệp. Với --mapping, hãy chỉ đúng tệp cần nạp.",
                english: "\(path) is a folder, not a file. With --mapping, name the file itself.")
        case .unreadable(let path):
            LocalisedText(
                vietnamese: "Không đọc được \(path). Hãy kiểm tra quyền của tệp.",
                english: "\(path) cannot be read. Check its permissions.")
        case .emptyFolder(let path):
            LocalisedText(
                vietnamese: "Thư mục \(path) không có tệp nào tên kết thúc bằng \(Self.endings).",
                english: "The folder \(path) holds no file whose name ends in \(Self.endings).")
        case .unknownPublisher(let id):
            LocalisedText(
                vietnamese: "Danh bạ đơn vị không có “\(id)”. Xem Corpus/Registers/institutions.csv.",
                english: "The register has no institution “\(id)”. See Corpus/Registers/institutions.csv.")
        case .unknownFormat(let path):
            LocalisedText(
                vietnamese: """
                    Không biết định dạng của \(path). Hãy ghi --format: \(Self.formats). \
                    Tệp Excel: mở trong Excel rồi lưu dạng “CSV UTF-8”.
                    """,
                english: """
                    The format of \(path) is not known by its name. Give --format: \(Self.formats). \
                    An Excel file: open it in Excel and save it as “CSV UTF-8”.
                    """)
        }
    }

    package var description: String { message.english }

    private static var formats: String { RecordFormat.allCases.map(\.rawValue).joined(separator: ", ") }

    private static var endings: String {
        (RecordFormat.allCases.flatMap(\.endings) + ["gz"]).map { "." + $0 }.joined(separator: ", ")
    }
}
