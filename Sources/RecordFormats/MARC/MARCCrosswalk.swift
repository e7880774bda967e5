import CatalogueModel

/// Brings a MARC 21 bibliographic record into the fields of a source record.
///
/// Taken over: 001 and 003 (identifier), 020, 022, 024 (other identifiers), 008, 041 (language), 1XX, 7XX (creators),
/// 240, 242, 245, 246, 880 (titles), 260, 264, 008 (publisher, date), 300, 306 (duration), 505, 520 (description),
/// 506, 540, 856 $r (licence), 008, 385, 521 (audience, level), 600–653 (keywords), 050, 072, 082, 084 (subjects),
/// leader/06, 008, 336, 655 (type), 856 (address), 765, 773, 775, 786 (works it comes from or is in).
///
/// Passed over, since the catalogue has no place for them: class numbers of other schemes (060, 080), notes (5XX but
/// those above), series (490, 8XX), parts (774), holdings (852, 9XX).
struct MARCCrosswalk {
    /// Where people find a field in their own records.
    private static let namesInSource: [SourceField: String] = [
        .identifier: "001", .otherIdentifier: "020/022/024", .name: "245", .alternateName: "246", .description: "520",
        .descriptionLanguage: "040 $b", .url: "856 $u", .publisherName: "264 $b", .creator: "100/700",
        .inLanguage: "041", .license: "540", .learningResourceType: "336/655", .about: "082/050/072",
        .keywords: "650/653",
        .educationalLevel: "521", .audience: "521/385", .datePublished: "264 $c/008", .duration: "306",
        .isBasedOn: "786", .translationOfWork: "765",
        .isPartOf: "773", .isVersionOf: "775",
    ]

    let record: MARCRecord
    var values = XMLRecordContent()

    private init(_ record: MARCRecord) {
        self.record = record
    }

    /// What `source` says, or why it describes no learning resource.
    static func content(of source: (record: MARCRecord, warnings: [RecordFault])) -> XMLRecordContent {
        var crosswalk = Self(source.record)
        crosswalk.values.namesInSource = namesInSource
        for fault in source.warnings { crosswalk.values.warn(fault) }
        if let unfitness = source.record.unfitness {
            crosswalk.values.refuse(unfitness)
            return crosswalk.values
        }
        crosswalk.takeIdentifiers()
        crosswalk.takeTitles()
        crosswalk.takeNames()
        crosswalk.takePublication()
        crosswalk.takeContent()
        crosswalk.takeSubjects()
        crosswalk.takeTypes()
        crosswalk.takeReaders()
        crosswalk.takeAccess()
        crosswalk.takeRelations()
        return crosswalk.values
    }
}

// MARK: Identifiers

extension MARCCrosswalk {
    private mutating func takeIdentifiers() {
        takeControlNumber()
        for field in record.fields("020") {
            values.add(field["a"].compactMap { Self.number("ISBN ", $0) }, to: .otherIdentifier)
        }
        for field in record.fields("022") {
            values.add(field["a"].compactMap { Self.number("ISSN ", $0) }, to: .otherIdentifier)
        }
        for field in record.fields("024") where field.indicator1 == "7" {
            values.add(Self.identifier(of: field), to: .otherIdentifier)
        }
    }

    /// 003 says whose number 001 is, so that records of two libraries in one file keep apart: `DLC.12345`. Where 001 is
    /// missing, 035 has the number of the system the record came from.
    private mutating func takeControlNumber() {
        let number = record.first("001")?.value.trimmed ?? ""
        let agency = record.first("003")?.value.trimmed ?? ""
        if !number.isEmpty {
            values.add(Self.joined(agency.isEmpty ? number : agency + "." + number), to: .identifier)
        } else {
            values.add(record.fields("035").compactMap { $0.first("a") }.first.map(Self.joined), to: .identifier)
        }
    }

    /// White space within a number becomes a hyphen: no identifier holds any.
    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }

    /// The number before a qualifier: `0471383147 (paper) :`.
    private static func number(_ kind: String, _ text: String) -> String? {
        let number = text.prefix { $0.isNumber || $0 == "-" || $0 == "X" || $0 == "x" }
        return number.isEmpty ? nil : kind + number
    }

    private static func identifier(of field: MARCField) -> String? {
        guard let value = field.first("a") else { return nil }
        switch field.first("2")?.lowercased() {
        case "doi": return value.hasPrefix("10.") ? "doi:" + value : value
        case "hdl": return value.contains(":") ? value : "hdl:" + value
        case "urn", "uri", "ark": return value
        default: return nil
        }
    }
}

