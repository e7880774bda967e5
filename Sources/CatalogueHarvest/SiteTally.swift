import CatalogueModel
import CatalogueStore
import Harvesting
import Vocabularies

/// What happened to the pages of a site in one run.
struct SiteTally {
    /// Pages that describe no learning resource.
    var withoutResource = 0
    var failuresInARow = 0
    private var disallowed = 0
    private var failures = 0
    private var firstFailure: FetchError?

    mutating func note(_ error: FetchError) {
        if case .disallowedByRobots = error.reason {
            disallowed += 1
            return
        }
        failures += 1
        failuresInARow += 1
        firstFailure = firstFailure ?? error
    }

    /// Why the run has not got everything; nil where it has.
    var failure: HarvestNotice? { firstFailure.map { .pagesFailed(failures, $0) } }

    func stopped(_ inARow: Int) -> HarvestEnding {
        let stop = firstFailure.map { HarvestStop($0) }
        return .stopped(stop?.notice ?? .pagesFailed(inARow, nil), retryAt: stop?.retryAt)
    }

    func notices(_ source: String) -> [HarvestNotice] {
        var notices: [HarvestNotice] = []
        if withoutResource > 0 { notices.append(.withoutResource(withoutResource)) }
        if disallowed > 0 { notices.append(.disallowed(disallowed)) }
        return notices
    }
}

extension HarvestNotice {
    static func pageBudget(_ left: Int) -> Self {
        Self(
            code: "page-limit", vietnamese: "Còn \(left) trang chưa đọc; lần sau sẽ đọc tiếp.",
            english: "\(left) pages are still to be read; the next harvest goes on.")
    }

    static let sitemapDamaged = Self(
        code: "sitemap-damaged", vietnamese: "Sitemap bị hỏng; có thể thiếu trang mới.",
        english: "A sitemap is damaged; new pages may be missing.")

    fileprivate static func pagesFailed(_ count: Int, _ first: FetchError?) -> Self {
        Self(
            code: "pages-failed",
            vietnamese: "\(count) trang không lấy được"
                + (first.map { ", ví dụ \($0.description(in: .vietnamese))" } ?? "."),
            english: "\(count) pages could not be fetched"
                + (first.map { ", for example \($0.description(in: .english))" } ?? ".")
        )
    }

    fileprivate static func withoutResource(_ count: Int) -> Self {
        Self(
            code: "pages-without-resource",
            vietnamese: "\(count) trang không mô tả học liệu nào (JSON-LD của schema.org).",
            english: "\(count) pages describe no learning resource (JSON-LD of schema.org).")
    }

    fileprivate static func disallowed(_ count: Int) -> Self {
        Self(
            code: "disallowed-by-robots", vietnamese: "\(count) trang bị robots.txt cấm lấy; không đọc các trang đó.",
            english: "robots.txt forbids \(count) pages; they were not read.")
    }
}
