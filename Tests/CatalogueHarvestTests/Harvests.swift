import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import Harvesting
import TestSupport

/// A catalogue with one source, and harvests of it by a clock that does not wait.
struct Harvests: Sendable {
    static let source = "kho"

    let store: CatalogueStore
    let time: TestTime
    let fetcher: PoliteFetcher

    init(_ store: CatalogueStore? = nil, time: TestTime = TestTime()) throws {
        self.store = try store ?? CatalogueStore.containing()
        self.time = time
        fetcher = .test(time)
    }

    /// Says what the source is.
    @discardableResult
    func register(
        _ urls: [String], as sourceProtocol: HarvestSource.SourceProtocol = .oaiPMH,
        _ change: (inout HarvestSource) -> Void = { _ in }
    ) throws -> Self {
        var source = HarvestSource(
            id: Self.source, institution: "example", sourceProtocol: sourceProtocol, urls: urls)
        source.allowsPrivateAddresses = true
        change(&source)
        try store.save(source, at: time.now)
        return self
    }

    @discardableResult
    func run(
        holder: String = "máy-thử:1", _ change: (inout HarvestOptions) -> Void = { _ in },
        progress: @escaping (HarvestCounts) -> Void = { _ in }
    ) async throws -> HarvestReport {
        var options = HarvestOptions()
        change(&options)
        return try await HarvestRunner(store, fetcher: fetcher, holder: holder)
            .run(Self.source, options, progress: progress)
    }

    func state() throws -> HarvestSourceState { try store.harvestSource(Self.source) }

    /// Titles of the resources that can be found, by identifier.
    func titles() throws -> [String: String] {
        try pairs("SELECT id, title FROM learningResource WHERE withdrawnAt IS NULL")
    }

    /// Identifiers and reasons of what was withdrawn.
    func withdrawn() throws -> [String: String] {
        try pairs("SELECT id, withdrawnWhy FROM learningResource WHERE withdrawnAt IS NOT NULL")
    }

    func versions() throws -> [String: Int] {
        try store.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, version FROM learningResource")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    /// Everything that stands in the tables a harvest writes.
    func everything() throws -> [String] {
        try store.read { db in
            try [
                "learningResource", "learningResourceVersion", "changeLog", "sourceRecord", "harvestSource",
                "harvestRun", "ingestRun", "harvestProblem", "curatedValue",
            ].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table): \($0)" }
            }
        }
    }

    private func pairs(_ sql: String) throws -> [String: String] {
        try store.read { db in
            Dictionary(uniqueKeysWithValues: try Row.fetchAll(db, sql: sql).map { ($0[0], $0[1]) })
        }
    }
}

extension OAIProvider {
    /// Titles of the records that are not deleted, by identifier.
    var titles: [String: String] {
        Dictionary(
            records.filter { !$0.isDeleted }.map { ($0.identifier, $0.title) }, uniquingKeysWith: { _, last in last })
    }

    /// Arguments of the requests with `verb`, in order.
    func asked(_ verb: String) -> [[String: String]] { requests.filter { $0.verb == verb }.map(\.arguments) }
}

extension HarvestReport {
    var verdict: HarvestVerdict? { run.verdict }
    var counts: HarvestCounts { run.counts }
    var codes: [String] { run.notices.map(\.code) }
}

extension HarvestCounts {
    /// Every record that was read became something, and one thing only.
    var addsUp: Bool { read == added + changed + unchanged + refused + withdrawn + alreadyGone }
}
