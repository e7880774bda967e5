import CatalogueModel
import Foundation
package import Vocabularies

/// How far a target is, how fast it moves, and whether it will be reached.
package struct Progress: Sendable {
    /// What is missing to the goal, in units of the numerator; 0 where it is reached, nil where nothing is known.
    package let gap: Int?
    /// Units a month that would reach the goal in time; nil where it is reached, over, or nothing is known.
    package let requiredPace: Double?
    /// Units a month of late; nil with fewer than three days kept.
    package let pace: Double?
    package let forecast: LocalisedText

    /// - Parameter history: kept figures, oldest first.
    package init(_ figure: Figure, _ target: Target, of plan: Plan, history: [Figure]) {
        guard let numerator = figure.numerator, figure.kind != .proxy, figure.kind != .unknown else {
            (gap, requiredPace, pace) = (nil, nil, nil)
            forecast = LocalisedText(vietnamese: "Chưa có số liệu để dự báo.", english: "Nothing to forecast from yet.")
            return
        }
        let missing = max(0, target.needed(of: figure.denominator) - numerator)
        gap = missing
        let left = Self.months(from: figure.day, to: plan.to.description)
        requiredPace = missing > 0 && left > 0 ? Double(missing) / left : nil
        let points = history.compactMap { kept in
            kept.numerator.map { (Self.months(from: plan.from.description, to: kept.day), Double($0)) }
        }
        let line = Self.line(points)
        pace = line?.slope
        forecast = Self.forecast(
            missing: missing, left: left, needed: Double(target.needed(of: figure.denominator)), now: Double(numerator),
            line: line)
    }

    private static func forecast(
        missing: Int, left: Double, needed: Double, now: Double, line: (slope: Double, error: Double)?
    ) -> LocalisedText {
        if missing == 0 { return LocalisedText(vietnamese: "Đã đạt.", english: "Reached.") }
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
