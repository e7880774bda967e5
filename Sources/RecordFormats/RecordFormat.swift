/// The forms in which records are read from files.
package enum RecordFormat: String, CaseIterable, Sendable {
    /// One JSON object a line; also a file that holds one JSON list, or objects over many lines.
    case jsonLines = "jsonl"
    case csv
    /// MARC 21 in ISO 2709.
    case marc
    /// Any XML with records of a known form in it: an OAI-PMH response, a collection, a feed.
    case xml

    /// The format the extension of `path` stands for, nil where it is none of ours.
    package static func of(path: String) -> Self? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return switch name[dot...].dropFirst().lowercased() {
        case "jsonl", "ndjson", "json", "jsonld": .jsonLines
        case "csv", "tsv": .csv
        case "mrc", "marc": .marc
        case "xml", "rss", "atom", "marcxml", "lom": .xml
        default: nil
        }
    }
}
