/// How well many resources are described, such as all of one source, and what is worth mending first.
package struct QualitySummary: Hashable, Sendable {
    /// One kind of finding over all records.
    package struct Entry: Hashable, Sendable {
        package let kind: QualityFinding.Kind
        /// Records that have it.
        package var records = 0
        /// Points all of them together would gain.
        package var points = 0
        /// How long mending takes, in seconds: once for the source where one setting does it, else record by record.
        package var seconds = 0
    }

    /// Time to change a setting of a source, in seconds.
    private static let settingTime = 600
    /// A setting holds for all records where nearly all lack the value: this many in a hundred.
    private static let settingShare = 95

    package private(set) var records = 0
    private var totalScore = 0
    private var counts: [QualityFinding.Kind: Int] = [:]
    private var points: [QualityFinding.Kind: Int] = [:]

    package init() {}

    package init(_ reports: some Sequence<QualityReport>) {
        for report in reports { add(report) }
    }

    package mutating func add(_ report: QualityReport) {
        records += 1
        totalScore += report.score
        for kind in Set(report.findings.map(\.kind)) { counts[kind, default: 0] += 1 }
        for finding in report.findings { points[finding.kind, default: 0] += finding.points }
    }

    /// Mean of the scores, 0 without records.
    package var meanScore: Double { records == 0 ? 0 : Double(totalScore) / Double(records) }

    /// Every kind that occurs, what brings most points first.
    package var entries: [Entry] {
        let found = QualityFinding.Kind.allCases.compactMap(entry)
        return found.enumerated().sorted { ($0.element.points, $1.offset) > ($1.element.points, $0.offset) }.map(
            \.element)
    }

    /// What brings most points for the time it takes, at most `count` kinds.
    package func cheapestFixes(_ count: Int = 10) -> [Entry] {
        // a/b > c/d without division, for whole numbers compare exactly.
        let order = entries.enumerated().sorted { a, b in
            let (left, right) = (a.element.points * b.element.seconds, b.element.points * a.element.seconds)
            return left != right ? left > right : a.offset < b.offset
        }
        return order.prefix(count).map(\.element)
    }

    private func entry(_ kind: QualityFinding.Kind) -> Entry? {
        guard let count = counts[kind] else { return nil }
        let isSetting = kind.isMendedBySetting && count * 100 >= records * Self.settingShare
        let oneByOne = count * kind.secondsToMend
        return Entry(
            kind: kind, records: count, points: points[kind] ?? 0,
            seconds: isSetting ? min(oneByOne, Self.settingTime) : oneByOne)
    }
}
