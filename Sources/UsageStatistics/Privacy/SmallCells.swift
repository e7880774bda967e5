/// Hides counts small enough to point at people, and as many more as keep totals from giving them away.
package enum SmallCells {
    /// Counts from 1 up to, but not, this are hidden in everything public.
    package static let least = 10

    /// A table with its row and column totals known: nil stands for a hidden cell.
    ///
    /// Zeros stay: that nothing happened is no secret. Rows and columns are the ends, hidden cells the links of a graph; sums
    /// and differences of totals give a hidden cell away exactly where no other way leads from its row to its column. There
    /// the smallest cell that makes another way is hidden, too. A table of one row (or column) has that one total only; a
    /// table of one cell is hidden as it is.
    ///
    /// - Complexity: O(*n*³) in the cells at worst; tables for people are small.
    package static func hidden(_ cells: [[Int]]) -> [[Int?]] {
        var shown: [[Int?]] = cells.map { $0.map { (1..<least).contains($0) ? nil : $0 } }
        let places = cells.indices.flatMap { row in cells[row].indices.map { Place(row: row, column: $0) } }
        let columns = cells.map(\.count).max() ?? 0
        while let another = next(places, shown, cells, columns) { shown[another.row][another.column] = nil }
        return shown
    }

    /// One row of counts beside their total.
    package static func hidden(_ counts: [Int]) -> [Int?] { hidden([counts])[0] }

    private struct Place {
        let row: Int
        let column: Int

        /// Row and column as numbers of one series; those whose totals are not known are one.
        func ends(_ rows: Int, _ columns: Int) -> (Int, Int) {
            (columns > 1 ? row : 0, rows + (rows > 1 ? column : 0))
        }
    }

    /// The cell to hide next; nil where no hidden cell is given away, or nothing is left to hide.
    private static func next(_ places: [Place], _ shown: [[Int?]], _ cells: [[Int]], _ columns: Int) -> Place? {
        let hidden = places.indices.filter { shown[places[$0].row][places[$0].column] == nil }
        let open = places.filter { shown[$0.row][$0.column] != nil }
        for cell in hidden {
            let links = hidden.filter { $0 != cell }.map { places[$0].ends(cells.count, columns) }
            let (row, column) = places[cell].ends(cells.count, columns)
            let side = reached(from: row, by: links)
            guard !side.contains(column) else { continue }
            let bridges = open.filter { place in
                let (one, other) = place.ends(cells.count, columns)
                return side.contains(one) != side.contains(other)
            }
            let counted = bridges.filter { cells[$0.row][$0.column] > 0 }
            let smallest = (counted.isEmpty ? bridges : counted).min {
                cells[$0.row][$0.column] < cells[$1.row][$1.column]
            }
            if let smallest { return smallest }
        }
        return nil
    }

    private static func reached(from start: Int, by links: [(Int, Int)]) -> Set<Int> {
        var found: Set<Int> = [start]
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (one, other) in links where found.contains(one) != found.contains(other) {
                found.formUnion([one, other])
                isGrowing = true
            }
        }
        return found
    }
}
