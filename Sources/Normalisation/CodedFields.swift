import CatalogueModel
import Vocabularies

/// The fields whose values are codes, or words and addresses of other vocabularies that stand for codes.
extension RecordReading {
    mutating func codes(_ field: SourceField, in index: CodeIndex) -> [String] {
        var codes: [String] = []
        for text in values(field) {
            let found = found(text, in: index)
            codes += found.codes
            for part in found.unknown { report(.unknownCode(part, index.suggestions(for: part)), field) }
        }
        return codes.withoutDuplicates { $0 }
    }

    /// The subjects, and the values that are words and no subjects of ours: they are keywords, and no fault of a source.
    ///
    /// - Returns: as `unknown`, the words by which no subject was found at all.
    mutating func subjects(in index: CodeIndex) -> (codes: [String], words: [String], unknown: [String]) {
        var codes: [String] = []
        var unknown: [String] = []
        var words: [String] = []
        for text in values(.about) {
            let found = found(text, in: index)
            if found.unknown.isEmpty {
                codes += found.codes
            } else if Self.isCodeLike(text) {
                codes += found.codes
                for part in found.unknown { report(.unknownCode(part, index.suggestions(for: part)), .about) }
            } else {
                let ofHeading = found.codes.isEmpty ? Self.heading(text).flatMap { index.codes(for: $0) } : nil
                codes += ofHeading ?? found.codes
                if ofHeading == nil { unknown += found.unknown }
                words.append(text)
            }
        }
        return (codes.withoutDuplicates { $0 }, words, unknown)
    }

    /// What a subject heading begins with: `Mathematics -- Textbooks` is about mathematics.
    private static func heading(_ text: String) -> String? {
        guard let range = text.firstRange(of: "--") else { return nil }
        return cleanText(String(text[..<range.lowerBound]))
    }

    /// An address, a name with a prefix of a vocabulary, or more digits than letters: no word for people.
    private static func isCodeLike(_ text: String) -> Bool {
        if text.contains("://") || text.hasPrefix("info:") || text.hasPrefix("urn:") { return true }
        let digits = text.utf8.count { 0x30...0x39 ~= $0 }
        return digits > 0 && digits > text.unicodeScalars.count { $0.properties.isAlphabetic }
    }

    /// The codes of a value as a whole or, where it has none, of its parts (`054, 061`).
    private func found(_ text: String, in index: CodeIndex) -> (codes: [String], unknown: [String]) {
        if let codes = index.codes(for: text) { return (codes, []) }
        let parts = Self.parts(of: text)
        guard parts.count > 1 else { return ([], [text]) }
        var codes: [String] = []
        var unknown: [String] = []
        for part in parts {
            if let found = index.codes(for: part) { codes += found } else { unknown.append(part) }
        }
        return codes.isEmpty ? ([], [text]) : (codes, unknown)
    }

    private static func parts(of text: String) -> [String] {
        text.split { ",;|".contains($0) }.prefix(RecordNormaliser.valueLimit)
            .map { cleanText(String($0)) }.filter { !$0.isEmpty }
    }
}

extension RecordReading {
    mutating func languages(_ field: SourceField, in index: LanguageIndex) -> [LanguageTag] {
        var tags: [LanguageTag] = []
        for text in values(field) {
            if let tag = index.tag(for: text) {
                tags.append(tag)
                continue
            }
            let parts = Self.parts(of: text)
            let found = parts.compactMap { index.tag(for: $0) }
            tags += found
            let unknown = found.isEmpty ? [text] : parts.filter { index.tag(for: $0) == nil }
            for part in unknown { report(.unknownCode(part, index.suggestions(for: part)), field) }
        }
        return tags.withoutDuplicates { $0 }
    }

    /// What is stated of the licence, nil where it is not known for sure.
    mutating func licence(by detector: LicenceDetector) -> LicenceFinding? {
        let texts = values(.license)
        guard let first = texts.first else {
            report(.licenceMissing, .license)
            return nil
        }
        guard let finding = detector.finding(in: texts) else {
            report(.licenceUnknown(first), .license)
            return nil
        }
        if finding.evidence == .name { note(.licenceIsFromText) }
        if !finding.overruled.isEmpty { report(.licencesContradict(finding), .license) }
        if finding.evidence == .access { report(.accessIsNoLicence(first), .license) }
        return finding
    }
}
