/// Whether the records of a list come in the order of their datestamps.
///
/// The protocol does not promise it; but where a list has been in order for long, it can be taken up again late in it
/// after a resumption token was lost, instead of from its beginning.
struct DatestampOrder: Codable, Hashable, Sendable {
    /// The first datestamp of the page looked at.
    private var first: String?
    private var last: String?
    /// How often the datestamp grew.
    private var ascents = 0
    private var isBroken = false

    /// Growths that make it believable that the list is sorted, and not only of one date so far.
    private static let evidence = 20

    /// Takes in the next datestamp.
    mutating func note(_ datestamp: String) {
        guard !datestamp.isEmpty else { return isBroken = true }
        if let last {
            if datestamp < last { isBroken = true }
            if datestamp > last { ascents += 1 }
        }
        first = first ?? datestamp
        last = datestamp
    }

    /// Takes in the datestamps of the next page.
    mutating func append(_ page: Self) {
        guard let pageFirst = page.first else { return isBroken = isBroken || page.isBroken }
        note(pageFirst)
        ascents += page.ascents
        isBroken = isBroken || page.isBroken
        first = page.first
        last = page.last
    }

    /// Where the list may be taken up again: the datestamp with which the last page begins. All that comes after that
    /// page has no earlier one, as far as anybody can tell. Nil where the list is not known to be in order.
    var safeStart: String? { isBroken || ascents < Self.evidence ? nil : first }
}