// MARK: Titles

extension MARCCrosswalk {
    private mutating func takeTitles() {
        for (index, field) in record.fields("245").enumerated() {
            let (title, parallel) = Self.title(of: field)
            values.add(title, to: index == 0 ? .name : .alternateName)
            values.add(parallel, to: .alternateName)
        }
        for field in record.fields("880") where field.first("6")?.hasPrefix("245") == true {
            let title = Self.title(of: field).title
            // In MARC-8, most of these are East Asian and could not be decoded.
            if !title.unicodeScalars.contains("\u{FFFD}") { values.add(title, to: .alternateName) }
        }
        for field in record.fields("240", "242", "246") {
            values.add(Self.title(of: field).title, to: .alternateName)
        }
    }

    /// The title with its remainder, number and name of part; what follows `=` is the same title in another language.
    private static func title(of field: MARCField) -> (title: String, parallel: String?) {
        var parts: [String] = []
        var parallel: [String] = []
        var isParallel = false
        for piece in field.values(of: ["a", "b", "n", "p"]) {
            if isParallel { parallel.append(piece) } else { parts.append(piece) }
            isParallel = isParallel || piece.hasSuffix("=")
        }
        return (joinedTitle(parts), parallel.isEmpty ? nil : joinedTitle(parallel))
    }

    private static func joinedTitle(_ parts: [String]) -> String {
        let title = ISBDPunctuation.trimmed(parts.joined(separator: " "))
        var spaced = title
        for mark in [":", ";"] { spaced = spaced.replacing(" " + mark + " ", with: mark + " ") }
        return ISBDPunctuation.withoutBrackets(spaced)
    }
}

// MARK: Languages and description

extension MARCCrosswalk {
    /// Codes of the MARC list that ISO 639-2 has dropped or never had.
    private static let formerLanguages = [
        "ajm": "aii", "cam": "khm", "esk": "ypk", "esp": "epo", "eth": "gez", "far": "fao", "fri": "fry", "gae": "gla",
        "gag": "glg", "gal": "orm", "gua": "grn", "int": "ina", "iri": "gle", "kus": "kos", "lan": "oci", "lap": "smi",
        "max": "glv", "mla": "mlg", "mol": "rum", "sao": "smo", "scc": "srp", "scr": "hrv", "sho": "sna", "snh": "sin",
        "sso": "sot", "swz": "ssw", "tag": "tgl", "taj": "tgk", "tar": "tat", "tru": "chk", "tsw": "tsn",
    ]
    private static let noLanguages: Set<String> = ["und", "zxx", "mul", "mis", "|||", "   "]

    private mutating func takeContent() {
        for field in record.fields("041") {
            let codes = field.values(of: record.type == "j" || record.type == "g" ? ["a", "d"] : ["a"])
            let isMARC = field.indicator2 != "7"
            values.add(codes.flatMap { isMARC ? Self.languages($0) : [$0] }, to: .inLanguage)
        }
        if values[.inLanguage].isEmpty, let code = record.coded("008", 35..<38) {
            values.add(Self.languages(code), to: .inLanguage)
        }
        for field in record.fields("520") {
            values.add(field.values(of: ["a", "b"]).joined(separator: " "), to: .description)
        }
        for field in record.fields("505") {
            values.add(field.values(of: ["a", "g", "t", "r"]).joined(separator: " "), to: .description)
        }
        if !values[.description].isEmpty, let code = record.first("040")?.first("b") {
            values.add(Self.languages(code), to: .descriptionLanguage)
        }
    }

    /// The codes of three letters in `text`; older records write several as one: `engfre`.
    private static func languages(_ text: String) -> [String] {
        let letters = Array(text.lowercased())
        guard letters.count % 3 == 0, letters.count <= 60 else { return [text] }
        return stride(from: 0, to: letters.count, by: 3).map { String(letters[$0..<$0 + 3]) }
            .filter { !noLanguages.contains($0) }
            .map { formerLanguages[$0] ?? $0 }
    }
}
