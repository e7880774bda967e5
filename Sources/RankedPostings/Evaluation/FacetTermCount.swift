/// How many documents have a facet value.
package struct FacetTermCount: Hashable, Sendable {
    package let value: UInt32
    package var count: Int

    package init(value: UInt32, count: Int) {
        self.value = value
        self.count = count
    }
}

extension [FacetTermCount] {
    /// Adds the counts of another segment; both are ascending by value, each value once.
    mutating func merge(_ other: [FacetTermCount]) {
        guard !isEmpty, !other.isEmpty else {
            if isEmpty { self = other }
            return
        }
        var merged: [FacetTermCount] = []
        merged.reserveCapacity(count + other.count)
        var (left, right) = (0, 0)
        while left < count, right < other.count {
            if self[left].value == other[right].value {
                merged.append(FacetTermCount(value: self[left].value, count: self[left].count + other[right].count))
                left += 1
                right += 1
            } else if self[left].value < other[right].value {
                merged.append(self[left])
                left += 1
            } else {
                merged.append(other[right])
                right += 1
            }
        }
        merged += self[left...]
        merged += other[right...]
        self = merged
    }
}
