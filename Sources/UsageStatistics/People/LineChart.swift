/// A line of months as SVG: drawn on the server, readable without colours, with a title and a description for screen
/// readers. A table with the same figures stands beside it wherever it is shown.
package struct LineChart: Sendable {
    package struct Point: Sendable {
        package let label: String
        /// Nil where it is hidden or not known: the line is broken there.
        package let value: Int?

        package init(label: String, value: Int?) {
            self.label = label
            self.value = value
        }
    }

    package let title: String
    package let points: [Point]
    /// Places, counted in points, from which on figures are counted otherwise, with what is said of it.
    package let breaks: [(place: Int, note: String)]
    private static let (width, height, left, bottom, top) = (640.0, 240.0, 56.0, 40.0, 16.0)

    package init(title: String, points: [Point], breaks: [(place: Int, note: String)] = []) {
        self.title = title
        self.points = points
        self.breaks = breaks
    }

    /// - Parameter number: prints a figure in the reader's language.
    package func svg(number: (Int) -> String) -> String {
        let most = Self.roundedUp(points.compactMap(\.value).max() ?? 0)
        var parts = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" role="img" class="chart">
            <title>\(Self.escaped(title))</title><desc>\(Self.escaped(description(number)))</desc>
            """
        ]
        for step in 0...4 {
            let (value, y) = (most * step / 4, self.y(most * step / 4, most))
            parts.append(
                "<line x1=\"56\" x2=\"632\" y1=\"\(y)\" y2=\"\(y)\" class=\"grid\"/>"
                    + "<text x=\"50\" y=\"\(y + 4)\" text-anchor=\"end\">\(Self.escaped(number(value)))</text>")
        }
        for (place, note) in breaks where points.indices.contains(place) {
            let x = self.x(place)
            parts.append(
                "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"16\" y2=\"200\" class=\"break\"/>"
                    + "<text x=\"\(x + 4)\" y=\"14\" class=\"break\">\(Self.escaped(note))</text>")
        }
        parts.append("<path d=\"\(path(most))\" class=\"line\"/>")
        let every = max(1, (points.count + 11) / 12)
        for (place, point) in points.enumerated() {
            if let value = point.value {
                parts.append(
                    "<circle cx=\"\(x(place))\" cy=\"\(y(value, most))\" r=\"4\" class=\"dot\"><title>"
                        + "\(Self.escaped(point.label)): \(Self.escaped(number(value)))</title></circle>")
            }
            if place % every == 0 {
                parts.append(
                    "<text x=\"\(x(place))\" y=\"222\" text-anchor=\"middle\">\(Self.escaped(point.label))</text>")
            }
        }
        return parts.joined() + "</svg>"
    }

    private func description(_ number: (Int) -> String) -> String {
        points.map { "\($0.label): \($0.value.map(number) ?? "–")" }.joined(separator: "; ")
    }

    private func path(_ most: Int) -> String {
        var path = ""
        var isDown = false
        for (place, point) in points.enumerated() {
            guard let value = point.value else {
                isDown = false
                continue
            }
            path += "\(isDown ? "L" : "M")\(x(place)) \(y(value, most))"
            isDown = true
        }
        return path
    }

    private func x(_ place: Int) -> Double {
        let step = (Self.width - Self.left - 24) / Double(max(1, points.count - 1))
        return ((Self.left + 8 + Double(place) * step) * 10).rounded() / 10
    }

    private func y(_ value: Int, _ most: Int) -> Double {
        let space = Self.height - Self.bottom - Self.top
        return ((Self.height - Self.bottom - space * Double(value) / Double(max(1, most))) * 10).rounded() / 10
    }

    /// The next of 4, 8, 20, 40, 80, 200, …, so that quarters are whole.
    static func roundedUp(_ value: Int) -> Int {
        var power = 1
        while true {
            for step in [4, 8, 20] where step * power >= value { return step * power }
            power *= 10
        }
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
