import RecordFormats
package import Vocabularies

/// A bar against its goal as SVG: readable without colours, with words for screen readers.
package struct ProgressBar: Sendable {
    private let title: String
    private let share: Double?
    private let goal: Double
    private let words: String

    /// Nil where neither figure nor goal is a share.
    package init?(_ figure: Figure, _ target: Target, _ language: PreferredLanguage) {
        guard case .share(let goal) = target.goal else { return nil }
        title = target.title[language]
        let isShown = figure.kind == .computed || figure.kind == .reported
        share =
            isShown
            ? figure.numerator.flatMap { numerator in
                figure.denominator.flatMap { Fraction(numerator, $0)?.value }
            } : nil
        self.goal = goal.value
        let own = FigureWords(figure, target, language)
        words =
            "\(own.value) – \(language == .vietnamese ? "mục tiêu" : "goal") \(own.goal) – \(own.state)"
    }

    package var svg: String {
        let goalX = Self.round(10 + 380 * min(1, goal))
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 36\" role=\"img\" class=\"bar\">",
            "<title>\(XMLText.escaped(title))</title><desc>\(XMLText.escaped(words))</desc>",
            "<rect x=\"10\" y=\"10\" width=\"380\" height=\"16\" class=\"track\"/>",
        ]
        if let share {
            let width = Self.round(380 * min(1, share))
            parts.append("<rect x=\"10\" y=\"10\" width=\"\(width)\" height=\"16\" class=\"have\"/>")
        }
        parts.append("<path d=\"M\(goalX) 4V32\" class=\"goal\"/>")
        return parts.joined() + "</svg>"
    }

    private static func round(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
