/// Index terms for controlled concepts: a query that names a concept in any of its words finds the resources tagged with
/// it, though the words stand nowhere in their text.
///
/// A term is a private-use character for the scheme (U+E001…; category Co, which `unicode61` keeps) and the code. Text
/// never yields such a term: analysis drops private-use characters.
package enum ConceptTerm {
    package static let facets: [Facet] = [.subject, .type, .level, .audience]

    /// The term of `code` in `facet`; nil for facets that are not indexed as terms.
    package static func term(_ facet: Facet, _ code: String) -> String? {
        guard let index = facets.firstIndex(of: facet), let mark = Unicode.Scalar(0xE001 + UInt32(index)) else {
            return nil
        }
        let plain = code.unicodeScalars.filter { ("0"..."9").contains($0) || ("a"..."z").contains($0) }
        return String(Character(mark)) + String(String.UnicodeScalarView(plain))
    }
}
