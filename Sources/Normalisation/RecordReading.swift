import CatalogueModel
import TextAnalysis
import Vocabularies

/// Reads the fields of one source record and keeps what is wrong with them.
struct RecordReading {
    let record: SourceRecord
    private(set) var problems: [RecordProblem] = []
    private(set) var notes: [QualityNote] = []

    init(_ record: SourceRecord) {
        self.record = record
    }

    var isRefused: Bool { problems.contains { $0.severity == .refused } }

    mutating func report(_ fault: FieldFault, _ field: SourceField) {
        problems.append(
            RecordProblem(
                location: record.location, severity: fault.severity,
                field: record.namesInSource[field] ?? field.rawValue, reason: fault.reason, message: fault.message,
                remedy: fault.remedy))
    }

    mutating func note(_ note: QualityNote) {
        notes.append(note)
    }

    /// The values of `field`, cleaned, without duplicates, at most `RecordNormaliser.valueLimit` of them.
    mutating func values(_ field: SourceField) -> [String] {
        let raw = record[field].map { repaired($0, field) }
        if raw.count > RecordNormaliser.valueLimit {
            report(.tooMany(found: raw.count, limit: RecordNormaliser.valueLimit), field)
        }
        let cleaned = raw.prefix(RecordNormaliser.valueLimit).map(cleanText).filter { !$0.isEmpty }
        return cleaned.count < 2 ? cleaned : cleaned.withoutDuplicates(by: { $0 })
    }
}

// MARK: Encodings from before Unicode

extension RecordReading {
    /// Fields of words: all but identifiers, addresses, dates and lengths of time.
    private static let prose: Set<SourceField> = [
        .name, .alternateName, .description, .creator, .keywords, .publisherName, .license, .learningResourceType,
        .about,
        .educationalLevel, .audience, .courseMode,
    ]
    /// Fields that may come as HTML.
    private static let markup: Set<SourceField> = [.name, .alternateName, .description, .creator, .keywords, .about]

    /// The text, decoded where it came in an old Vietnamese encoding; the warning keeps what came.
    private mutating func repaired(_ text: String, _ field: SourceField) -> String {
        guard Self.prose.contains(field) else { return text }
        guard let (repaired, encoding) = LegacyEncoding.repair(text) else {
            return Self.markup.contains(field) ? MarkupText.plain(text) : text
        }
        report(.legacyEncoding(text, encoding), field)
        return Self.markup.contains(field) ? MarkupText.plain(repaired) : repaired
    }
}

// MARK: What a record must have

extension RecordReading {
    mutating func publisher() -> Publisher? {
        let name = values(.publisherName).first
        guard let text = values(.publisher).first else {
            report(.missing, .publisher)
            return nil
        }
        let id = text.lowercased()
        guard Self.isPublisherID(id) else {
            report(.notAPublisherID(text), .publisher)
            return nil
        }
        return Publisher(id: id, name: name ?? text)
    }

    /// The title, then other titles; empty where the record is refused for want of one.
    mutating func titles(limit: Int) -> [String] {
        let titles = texts(.name, limit: limit)
        if titles.isEmpty { report(.missing, .name) }
        return titles
    }

    private static func isPublisherID(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count) && text.utf8.first != 0x2D
            && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
    }
}

// MARK: What a record may have

extension RecordReading {
    mutating func texts(_ field: SourceField, limit: Int) -> [String] {
        let texts = values(field).map { text in
            guard let cut = cutAtWord(text, limit: limit) else { return text }
            report(.tooLong(limit: limit), field)
            return cut
        }
        return texts.count < 2 ? texts : texts.withoutDuplicates { $0.lowercased() }
    }

    /// All values as one text, nil where there are none.
    mutating func joinedText(_ field: SourceField, limit: Int) -> String? {
        let text = values(field).joined(separator: " ")
        guard let cut = cutAtWord(text, limit: limit) else { return text.isEmpty ? nil : text }
        report(.tooLong(limit: limit), field)
        return cut
    }

    /// Names of people in the order people write them, of bodies as they are.
    mutating func creators(limit: Int) -> [String] {
        let names = texts(.creator, limit: limit).flatMap(PersonName.displayed)
        return names.count < 2 ? names : names.withoutDuplicates { $0.lowercased() }
    }

    func others(_ titles: [String], than title: String) -> [String] {
        titles.isEmpty ? [] : titles.filter { $0 != title }.withoutDuplicates(by: { $0 })
    }

    mutating func addresses(_ field: SourceField) -> [String] {
        var addresses: [String] = []
        for text in values(field) {
            if let fault = WebAddress.fault(in: text) {
                report(.notAnAddress(text, fault, isRefused: false), field)
            } else {
                addresses.append(text)
            }
        }
        return addresses
    }

    /// Other resources: by address, or by the identifier the catalogue has for them (`truong-x:bai-1`).
    mutating func references(_ field: SourceField) -> [String] {
        var references: [String] = []
        for text in values(field) {
            if let fault = WebAddress.fault(in: text), !Self.isCatalogueIdentifier(text) {
                report(.notAnAddress(text, fault, isRefused: false), field)
            } else {
                references.append(text)
            }
        }
        return references
    }

    /// Whether `text` begins with the identifier of an institution; schemes of addresses are none.
    private static func isCatalogueIdentifier(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), ResourceID(text) != nil else { return false }
        let (institution, local) = (text[..<colon], text[colon...].dropFirst())
        return isPublisherID(String(institution)) && !local.isEmpty && !local.hasPrefix("//")
            && !["javascript", "data", "mailto", "file", "urn", "doi", "hdl", "isbn"].contains(institution)
    }

    mutating func date(_ field: SourceField) -> PartialDate? {
        guard let text = values(field).first else { return nil }
        switch DateText.read(text) {
        case .success(let date): return date
        case .failure(let fault):
            report(.notADate(text, fault), field)
            return nil
        }
    }

    mutating func duration(_ field: SourceField) -> ISODuration? {
        guard let text = values(field).first else { return nil }
        guard let duration = ISODuration(written: text) else {
            report(.notADuration(text), field)
            return nil
        }
        // Players show minutes and seconds; of a time to learn, hours may have been meant.
        if field == .timeRequired, ISODuration.minutes(text) != nil { report(.minutesAndSeconds(text), field) }
        return duration
    }
}

extension Array {
    /// The elements, of those with equal keys the first only.
    func withoutDuplicates<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        guard count > 1 else { return self }
        if count < 8 {
            var kept: [(key: Key, element: Element)] = []
            for element in self {
                let key = key(element)
                if !kept.contains(where: { $0.key == key }) { kept.append((key, element)) }
            }
            return kept.map(\.element)
        }
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
