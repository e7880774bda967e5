import CatalogueModel
import TextAnalysis
import Vocabularies

/// Reads the fields of one source record and keeps what is wrong with them.
struct RecordReading {
    private let record: SourceRecord
    private(set) var problems: [RecordProblem] = []

    init(_ record: SourceRecord) {
        self.record = record
    }

    var isRefused: Bool { problems.contains { $0.severity == .refused } }

    private mutating func report(_ fault: FieldFault, _ field: SourceField) {
        problems.append(
            RecordProblem(
                location: record.location, severity: fault.severity,
                field: record.namesInSource[field] ?? field.rawValue, reason: fault.reason, message: fault.message,
                remedy: fault.remedy))
    }

    /// The values of `field`, cleaned, without duplicates, at most `RecordNormaliser.valueLimit` of them.
    private mutating func values(_ field: SourceField) -> [String] {
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
    private static let prose: Set<SourceField> = [
        .name, .alternateName, .description, .creator, .keywords, .publisherName,
    ]

    /// The text, decoded where it came in an old Vietnamese encoding; the warning keeps what came.
    private mutating func repaired(_ text: String, _ field: SourceField) -> String {
        guard Self.prose.contains(field), let (repaired, encoding) = LegacyEncoding.repair(text) else { return text }
        report(.legacyEncoding(text, encoding), field)
        return repaired
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

    /// The identifier; one without a prefix gets the publisher's, so that two institutions may both number from 1.
    mutating func identifier(publisher: Publisher?) -> ResourceID? {
        guard let text = values(.identifier).first else {
            report(.missing, .identifier)
            return nil
        }
        let prefix = text.contains(":") ? "" : publisher.map { $0.id + ":" } ?? ""
        guard let id = ResourceID(prefix + text) else {
            report(.notAnIdentifier(text), .identifier)
            return nil
        }
        return id
    }

    /// The title, then other titles; empty where the record is refused for want of one.
    mutating func titles(limit: Int) -> [String] {
        let titles = texts(.name, limit: limit)
        if titles.isEmpty { report(.missing, .name) }
        return titles
    }

    mutating func requiredAddress(_ field: SourceField) -> String? {
        guard let text = values(field).first else {
            report(.missing, field)
            return nil
        }
        if let fault = WebAddress.fault(in: text) {
            report(.notAnAddress(text, fault, isRefused: true), field)
            return nil
        }
        return text
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

    mutating func codes(_ field: SourceField, in index: CodeIndex) -> [String] {
        found(field, lookUp: { index.code(for: $0) }) { index.suggestions(for: $0) }.withoutDuplicates { $0 }
    }

    mutating func languages(_ field: SourceField, in index: LanguageIndex) -> [LanguageTag] {
        found(field, lookUp: { index.tag(for: $0) }) { index.suggestions(for: $0) }.withoutDuplicates { $0 }
    }

    /// Values that `lookUp` knows as a whole or, where it does not, in parts (`vi, en`).
    private mutating func found<Value>(
        _ field: SourceField, lookUp: (String) -> Value?, suggestions: (String) -> [LocalisedText]
    ) -> [Value] {
        var found: [Value] = []
        for text in values(field) {
            if let value = lookUp(text) {
                found.append(value)
                continue
            }
            let parts = text.split { ",;|".contains($0) }.map { cleanText(String($0)) }.filter { !$0.isEmpty }
            var unknown: [String] = []
            let before = found.count
            for part in parts.prefix(RecordNormaliser.valueLimit) {
                if let value = lookUp(part) { found.append(value) } else { unknown.append(part) }
            }
            if found.count == before { unknown = [text] }
            for part in unknown { report(.unknownCode(part, suggestions(part)), field) }
        }
        return found
    }

    /// The code of the licence, nil where it is not known for sure.
    mutating func licence(in register: LicenceRegister) -> String? {
        let texts = values(.license)
        guard let first = texts.first else {
            report(.licenceMissing, .license)
            return nil
        }
        for text in texts {
            if let licence = register.licence(named: text) { return licence.code }
            // `CC BY 4.0` is the code `CC-BY-4.0`.
            let hyphenated = text.split(separator: " ").joined(separator: "-")
            if let licence = register.licence(named: hyphenated) { return licence.code }
        }
        report(.licenceUnknown(first), .license)
        return nil
    }

    mutating func date(_ field: SourceField) -> PartialDate? {
        guard let text = values(field).first else { return nil }
        guard let date = PartialDate(written: text) else {
            report(.notADate(text), field)
            return nil
        }
        return date
    }

    mutating func duration(_ field: SourceField) -> ISODuration? {
        guard let text = values(field).first else { return nil }
        guard let duration = ISODuration(written: text) else {
            report(.notADuration(text), field)
            return nil
        }
        return duration
    }
}

extension Array {
    /// The elements, of those with equal keys the first only.
    fileprivate func withoutDuplicates<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
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
