/// Hides counts small enough to point at people, and as many more as keep totals from giving them away.
package enum SmallCells {
    /// Counts from 1 up to, but not, this are hidden in everything public.
    package static let least = 10

    /// A table with its row and column totals known: nil stands for a hidden cell.
    ///
    /// Zeros stay: that nothing happened is no secret. Where a row or a column would have exactly one hidden cell, its
    /// smallest other cell is hidden, too, until no hidden cell follows from the totals.
    ///
    /// - Complexity: O(*n*²) in the cells at worst.
    package static func hidden(_ cells: [[Int]]) -> [[Int?]] {
        var shown: [[Int?]] = cells.map { $0.map { (1..<least).contains($0) ? nil : $0 } }
        let columns = cells.map(\.count).max() ?? 0
        var isChanged = true
        while isChanged {
            isChanged = false
            for row in shown.indices where hideOne(shown[row].indices.map { (row, $0) }, &shown, cells) {
                isChanged = true
            }
            for column in 0..<columns {
                let places = shown.indices.filter { column < shown[$0].count }.map { ($0, column) }
                if hideOne(places, &shown, cells) { isChanged = true }
            }
        }
        return shown
    }

    /// One row of counts beside their total.
    package static func hidden(_ counts: [Int]) -> [Int?] { hidden([counts])[0] }

    /// Hides the smallest other cell of a line in which exactly one is hidden.
    private static func hideOne(_ places: [(Int, Int)], _ shown: inout [[Int?]], _ cells: [[Int]]) -> Bool {
        let gone = places.filter { shown[$0.0][$0.1] == nil }
        guard gone.count == 1 else { return false }
        let rest = places.filter { shown[$0.0][$0.1] != nil }
        let candidates = rest.filter { cells[$0.0][$0.1] > 0 }
        guard
            let smallest = (candidates.isEmpty ? rest : candidates).min(by: {
                cells[$0.0][$0.1] < cells[$1.0][$1.1]
            })
        else { return false }
        shown[smallest.0][smallest.1] = nil
        return true
    }
}
