import CatalogueModel
import CatalogueStore
import Foundation
import Harvesting

/// Reads the files of a source, each as a whole: what files that came completely no longer have is missing.
struct DocumentsPass {
    private let pass: HarvestPass
    private var session: HarvestSession { pass.session }

    init(_ pass: HarvestPass) {
        self.pass = pass
    }

    func run() async throws -> HarvestEnding {
        let addresses = try session.source.addresses
        let permission = AddressGuard(for: addresses, allowsPrivateAddresses: session.source.allowsPrivateAddresses)
        let mapping = try session.source.recordMapping
        var stored = SourceCheckpoint(session.checkpoint)
        var documents = session.kind == .full ? [:] : stored.documents ?? [:]
        var unchanged: [HTTPAddress] = []
        let reader = DocumentReader(pass, mapping)
        for address in addresses {
            let known = documents[address.description]
            let answer = try await fetch(address, permission, known?.validators)
            if answer.isNotModified || known?.digest == answer.body.digest {
                unchanged.append(address)
                continue
            }
            if let ending = try reader.read(answer) { return ending }
            documents[address.description] = SourceCheckpoint.Document(answer)
        }
        if unchanged.count == addresses.count {
            session.note(.nothingNew)
        } else {
            // What is missing from one file may stand in another: where one changed, all are read.
            for address in unchanged {
                let answer = try await fetch(address, permission, nil)
                if let ending = try reader.read(answer) { return ending }
                documents[address.description] = SourceCheckpoint.Document(answer)
            }
        }
        try withdrawMissing(&stored, isRead: unchanged.count < addresses.count)
        stored.documents = documents
        stored.fullSince = nil
        return .complete(checkpoint: try stored.text())
    }

    private func fetch(
        _ address: HTTPAddress, _ permission: AddressGuard, _ validators: CacheValidators?
    ) async throws -> FetchedResponse {
        var request = FetchRequest(address, limits: .file, permission: permission)
        request.validators = validators
        let answer = try await pass.fetcher.fetch(request, pause: .seconds(session.source.delay))
        session.countFetch(requests: 1 + answer.redirects.count, bytes: answer.body.count, pages: 1)
        try answer.checkStatus()
        return answer
    }

    /// Withdraws what is missing for the second time: a file may have been cut off, or half written when it was fetched.
    ///
    /// - Parameter isRead: whether any file changed, and all were read.
    private func withdrawMissing(_ stored: inout SourceCheckpoint, isRead: Bool) throws {
        let before = stored.missing ?? []
        let missing = isRead ? Set(try session.missing(since: session.run)) : stored.withheld ?? before
        stored.withheld = nil
        guard !missing.isEmpty else {
            stored.missing = nil
            return
        }
        let accepted = pass.options.acceptedShrink
        let isAccepted = missing.count <= accepted ?? 0
        guard try session.mayWithdraw(missing.count, accepted: accepted) else {
            // Nothing is settled before somebody decides: the next harvest says so again.
            stored.withheld = missing
            try pass.withdraw(missing.sorted())
            return
        }
        // A record that cannot be told by name may be any of those that are missing.
        guard session.unidentified == 0 || isAccepted else {
            session.withhold(
                missing.count,
                because: .unidentified(session.unidentified, missing: missing.count, session.source.id))
            return
        }
        let gone = isAccepted ? missing : missing.intersection(before)
        if gone.count < missing.count { session.note(.missingOnce(missing.count - gone.count)) }
        try pass.withdraw(gone.sorted())
        stored.missing = missing.subtracting(gone)
    }
}

extension SourceCheckpoint.Document {
    init(_ answer: FetchedResponse) {
        self.init(validators: answer.headers.validators, digest: answer.body.digest)
    }
}

extension HarvestNotice {
    static let nothingNew = Self(
        code: "unchanged", vietnamese: "Dữ liệu của nguồn không đổi từ lần trước.",
        english: "The data of the source have not changed since the last harvest.")

    fileprivate static func missingOnce(_ count: Int) -> Self {
        Self(
            code: "missing-once",
            vietnamese: "Thiếu \(count) bản ghi đã có; nếu lần thu sau vẫn thiếu thì sẽ rút.",
            english: "\(count) records are missing; they are withdrawn if the next harvest lacks them, too.")
    }

    fileprivate static func unidentified(_ count: Int, missing: Int, _ source: String) -> Self {
        Self(
            code: "missing-withheld",
            vietnamese: """
                Thiếu \(missing) bản ghi đã có, nhưng \(count) bản ghi của tệp hỏng, không có mã hoặc có mã lạ nên không rõ là bản ghi \
                nào; chưa rút bản ghi nào. Hãy sửa tệp, hoặc chạy “hoclieu harvest \(source) --full --accept-shrink \(missing)”.
                """,
            english: """
                \(missing) records are missing, but \(count) records of the file are damaged, or refused under no or a new identifier, and may be \
                any of them; none was withdrawn. Mend the file, or run “hoclieu harvest \(source) --full --accept-shrink \
                \(missing)”.
                """)
    }
}
