import GRDB

/// The messages of `CatalogueStoreError`.
extension CatalogueStoreError {
    static func missing(_ path: String) -> Self {
        Self(
            .missing, path: path,
            vietnamese:
                "Chưa có danh mục ở \(path). Hãy chạy “hoclieu ingest Corpus” để tạo, hoặc chỉ thư mục khác bằng --data.",
            english:
                "There is no catalogue at \(path). Run “hoclieu ingest Corpus” to make one, or name its folder with --data."
        )
    }

    static func foreign(_ path: String) -> Self {
        Self(
            .notACatalogue, path: path,
            vietnamese:
                "\(path) không phải là danh mục của hoclieu; tệp được giữ nguyên. Hãy chỉ thư mục khác bằng --data.",
            english: "\(path) is not a catalogue of hoclieu; it was left untouched. Name another folder with --data.")
    }

    static func newer(_ path: String) -> Self {
        Self(
            .newerSchema, path: path,
            vietnamese: "\(path) do một phiên bản hoclieu mới hơn tạo ra. Hãy cập nhật chương trình.",
            english: "\(path) was written by a newer hoclieu. Update the program.")
    }

    static func readOnly(_ path: String) -> Self {
        Self(
            .readOnly, path: path,
            vietnamese: "Không ghi được vào \(path): tệp chỉ đọc. Hãy kiểm tra quyền của tệp và thư mục.",
            english: "\(path) cannot be written: it is read-only. Check the permissions of the file and its folder.")
    }

    package static func outdated(_ path: String) -> Self {
        Self(
            .indexOutdated, path: path,
            vietnamese: "Chỉ mục trong \(path) do bộ phân tích phiên bản khác tạo ra. Hãy chạy “hoclieu rebuild”.",
            english: "The index in \(path) was built by another version of the text analysis. Run “hoclieu rebuild”.")
    }

    static func noVocabularies(_ path: String) -> Self {
        Self(
            .noVocabularies, path: path,
            vietnamese: "Danh mục \(path) chưa có bảng mã. Hãy nạp thư mục Corpus trước: “hoclieu ingest Corpus”.",
            english:
                "The catalogue \(path) holds no vocabularies yet. Read the Corpus folder first: “hoclieu ingest Corpus”."
        )
    }

    /// What SQLite said, in words that say what to do; other errors pass unchanged.
    static func explaining(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let detail = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_NOTADB: return foreign(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return Self(
                .locked, path: path,
                vietnamese: "\(path) đang bị một chương trình khác khóa. Hãy đợi lần nạp kia xong rồi thử lại.",
                english: "\(path) is locked by another program. Wait until it has finished, then try again.")
        case .SQLITE_FULL:
            return Self(
                .full, path: path,
                vietnamese: "Đĩa đầy khi ghi \(path). Những gì đã ghi xong vẫn còn; hãy giải phóng chỗ rồi chạy lại.",
                english:
                    "The disk is full while writing \(path). What was committed is safe; free some space and run again."
            )
        case .SQLITE_READONLY: return readOnly(path)
        case .SQLITE_CANTOPEN:
            return Self(
                .other, path: path,
                vietnamese: "Không mở được \(path). Hãy kiểm tra thư mục và quyền truy cập.",
                english: "\(path) cannot be opened. Check the folder and its permissions.")
        case .SQLITE_CORRUPT:
            return Self(
                .damaged, path: path,
                vietnamese:
                    "\(path) bị hỏng (\(detail)). Hãy chạy “hoclieu check”, khôi phục bản sao lưu, hoặc xóa tệp rồi nạp lại.",
                english:
                    "\(path) is damaged (\(detail)). Run “hoclieu check”, restore a backup, or remove it and ingest again."
            )
        case .SQLITE_IOERR:
            return Self(
                .other, path: path,
                vietnamese: "Lỗi đọc ghi đĩa ở \(path) (\(detail)). Hãy kiểm tra ổ đĩa và chỗ trống rồi chạy lại.",
                english:
                    "Reading or writing \(path) failed (\(detail)). Check the disk and its free space, then run again.")
        default: return error
        }
    }
}
