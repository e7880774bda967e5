/// Text that was decoded from MARC-8, and what was odd about it.
struct MARC8Text: Hashable, Sendable {
    var text = ""
    /// East Asian characters (EACC), each of which became U+FFFD.
    var eastAsian = 0
    /// Bytes without a meaning in MARC-8, each of which became U+FFFD.
    var undefined = 0
    /// Marks that belong to no letter: a sign that the bytes are no MARC-8 at all.
    var strayMarks = 0
    /// Escape sequences that name no character set.
    var brokenEscapes = 0

    var faults: Int { undefined + strayMarks }
}
