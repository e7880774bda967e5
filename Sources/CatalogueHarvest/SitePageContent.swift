import CatalogueModel
import CatalogueStore
import Harvesting
import RecordFormats

/// What one page of a site states.
struct SitePageContent {
    private(set) var records: [HarvestedRecord] = []
    /// Of the records that have one.
    private(set) var identifiers: [String] = []
    /// Whether part of it could not be read.
    private(set) var isDamaged = false
    /// Whether its end may be missing. HTML may leave the last tag out, so this is no more than a suspicion.
    private(set) var isCutOff = false
    /// Whether it is a page like any other.
    private(set) var hasNoResource = false

    private static let end = "</html"

    init(_ answer: FetchedResponse) {
        do {
            try read(answer)
        } catch let error as RecordFormatError {
            refuse(error, at: answer.address)
        } catch {
            isDamaged = true
        }
    }

    private mutating func read(_ answer: FetchedResponse) throws {
        guard let format = Self.format(of: answer) else {
            hasNoResource = true
            return
        }
        // A page that was cut off may have lost what it says of resources.
        let tail = String(decoding: try answer.body.suffix(4_096), as: UTF8.self)
        isCutOff = format == .webPage && !tail.lowercased().contains(Self.end)
        var reader = RecordReader(format: format, file: answer.address.description, chunks: answer.body.chunks())
        while let outcome = try reader.next() {
            if case .refused(let problem) = outcome, problem.reason == .missingField, problem.field == nil {
                hasNoResource = true
                continue
            }
            let record = HarvestedRecord(outcome)
            records.append(record)
            if record.identifier.isEmpty { isDamaged = true } else { identifiers.append(record.identifier) }
        }
        identifiers = Set(identifiers).sorted()
    }

    private mutating func refuse(_ error: RecordFormatError, at address: HTTPAddress) {
        isDamaged = true
        let problem = RecordProblem(
            location: error.location, severity: .refused, field: nil, reason: .malformedSyntax, message: error.message,
            remedy: error.remedy)
        records.append(HarvestedRecord(identifier: "", content: .refused(problem)))
    }

    /// Nil for images, documents and whatever else has no records in it.
    private static func format(of answer: FetchedResponse) -> RecordFormat? {
        switch answer.headers.mediaType {
        case nil, "text/html", "application/xhtml+xml": .webPage
        case "application/ld+json", "application/json": .jsonLines
        default: nil
        }
    }
}
