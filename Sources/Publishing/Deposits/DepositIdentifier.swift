import CatalogueModel
import TextAnalysis

/// Identifiers for resources that come without one: `institution:words-of-the-title`.
enum DepositIdentifier {
    private static let longestSlug = 60

    /// What stands after the institution, before anything keeps it apart from others: the words of the title without
    /// marks; `hoc-lieu` where it has no Latin letters.
    static func slug(of title: String) -> String {
        var slug = ""
        for token in TextAnalyser().tokens(of: title) {
            let word = token.folded.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
            guard !word.isEmpty else { continue }
            guard slug.utf8.count + word.utf8.count < longestSlug else { break }
            slug += slug.isEmpty ? word : "-" + word
        }
        return slug.isEmpty ? "hoc-lieu" : slug
    }

    /// The first of `institution:slug`, `institution:slug-2`, … that is not taken.
    static func free(for title: String, of institution: String, isTaken: (String) throws -> Bool) rethrows
        -> ResourceID?
    {
        let base = "\(institution):\(slug(of: title))"
        for number in 1...100_000 {
            let text = number == 1 ? base : "\(base)-\(number)"
            if try !isTaken(text) { return ResourceID(text) }
        }
        return nil
    }
}
