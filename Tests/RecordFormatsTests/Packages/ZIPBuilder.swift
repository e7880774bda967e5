/// Writes made-up ZIP archives and gzip files (APPNOTE 6.3, RFC 1952); contents are stored, not compressed.
struct ZIPBuilder {
    private struct Entry {
        let name: [UInt8]
        let content: [UInt8]
        let flags: UInt16
        let method: UInt16
        let size: Int
        let offset: Int
    }

    private var entries: [Entry] = []
    private var data: [UInt8] = []

    mutating func add(_ name: String, _ content: String, flags: UInt16 = 0x0800, extra: [UInt8] = []) {
        add(name, Array(content.utf8), flags: flags, extra: extra)
    }

    /// - Parameters:
    ///   - flags: bit 0 encrypted, bit 11 name in UTF-8.
    ///   - method: 0 stored, 8 deflated.
    ///   - size: of what is unpacked, where that is not `content`.
    ///   - extra: fields between name and content.
    mutating func add(
        _ name: String, _ content: [UInt8], flags: UInt16 = 0x0800, method: UInt16 = 0, size: Int? = nil,
        extra: [UInt8] = []
    ) {
        let entry = Entry(
            name: Array(name.utf8), content: content, flags: flags, method: method, size: size ?? content.count,
            offset: data.count)
        entries.append(entry)
        data += [0x50, 0x4B, 0x03, 0x04] + header(entry, extra: extra.count) + entry.name + extra + content
    }

    private func header(_ entry: Entry, extra: Int) -> [UInt8] {
        let numbers: [(value: Int, width: Int)] = [
            (20, 2), (Int(entry.flags), 2), (Int(entry.method), 2), (0, 4), (Int(crc32(entry.content)), 4),
            (entry.content.count, 4), (entry.size, 4), (entry.name.count, 2), (extra, 2),
        ]
        return numbers.flatMap { littleEndian($0.value, $0.width) }
    }

    var bytes: [UInt8] {
        var directory: [UInt8] = []
        for entry in entries {
            directory += [0x50, 0x4B, 0x01, 0x02, 20, 0]
            directory += header(entry, extra: 0)
            directory += littleEndian(0, 10)
            directory += littleEndian(entry.offset, 4)
            directory += entry.name
        }
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
        end += littleEndian(entries.count, 2)
        end += littleEndian(entries.count, 2)
        end += littleEndian(directory.count, 4)
        end += littleEndian(data.count, 4)
        return data + directory + end + [0, 0]
    }

    static func gzip(_ content: [UInt8]) -> [UInt8] {
        let length = littleEndian(content.count, 2)
        var bytes = gzipHeader + [0x01]
        bytes += length
        bytes += length.map { ~$0 }
        bytes += content
        bytes += littleEndian(Int(crc32(content)), 4)
        bytes += littleEndian(content.count, 4)
        return bytes
    }

    /// The field of libarchive that has the permissions of a symbolic link on Unix before its content.
    static let linkExtra: [UInt8] = [0x78, 0x6C, 7, 0, 5, 20, 3, 0, 0, 0xFF, 0xA1]

    static let gzipHeader: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03]

    /// A deflated stream of zeros, 1,032 of them for every byte: one block whose codes for “258 times the last byte” are
    /// one bit each.
    static func zeros(deflatedTo count: Int) -> [UInt8] {
        [0xEC, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A]
            + [UInt8](repeating: 0, count: count)
    }
}

/// The lowest `width` bytes of a number, lowest first.
private func littleEndian(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
}

/// CRC-32 of ISO 3309.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes { crc = crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
    return ~crc
}

private let crcTable: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 {
        let isOdd = value & 1 == 1
        value >>= 1
        if isOdd { value ^= 0xEDB8_8320 }
    }
    return value
}
