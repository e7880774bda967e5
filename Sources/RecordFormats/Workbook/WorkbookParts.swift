/// The parts of an Excel workbook (Office Open XML, ECMA-376 Part 1 §12) that say what stands in its first sheet.
struct WorkbookParts {
    /// Bytes unpacked that are kept.
    private static let limit = 128 << 20

    private var parts: [String: [UInt8]] = [:]

    /// - Throws: `ArchiveFault` for an archive that is damaged or unpacks to too much.
    init(_ bytes: [UInt8]) throws {
        var chunk: [UInt8]? = bytes
        var stream = ByteStream {
            defer { chunk = nil }
            return chunk
        }
        let archive = ArchiveStream(.zip)
        archive.exchange(&stream)
        defer { archive.exchange(&stream) }
        var total = 0
        while let entry = try archive.nextEntry() {
            guard Self.isWanted(entry.name) else {
                try archive.skipEntry()
                continue
            }
            var content: [UInt8] = []
            while let piece = try archive.nextChunk() {
                total += piece.count
                guard total <= Self.limit else { throw ArchiveFault.tooLarge }
                content += piece
            }
            parts[entry.name] = content
        }
    }

    subscript(name: String) -> [UInt8]? { parts[name] }

    /// The sheet the workbook names first; nil where it has none.
    var firstSheet: [UInt8]? {
        get throws {
            let sheets = parts.keys.filter { $0.hasPrefix("xl/worksheets/") }.sorted()
            guard let id = try elements("sheet", of: "xl/workbook.xml").first?[attribute: "id"],
                let target = try elements("Relationship", of: "xl/_rels/workbook.xml.rels")
                    .first(where: { $0[attribute: "Id"] == id })?[attribute: "Target"],
                let sheet = parts[target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target]
            else { return sheets.first.flatMap { parts[$0] } }
            return sheet
        }
    }

    /// The elements of one name in a part, wherever they stand; none where the part is missing.
    func elements(
        _ name: String, in parent: String? = nil, of part: String
    ) throws -> [XMLElement] {
        guard let bytes = parts[part] else { return [] }
        return try Self.elements(name, in: parent, of: bytes, part: part)
    }

    static func elements(
        _ name: String, in parent: String? = nil, of bytes: [UInt8], part: String
    ) throws -> [XMLElement] {
        var found: [XMLElement] = []
        try forEachElement(name, in: parent, of: bytes, part: part) { found.append($0) }
        return found
    }

    static func forEachElement(
        _ name: String, in parent: String? = nil, of bytes: [UInt8], part: String, _ visit: (XMLElement) -> Void
    ) throws {
        var chunk: [UInt8]? = bytes
        var reader = XMLElementReader(file: part) {
            defer { chunk = nil }
            return chunk
        } isUnit: { element, _, above in
            element.local == name && (parent == nil || above?.local == parent)
        }
        while let reading = try reader.next() {
            switch reading {
            case .unit(let unit): visit(unit.element)
            case .refused(let problem): throw problem
            }
        }
    }

    private static func isWanted(_ name: String) -> Bool {
        [
            "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
        ].contains(name) || name.hasPrefix("xl/worksheets/") && name.hasSuffix(".xml") && !name.contains("_rels")
    }
}
