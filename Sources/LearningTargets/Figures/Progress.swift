import CatalogueModel
import Foundation
package import Vocabularies

/// How far a target is, how fast it moves, and whether it will be reached.
package struct Progress: Sendable {
    /// What is missing to the goal, in units of the numerator; 0 where it is reached, nil where nothing is known or a
    /// percentage was reported.
    package let gap: Int?
    /// The same in percentage points, where a percentage was reported.
    package let gapInPoints: Double?
    /// Units (or percentage points) a month that would reach the goal in time; nil where it is reached, over, or nothing is
    /// known.
    package let requiredPace: Double?
    /// Units (or percentage points) a month of late; nil with fewer than three days kept.
    package let pace: Double?
    package let forecast: LocalisedText

    /// - Parameter history: kept figures, oldest first.
    package init(_ figure: Figure, _ target: Target, of plan: Plan, history: [Figure]) {
        guard let numerator = figure.numerator, figure.kind != .proxy, figure.kind != .unknown else {
            (gap, gapInPoints, requiredPace, pace) = (nil, nil, nil, nil)
            forecast = LocalisedText(vietnamese: "Chưa có số liệu để dự báo.", english: "Nothing to forecast from yet.")
            return
        }
        let isShare = figure.percentage != nil
        /// What is measured: units, or percentage points.
        func measure(_ numerator: Int, _ denominator: Int?) -> Double {
            isShare ? Double(numerator) * 100 / Double(max(1, denominator ?? 1)) : Double(numerator)
        }
        let now = measure(numerator, figure.denominator)
        var needed = Double(target.needed(of: figure.denominator))
        if isShare, case .share(let share) = target.goal { needed = share.value * 100 }
        let isMet = target.isMet(numerator, of: figure.denominator)
        let missing = isMet ? 0 : max(0, needed - now)
        (gap, gapInPoints) = isShare ? (nil, missing) : (Int(missing), nil)
        let left = Self.months(from: figure.day, to: plan.to.description)
        requiredPace = missing > 0 && left > 0 ? missing / left : nil
        let points = history.filter { !isShare || $0.denominator != nil }.compactMap { kept in
            kept.numerator.map {
                (Self.months(from: plan.from.description, to: kept.day), measure($0, kept.denominator))
            }
        }
        let line = Self.line(points)
        pace = line?.slope
        forecast = Self.forecast(isMet: isMet, left: left, needed: needed, now: now, line: line)
    }

    /// What is missing, in words: `2`, `0,5 điểm phần trăm`; nil where nothing is known.
    package func missing(in language: PreferredLanguage) -> String? {
        if let gap { return FigureWords.number(gap, language) }
        guard let gapInPoints else { return nil }
        // Rounded up, but not for what binary fractions add: 90 less 66.6 is 23.4.
        let hundredths = Int((gapInPoints * 100 - 1e-6).rounded(.up))
        let number = FigureWords.percent(hundredths, 10_000, language).dropLast()
        return language == .vietnamese ? "\(number) điểm phần trăm" : "\(number) percentage points"
    }

    /// Whether something is missing.
    package var isMissing: Bool { (gap ?? 0) > 0 || (gapInPoints ?? 0) > 0 }

    private static func forecast(
        isMet: Bool, left: Double, needed: Double, now: Double, line: (slope: Double, error: Double)?
    ) -> LocalisedText {
        if isMet { return LocalisedText(vietnamese: "Đã đạt.", english: "Reached.") }
        guard left > 0 else {
            return LocalisedText(vietnamese: "Kỳ đã hết mà chưa đạt.", english: "The period is over; not reached.")
        }
        guard let line else {
            return LocalisedText(
                vietnamese: "Chưa đủ ngày lưu số liệu (cần ít nhất ba) để dự báo.",
                english: "Too few days are kept (three at least) to forecast.")
        }
        let expected = now + line.slope * left
        let spread = 2 * max(line.error, 0.5)
        if expected - spread >= needed {
            return LocalisedText(
                vietnamese: "Với nhịp gần đây, nhiều khả năng đạt đúng hạn.",
                english: "At the recent pace it will probably be reached in time.")
        }
        if expected + spread < needed {
            return LocalisedText(
                vietnamese: "Với nhịp gần đây, khó đạt đúng hạn.",
                english: "At the recent pace it will hardly be reached in time.")
        }
        return LocalisedText(
            vietnamese: "Chưa chắc: với nhịp gần đây có thể đạt, có thể không.",
            english: "Uncertain: at the recent pace it may be reached or not.")
    }

    /// Least squares; nil with fewer than three points or no time between them.
    private static func line(_ points: [(x: Double, y: Double)]) -> (slope: Double, error: Double)? {
        guard points.count >= 3 else { return nil }
        let count = Double(points.count)
        let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        let spread = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
        guard spread > 1e-9 else { return nil }
        let slope = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
        let residual = points.reduce(0) { sum, point in
            let miss = point.y - meanY - slope * (point.x - meanX)
            return sum + miss * miss
        }
        return (slope, (residual / max(1, count - 2)).squareRoot())
    }

    /// Months between two days, as 30.44 days each.
    private static func months(from first: String, to last: String) -> Double {
        guard let from = PartialDate.endOfDay(first), let to = PartialDate.endOfDay(last) else { return 0 }
        return to.timeIntervalSince(from) / 86_400 / 30.44
    }
}
