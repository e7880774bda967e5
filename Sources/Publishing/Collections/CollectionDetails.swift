package import CatalogueModel
package import Vocabularies

/// What its makers say of a collection, as they may change it.
package struct CollectionDetails: Hashable, Sendable {
    /// Characters at most.
    package static let titleLimit = 200
    package static let summaryLimit = 5_000

    package var title: String
    /// Nil where the Vietnamese title serves.
    package var titleInEnglish: String?
    package var summary: String?
    package var summaryInEnglish: String?
    package var purpose: CollectionPurpose
    /// Code of the `audiences` scheme.
    package var audience: String?
    /// Owner, of the register; nil where the catalogue itself makes the collection.
    package var institution: String?
    /// First and last day on which it is offered, in Vietnamese time.
    package var opensOn: PartialDate?
    package var closesOn: PartialDate?

    package init(title: String, purpose: CollectionPurpose = .audience) {
        self.title = title
        self.purpose = purpose
    }

    package func title(in language: PreferredLanguage) -> String {
        (language == .english ? titleInEnglish : nil) ?? title
    }

    package func summary(in language: PreferredLanguage) -> String? {
        (language == .english ? summaryInEnglish : nil) ?? summary
    }

    /// A day as people write it: `2026-04-21` or `21/04/2026`; nil for an empty text.
    ///
    /// - Throws: `CollectionError.noDay`.
    package static func day(_ text: String) throws -> PartialDate? {
        let text = text.filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "/")
        let written =
            parts.count == 3
            ? parts.reversed().map { $0.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-") : text
        guard let day = PartialDate(written), day.isDay else { throw CollectionError.noDay(text) }
        return day
    }
}
