import CatalogueModel
import Vocabularies

/// How an institution's own JSON Lines or CSV become our fields: read from a mapping file in YAML.
///
/// ```yaml
/// name: Tate artworks
/// format: jsonl                         # or csv; may be left out where the file's name tells
/// publisher: { identifier: tate, name: Tate }
/// constants:                            # the same for every record; text or a list
///   inLanguage: en
///   about: "021"                        # codes in quotation marks
/// fields:                               # our field: where it comes from
///   identifier: "tate:{acno}"           # text with {places} is a template: empty unless every place has a value
///   name: title                         # a plain word is a path (JSON) or a column (CSV)
///   creator: contributors[].name        # [] marks a list: every element counts
///   keywords: [ "subjects[]", medium ]  # values of several places, one after another
///   datePublished: { path: dateText, pattern: "\\b(1[0-9]{3}|20[0-9]{2})\\b" }  # first group, or the whole match
///   learningResourceType: { path: mediatype, default: image }   # what stands there where nothing was found
/// transforms:                           # applied in this order, before the table of values
///   description: html                   # tags removed, entities decoded
///   duration: seconds                   # a number becomes an ISO 8601 duration; also: minutes
///   name: { replace: [ "\\|", "|" ] }
///   creator: [ html, { split: [ ",", " and " ] }, { pattern: "^\\p{Lu}.*" } ]
/// values:                               # what is found: ours; a list gives several, [] drops it
///   learningResourceType: { audio: audio, film: [ video ], others: drop }   # others: keep (as it is), drop or refuse
/// ```
///
/// In a template `{hash:url,title}` stands for 16 hexadecimal digits (FNV-1a, 64 bits) of these values together: an
/// identifier for records that have none, stable as long as the values are. `{{` stands for a brace.
package struct RecordMapping: Sendable {
    package let name: String
    /// Format of the files the mapping is for, nil where any will do.
    package let format: RecordFormat?
    private let constants: [SourceField: [String]]
    private let rules: [FieldRule]
    private let namesInSource: [SourceField: String]

    /// Reads a mapping file.
    ///
    /// - Parameter file: name of the file in messages.
    /// - Throws: `RecordMappingError` for the first fault, with its line.
    package init(yaml: String, file: String) throws(RecordMappingError) {
        self = try RecordMappingParser(file: file).mapping(from: yaml)
    }

    init(name: String, format: RecordFormat?, constants: [SourceField: [String]], rules: [FieldRule]) {
        self.name = name
        self.format = format
        self.constants = constants
        self.rules = rules
        let names = rules.compactMap { rule in rule.nameInSource.map { (rule.field, $0) } }
        namesInSource = Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: `RecordFault` where a value is found that the mapping refuses.
    func record(from content: RecordContent, at location: SourceLocation) throws(RecordFault) -> SourceRecord {
        var values = constants
        for rule in rules {
            let found = try rule.values(in: content)
            if !found.isEmpty { values[rule.field] = found }
        }
        return SourceRecord(location: location, values: values, namesInSource: namesInSource)
    }

    /// - Throws: `RecordFormatError` where the mapping names a column that `header` lacks.
    func checkColumns(of header: CSVHeader, file: String, line: Int) throws {
        for rule in rules {
            guard let missing = rule.paths.first(where: { header.indices[$0.text] == nil }) else { continue }
            throw RecordFormatError(
                location: SourceLocation(file: file, line: line),
                message: LocalisedText(
                    vietnamese:
                        "Tệp ánh xạ “\(name)” cần cột “\(missing.text)” cho \(rule.field.rawValue), nhưng tệp không có",
                    english:
                        "The mapping “\(name)” takes \(rule.field.rawValue) from the column “\(missing.text)”, which is not there"
                ),
                remedy: LocalisedText(
                    vietnamese: "Các cột đang có: \(header.listed)", english: "The columns there are: \(header.listed)")
            )
        }
    }
}
