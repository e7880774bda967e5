/// Makes fields with indicators and subfields of the bytes of a record in ISO 2709.
struct MARCFieldParser {
    static let delimiter: UInt8 = 0x1F

    private var decoder: MARCTextDecoder
    private var badIndicators: String?
    private var badCodes: String?
    private var badTags: [String] = []

    private init(_ record: ISO2709Record) {
        decoder = MARCTextDecoder(leader: record.leader, fields: record.fields)
    }

    /// - Throws: where the encoding is not known.
    static func record(
        of source: ISO2709Record
    ) throws(RecordFault) -> (record: MARCRecord, warnings: [RecordFault]) {
        var parser = Self(source)
        let fields = source.fields.map { parser.field($0) }
        var warnings = try source.warnings + parser.decoder.warnings()
        if !parser.badTags.isEmpty { warnings.append(.marcBadTags(parser.badTags)) }
        if let tag = parser.badIndicators { warnings.append(.marcBadIndicators(tag: tag)) }
        if let tag = parser.badCodes { warnings.append(.marcBadSubfieldCode(tag: tag)) }
        return (MARCRecord(leader: source.leader, fields: fields), warnings)
    }

    private mutating func field(_ field: ISO2709Record.Field) -> MARCField {
        let isTag = field.tag.utf8.count == 3 && field.tag.utf8.allSatisfy { ASCII.isDigit($0) || $0 | 0x20 > 0x60 }
        if !isTag, badTags.count < 10 { badTags.append(field.tag) }
        if MARCField.isControl(field.tag), !field.bytes.contains(Self.delimiter) {
            return MARCField(tag: field.tag, value: decoder.text(field.bytes, tag: field.tag))
        }
        var pieces = field.bytes.split(separator: Self.delimiter, omittingEmptySubsequences: false)
        let indicators = Array(pieces.removeFirst())
        if pieces.isEmpty { return undivided(field) }
        if indicators.count != 2 || !indicators.allSatisfy({ 0x20...0x7E ~= $0 }), badIndicators == nil {
            badIndicators = field.tag
        }
        return MARCField(
            tag: field.tag, indicator1: Self.indicator(indicators.first),
            indicator2: Self.indicator(indicators.dropFirst().first),
            subfields: pieces.filter { !$0.isEmpty }.map { subfield($0, tag: field.tag) })
    }

    /// A field that should have subfields and has none: what follows the indicators counts as `$a`.
    private mutating func undivided(_ field: ISO2709Record.Field) -> MARCField {
        if badCodes == nil { badCodes = field.tag }
        let value = decoder.text(field.bytes.dropFirst(2), tag: field.tag)
        return MARCField(tag: field.tag, subfields: [.init(code: "a", value: value)])
    }

    private mutating func subfield(_ bytes: ArraySlice<UInt8>, tag: String) -> MARCField.Subfield {
        guard let code = bytes.first, 0x21...0x7E ~= code else {
            if badCodes == nil { badCodes = tag }
            // A character that takes the place of the code is part of what it spoils.
            let rest = bytes.drop { $0 >= 0x80 || $0 == ASCII.space }
            return .init(code: "a", value: decoder.text(rest, tag: tag))
        }
        let letter = 0x41...0x5A ~= code ? code | 0x20 : code
        return .init(code: Character(Unicode.Scalar(letter)), value: decoder.text(bytes.dropFirst(), tag: tag))
    }

    private static func indicator(_ byte: UInt8?) -> Character {
        guard let byte, 0x20...0x7E ~= byte else { return " " }
        return Character(Unicode.Scalar(byte))
    }
}
