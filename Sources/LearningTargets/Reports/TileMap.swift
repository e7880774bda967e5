import RecordFormats

/// Territories as tiles, each with its figure: a map nobody needs a projection for. A table stands beside it.
package struct TileMap: Sendable {
    package struct Tile: Sendable {
        package let name: String
        package let value: String
        /// Whether its goal is reached; nil where nothing is known.
        package let isMet: Bool?

        package init(name: String, value: String, isMet: Bool?) {
            self.name = name
            self.value = value
            self.isMet = isMet
        }
    }

    private let title: String
    private let tiles: [Tile]

    package init(title: String, tiles: [Tile]) {
        self.title = title
        self.tiles = tiles
    }

    /// Three tiles a row, in the order given; the sign tells the state without colours.
    package var svg: String {
        let height = 84 * max(1, (tiles.count + 2) / 3) + 8
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 420 \(height)\" role=\"img\" class=\"tiles\">",
            "<title>\(XMLText.escaped(title))</title><desc>\(XMLText.escaped(tiles.map { "\($0.name): \($0.value)" }.joined(separator: "; ")))</desc>",
        ]
        for (index, tile) in tiles.enumerated() {
            let (x, y) = (4 + index % 3 * 138, 4 + index / 3 * 84)
            let state = tile.isMet.map { $0 ? "met" : "open" } ?? "none"
            let sign = tile.isMet.map { $0 ? "✓" : "…" } ?? "?"
            parts.append(
                "<g class=\"\(state)\"><rect x=\"\(x)\" y=\"\(y)\" width=\"132\" height=\"78\" rx=\"6\"/>"
                    + "<text x=\"\(x + 8)\" y=\"\(y + 24)\">\(XMLText.escaped(tile.name))</text>"
                    + "<text x=\"\(x + 8)\" y=\"\(y + 56)\" class=\"value\">\(XMLText.escaped(tile.value))</text>"
                    + "<text x=\"\(x + 110)\" y=\"\(y + 56)\" class=\"value\">\(sign)</text></g>")
        }
        return parts.joined() + "</svg>"
    }
}
