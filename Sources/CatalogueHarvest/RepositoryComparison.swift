import CatalogueModel
import CatalogueStore
import Harvesting

/// Withdraws what a complete list of a repository lacks, after asking for it by name.
///
/// A list that lost a record is no proof that the record is gone: tokens break, and many repositories count their pages
/// anew while records come and go.
struct RepositoryComparison {
    private let pass: HarvestPass
    private let harvester: OAIHarvester
    private var session: HarvestSession { pass.session }

    /// Records that are asked for; of more, so many are taken as a sample.
    private static let askLimit = 200
    /// Answers that cannot be used, in a row, after which nobody asks on.
    private static let patience = 3

    init(_ pass: HarvestPass, _ harvester: OAIHarvester) {
        self.pass = pass
        self.harvester = harvester
    }

    /// - Parameter run: the first run of the complete pass.
    /// - Returns: nil where the harvest may go on, else how it ends.
    func withdraw(_ run: Int64, _ stored: SourceCheckpoint) async throws -> HarvestEnding? {
        let accepted = pass.options.acceptedShrink
        let missing = try session.missing(since: run)
        // Whoever names a number has looked; and what the shrink guard keeps need not be asked for.
        if !missing.isEmpty, accepted == nil, try session.mayWithdraw(missing.count, accepted: nil) {
            let kept = try await ask(for: Self.sample(of: missing), prefix: stored.oai?.metadataPrefix ?? "oai_dc")
            // The checkpoint is kept, too: the lists need not be read again where the asking is interrupted.
            if let ending = try pass.save(kept, stored) { return ending }
            if !kept.isEmpty, missing.count > Self.askLimit {
                session.withhold(missing.count - kept.count, because: .listIncomplete(kept.count))
                return nil
            }
        }
        try pass.withdrawMissing(since: run)
        return nil
    }

    private static func sample(of missing: [String]) -> [String] {
        guard missing.count > askLimit else { return missing }
        return (0..<askLimit).map { missing[$0 * missing.count / askLimit] }
    }

    /// - Returns: what stays.
    private func ask(for identifiers: [String], prefix: String) async throws -> [HarvestedRecord] {
        var kept: [HarvestedRecord] = []
        var (found, unknown, inVain) = (0, 0, 0)
        for identifier in identifiers {
            var presence = OAIPresence.unknown
            if inVain < Self.patience {
                presence = try await harvester.presence(of: identifier, metadataPrefix: prefix)
                session.countFetch(requests: 1, bytes: 0, pages: 0)
            }
            switch presence {
            case .gone: inVain = 0
            case .there(let record):
                (found, inVain) = (found + 1, 0)
                kept.append(HarvestedRecord(record))
            case .unknown:
                (unknown, inVain) = (unknown + 1, inVain + 1)
                kept.append(HarvestedRecord(identifier: identifier, content: .listed))
            }
        }
        if found > 0 { session.doubt(.listIncomplete(found)) }
        if unknown > 0 { session.withhold(unknown, because: .notConfirmed(unknown, source: session.source.id)) }
        return kept
    }
}

extension HarvestNotice {
    fileprivate static func listIncomplete(_ count: Int) -> Self {
        Self(
            code: "list-incomplete",
            vietnamese: "Danh sách của kho thiếu \(count) bản ghi mà khi hỏi riêng từng bản ghi thì kho vẫn có.",
            english: "The list of the repository lacks \(count) records that it still has when asked for each of them.")
    }

    fileprivate static func notConfirmed(_ count: Int, source: String) -> Self {
        Self(
            code: "absence-not-confirmed",
            vietnamese: """
                Danh sách thiếu \(count) bản ghi, nhưng kho không trả lời được khi hỏi riêng (GetRecord); chưa rút bản ghi \
                nào trong số đó. Nếu đúng là đã xóa: “hoclieu harvest \(source) --full --accept-shrink \(count)”.
                """,
            english: """
                The list lacks \(count) records, and the repository does not answer when asked for each (GetRecord); none \
                of them was withdrawn. If they are truly gone: “hoclieu harvest \(source) --full --accept-shrink \(count)”.
                """)
    }
}
