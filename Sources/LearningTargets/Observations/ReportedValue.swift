/// A figure as officials write it: `7/9`, `612.000/680.000`, `55,55%`.
package struct ReportedValue: Hashable, Sendable {
    package let numerator: Int
    package let denominator: Int
    /// The percentage as it was written, without spaces: `14,5%`; nil for counts.
    package let percentage: String?

    /// Full stops part thousands, a comma parts decimals (Vietnamese rules). A percentage becomes parts of 10,000 or finer.
    ///
    /// - Throws: `TargetError.badValue` for anything else: a lone number has no denominator, and `1.234,5` is no count.
    package init(_ text: String) throws(TargetError) {
        let bare = text.filter { !$0.isWhitespace }
        if bare.hasSuffix("%") {
            guard let share = Fraction(bare), bare.wholeMatch(of: /[0-9]+(,[0-9]+)?%/) != nil else {
                throw .badValue(text)
            }
            guard share.numerator <= share.denominator else { throw .moreThanAll(text) }
            (numerator, denominator) = (share.numerator, share.denominator)
            percentage = bare
            return
        }
        let parts = bare.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let numerator = Self.count(parts[0]), let denominator = Self.count(parts[1]),
            denominator > 0
        else { throw .badValue(text) }
        guard numerator <= denominator else { throw .moreThanAll(text) }
        self.numerator = numerator
        self.denominator = denominator
        percentage = nil
    }

    private static func count(_ text: Substring) -> Int? {
        guard text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{3})*|[0-9]+/) != nil else { return nil }
        return Int(text.filter { $0 != "." })
    }
}
