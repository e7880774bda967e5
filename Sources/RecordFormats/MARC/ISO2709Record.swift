/// One record as ISO 2709 lays it out: leader, directory, data; the bytes are not yet decoded.
struct ISO2709Record {
    struct Field {
        let tag: String
        /// Without the field terminator.
        let bytes: ArraySlice<UInt8>
    }

    static let fieldTerminator: UInt8 = 0x1E
    private static let leaderLength = 24
    /// Bytes of a directory entry: tag, length, place (MARC 21 leader/20–23 is always `4500`).
    private static let entryLength = 12
    /// Fields a record may have; the directory of a record of 4 MiB could name 300,000.
    private static let fieldLimit = 10_000

    let leader: String
    let fields: [Field]
    /// Whether the fields were not where the directory has them.
    private(set) var isMended = false
    private(set) var warnings: [RecordFault] = []

    /// - Parameter bytes: without the record terminator.
    /// - Throws: where no fields can be told apart.
    init(_ bytes: [UInt8]) throws(RecordFault) {
        let start = Self.start(of: bytes)
        if start > 0 { warnings.append(.marcJunk(bytes: start)) }
        let record = bytes[start...]
        guard record.count > Self.leaderLength else { throw .marcTooShort(bytes: record.count) }
        let directoryStart = start + Self.leaderLength
        guard let directoryEnd = record[directoryStart...].firstIndex(of: Self.fieldTerminator) else {
            throw .marcDirectory("không có dấu kết thúc bảng mục lục", "its end is missing")
        }
        leader = Self.ascii(record[..<directoryStart])
        let directory = record[directoryStart..<directoryEnd]
        guard !directory.isEmpty else { throw .marcDirectory("bảng mục lục trống", "it is empty") }
        guard directory.count <= Self.fieldLimit * Self.entryLength else {
            throw .marcDirectory("quá \(Self.fieldLimit) trường", "it names more than \(Self.fieldLimit) fields")
        }
        guard directory.count % Self.entryLength == 0 else {
            throw .marcDirectory("độ dài không chia hết cho 12", "its length is no multiple of 12")
        }
        let data = record[(directoryEnd + 1)...]
        let entries = Self.entries(directory)
        if let fields = Self.fields(entries, in: data) {
            self.fields = fields
            checkLeader(length: record.count + 1, base: directoryEnd + 1 - start)
        } else {
            fields = try Self.fieldsInOrder(entries, of: data)
            isMended = true
            warnings.append(.marcDirectoryMended)
        }
    }

    private mutating func checkLeader(length: Int, base: Int) {
        let found = (Int(leader.prefix(5)), Int(leader.dropFirst(12).prefix(5)))
        if found.0 != length || found.1 != base { warnings.append(.marcLeaderNumbers) }
    }

    /// Where the leader stands: at the beginning, unless that is no number and a leader that fits what follows it is
    /// found further on.
    private static func start(of bytes: [UInt8]) -> Int {
        guard bytes.count > leaderLength, !bytes.prefix(5).allSatisfy(ASCII.isDigit) else { return 0 }
        let first = max(1, bytes.count + 1 - 99_999)
        guard first < bytes.count - leaderLength else { return 0 }
        return (first..<bytes.count - leaderLength).first { isLeader(at: $0, in: bytes) } ?? 0
    }

    private static func isLeader(at place: Int, in bytes: [UInt8]) -> Bool {
        guard number(bytes[place..<place + 5]) == bytes.count + 1 - place,
            let base = number(bytes[place + 12..<place + 17]), base > leaderLength, place + base <= bytes.count
        else { return false }
        return bytes[place + base - 1] == fieldTerminator
    }

    /// The bytes as text; what is no ASCII becomes a blank.
    private static func ascii(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { 0x20...0x7E ~= $0 ? $0 : ASCII.space }, as: UTF8.self)
    }
}

// MARK: The directory

extension ISO2709Record {
    private struct Entry {
        let tag: String
        /// Nil where the digits are none.
        let place: Range<Int>?
    }

    private static func entries(_ directory: ArraySlice<UInt8>) -> [Entry] {
        stride(from: directory.startIndex, to: directory.endIndex, by: entryLength).map { start in
            let entry = directory[start..<start + entryLength]
            let place = number(entry.dropFirst(7)).flatMap { first in
                number(entry.dropFirst(3).prefix(4)).map { first..<first + $0 }
            }
            return Entry(tag: ascii(entry.prefix(3)), place: place)
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.allSatisfy(ASCII.isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The fields as the directory places them, nil where one does not end at a field terminator.
    private static func fields(_ entries: [Entry], in data: ArraySlice<UInt8>) -> [Field]? {
        var fields: [Field] = []
        for entry in entries {
            guard let place = entry.place, !place.isEmpty, place.upperBound <= data.count else { return nil }
            let end = data.startIndex + place.upperBound - 1
            guard data[end] == fieldTerminator else { return nil }
            fields.append(Field(tag: entry.tag, bytes: data[data.startIndex + place.lowerBound..<end]))
        }
        return fields
    }

    /// The fields as they follow one another, which serves where lengths were counted in characters or places are wrong.
    private static func fieldsInOrder(
        _ entries: [Entry], of data: ArraySlice<UInt8>
    ) throws(RecordFault) -> [Field] {
        var pieces = data.split(separator: fieldTerminator, omittingEmptySubsequences: false)
        if let last = pieces.last, last.allSatisfy(ASCII.isBlank) { pieces.removeLast() }
        guard pieces.count == entries.count else {
            throw .marcDirectory(
                "mục lục có \(entries.count) trường, dữ liệu có \(pieces.count)",
                "it names \(entries.count) fields, and \(pieces.count) are there")
        }
        let order = entries.allSatisfy { $0.place != nil } ? sortedByPlace(entries) : entries
        return zip(order, pieces).map { Field(tag: $0.tag, bytes: $1) }
    }

    private static func sortedByPlace(_ entries: [Entry]) -> [Entry] {
        entries.enumerated().sorted { a, b in
            let first = a.element.place?.lowerBound ?? 0
            let second = b.element.place?.lowerBound ?? 0
            return (first, a.offset) < (second, b.offset)
        }.map(\.element)
    }
}
