import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting
import RecordFormats
import Vocabularies

/// Reads the files of a source, each as a whole: what a file that came completely no longer has is missing.
struct DocumentsPass {
    private let pass: HarvestPass
    private var session: HarvestSession { pass.session }

    private static let batchSize = 1000

    init(_ pass: HarvestPass) {
        self.pass = pass
    }

    func run() async throws -> HarvestEnding {
        let source = session.source
        let addresses = try source.urls.map { url in
            do throws(HTTPAddressError) {
                return try HTTPAddress(url)
            } catch {
                throw HarvestStop(.unusableAddress(error))
            }
        }
        let permission = AddressGuard(for: addresses, allowsPrivateAddresses: source.allowsPrivateAddresses)
        let mapping = try source.mapping.map { try RecordMapping(yaml: $0, file: source.id) }
        var stored = SourceCheckpoint(session.checkpoint)
        var documents = session.kind == .full ? [:] : stored.documents ?? [:]
        var unchanged = 0
        for address in addresses {
            var request = FetchRequest(address, limits: .file, permission: permission)
            request.validators = documents[address.description]?.validators
            let answer = try await pass.fetcher.fetch(request, pause: .seconds(source.delay))
            session.countFetch(requests: 1 + answer.redirects.count, bytes: answer.body.count, pages: 1)
            try answer.checkStatus()
            let known = documents[address.description]
            if answer.isNotModified || known?.digest == answer.body.digest {
                unchanged += 1
                continue
            }
            if let ending = try read(answer, mapping) { return ending }
            documents[address.description] = SourceCheckpoint.Document(
                validators: answer.headers.validators, digest: answer.body.digest)
        }
        if unchanged == addresses.count { session.note(.nothingNew) }
        // A file that is unchanged still has what it had: only where every file was read is anything missing.
        if unchanged == 0, source.sourceProtocol == .file { try pass.withdrawMissing(since: session.run) }
        stored.documents = documents
        stored.fullSince = nil
        return .complete(checkpoint: try stored.text())
    }

    private func read(_ answer: FetchedResponse, _ mapping: RecordMapping?) throws -> HarvestEnding? {
        let name = answer.address.description
        let format = try RecordFormat.of(answer, wanted: session.source.formats.first, mapping: mapping)
        var reader = RecordReader(format: format, mapping: mapping, file: name, chunks: answer.body.chunks())
        var batch: [HarvestedRecord] = []
        while let outcome = try reader.next() {
            batch.append(HarvestedRecord(outcome))
            if batch.count == Self.batchSize {
                if let ending = try pass.save(batch, nil) { return ending }
                batch.removeAll(keepingCapacity: true)
            }
        }
        return try pass.save(batch, nil)
    }
}

extension HarvestedRecord {
    init(_ outcome: ReadOutcome) {
        switch outcome {
        case .record(let record, let warnings):
            self.init(
                identifier: record[.identifier].first ?? record[.url].first ?? "",
                content: .record(record, warnings: warnings))
        case .refused(let problem): self.init(identifier: "", content: .refused(problem))
        }
    }
}

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

extension HarvestNotice {
    static func unusableAddress(_ error: HTTPAddressError) -> Self {
        Self(code: "unusable-address", vietnamese: error.message.vietnamese, english: error.message.english)
    }

    static let nothingNew = Self(
        code: "unchanged", vietnamese: "Dữ liệu của nguồn không đổi từ lần trước.",
        english: "The data of the source have not changed since the last harvest.")
}
