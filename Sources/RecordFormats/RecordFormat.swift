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

    /// What names of its files end in, without the dot, in small letters.
    package var endings: [String] {
        switch self {
        case .jsonLines: ["jsonl", "ndjson", "json", "jsonld"]
        case .csv: ["csv", "tsv"]
        case .marc: ["mrc", "marc"]
        case .package: ["zip", "imscc"]
        case .webPage: ["html", "htm"]
        case .xml: ["xml", "rss", "atom", "marcxml", "lom"]
        }
    }

    /// The format the extension of `path` stands for, nil where it is none of ours. That of `x.jsonl.gz` is `package`.
    package static func of(path: String) -> Self? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[dot...].dropFirst().lowercased()
        if ending == "gz" { return of(path: String(name[..<dot])) == nil ? nil : .package }
        return allCases.first { $0.endings.contains(ending) }
    }
}
