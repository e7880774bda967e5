import CArchive

/// What an archive says of one of its entries.
struct ArchiveEntry {
    /// As it stands in the archive; bytes that are no UTF-8 are replaced.
    let name: String
    let isFolder: Bool
    let isFile: Bool
    let isEncrypted: Bool

    init(_ entry: OpaquePointer) {
        let utf8 = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        name = utf8.map { String(cString: $0) } ?? ""
        // S_IFMT, S_IFDIR and S_IFREG; some programs leave the type out.
        let type = archive_entry_filetype(entry) & 0o170000
        isFolder = type == 0o040000 || name.hasSuffix("/")
        isFile = type == 0o100000 || type == 0
        isEncrypted = archive_entry_is_encrypted(entry) != 0
    }

    /// Whether unpacking by name could reach a place outside of a folder: absolute paths, drives, `..`.
    var isUnsafe: Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        return name.isEmpty || parts.first?.isEmpty == true || parts.contains("..") || parts.first?.last == ":"
            || name.unicodeScalars.contains { $0.value < 0x20 }
    }

    /// What systems leave in archives beside the files of people.
    var isLitter: Bool {
        let last = name.split(separator: "/").last ?? ""
        return name.hasPrefix("__MACOSX/") || last.hasPrefix("._") || last == ".DS_Store" || last == "Thumbs.db"
    }
}
