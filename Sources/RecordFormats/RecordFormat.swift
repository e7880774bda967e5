/// The forms in which records are read from files.
package enum RecordFormat: String, CaseIterable, Sendable {
    /// One JSON object a line; also a file that holds one JSON list, or objects over many lines.
    case jsonLines = "jsonl"
    case csv
    /// MARC 21 in ISO 2709.
    case marc
    /// A ZIP archive of record files, a content package with a manifest, or one record file in gzip.
    case package
    /// A web page with JSON-LD in it.
    case webPage = "html"
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
        case "zip", "imscc": .package
        case "gz": of(path: String(name[..<dot])) == nil ? nil : .package
        case "html", "htm": .webPage
        case "xml", "rss", "atom", "marcxml", "lom": .xml
        default: nil
        }
    }
}
