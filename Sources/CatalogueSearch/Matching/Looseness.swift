/// How literally a query is taken. A query that finds too little is taken less literally, one visible step at a time.
package enum Looseness: String, Codable, Comparable, CaseIterable, Sendable {
    /// Every word, with the marks given.
    case asAsked
    /// Every word, whatever its marks.
    case withoutMarks
    /// Words nobody has written are replaced by near ones: other spelling, or Telex and VNI typing decoded.
    case respelt
    /// Any of the words; rare ones count most.
    case anyWord

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
