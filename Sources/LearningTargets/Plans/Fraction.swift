/// An exact share: compared without rounding.
package struct Fraction: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let numerator: Int
    package let denominator: Int

    /// Nil for a denominator that is not positive or a numerator below zero.
    package init?(_ numerator: Int, _ denominator: Int) {
        guard numerator >= 0, denominator > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// `6/9`, or a percentage as printed: `55,55%`, `trên 40%`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
            Int($0.filter { $0 != " " })
        }
        if parts.count == 2, let numerator = parts[0], let denominator = parts[1] {
            self.init(numerator, denominator)
            return
        }
        guard let percent = text.firstMatch(of: /([0-9]+)(?:,([0-9]+))?\s*%/), let whole = Int(percent.1) else {
            return nil
        }
        let decimals = percent.2.map(String.init) ?? ""
        guard decimals.count <= 6, let part = Int(decimals.isEmpty ? "0" : decimals) else { return nil }
        var scale = 1
        for _ in decimals { scale *= 10 }
        self.init(whole * scale + part, 100 * scale)
    }

    package static func < (one: Self, other: Self) -> Bool {
        let left = one.numerator.multipliedFullWidth(by: other.denominator)
        let right = other.numerator.multipliedFullWidth(by: one.denominator)
        return (left.high, left.low) < (right.high, right.low)
    }

    package static func == (one: Self, other: Self) -> Bool { !(one < other) && !(other < one) }

    package func hash(into hasher: inout Hasher) {
        var (a, b) = (numerator, denominator)
        while b != 0 { (a, b) = (b, a % b) }
        hasher.combine(numerator / max(a, 1))
        hasher.combine(denominator / max(a, 1))
    }

    package var description: String { "\(numerator)/\(denominator)" }

    /// From 0.
    package var value: Double { Double(numerator) / Double(denominator) }
}
