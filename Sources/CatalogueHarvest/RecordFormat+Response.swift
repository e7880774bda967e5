import CatalogueModel
import Harvesting
import RecordFormats

extension RecordFormat {
    /// The format of a file: as the source says, as its mapping says, by the media type, by the name.
    ///
    /// - Throws: `HarvestStop` where none of them tells.
    static func of(_ answer: FetchedResponse, wanted: String?, mapping: RecordMapping?) throws -> Self {
        if let wanted, let format = Self(rawValue: wanted) { return format }
        if let format = mapping?.format { return format }
        switch answer.headers.mediaType {
        case "application/json", "application/ld+json", "application/x-ndjson", "application/jsonl": return .jsonLines
        case "text/csv", "text/tab-separated-values": return .csv
        case "application/marc": return .marc
        case "application/zip", "application/x-zip-compressed": return .package
        case "application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "application/marcxml+xml":
            return .xml
        default: break
        }
        if let format = of(path: String(answer.address.path)) { return format }
        throw HarvestStop(
            HarvestNotice(
                code: "unknown-format",
                vietnamese:
                    "Không biết định dạng của \(answer.address) (\(answer.headers.mediaType ?? "?")). Hãy ghi --format: "
                    + allCases.map(\.rawValue).joined(separator: ", "),
                english:
                    "The format of \(answer.address) is not known (\(answer.headers.mediaType ?? "?")). Give --format: "
                    + allCases.map(\.rawValue).joined(separator: ", ")))
    }
}
