/// A field of a MARC record: one value (tags 001 to 009), or subfields under two indicators.
struct MARCField: Hashable, Sendable {
    struct Subfield: Hashable, Sendable {
        /// A letter or digit; `a` for text that stands outside of any subfield.
        let code: Character
        let value: String
    }

    /// Three letters or digits.
    let tag: String
    /// The value of a control field; empty in others.
    let value: String
    let indicator1: Character
    let indicator2: Character
    let subfields: [Subfield]

    init(tag: String, value: String) {
        self.tag = tag
        self.value = value
        indicator1 = " "
        indicator2 = " "
        subfields = []
    }

    init(tag: String, indicator1: Character = " ", indicator2: Character = " ", subfields: [Subfield]) {
        self.tag = tag
        value = ""
        self.indicator1 = indicator1
        self.indicator2 = indicator2
        self.subfields = subfields
    }

    /// Whether a field with `tag` holds one value (MARC 21: tags 001 to 009).
    static func isControl(_ tag: String) -> Bool { tag.hasPrefix("00") }

    /// The values of the subfields `code`, without white space at both ends, empty ones left out.
    subscript(code: Character) -> [String] { values(of: [code]) }

    /// The values of the subfields with one of `codes`, in the order of the field.
    func values(of codes: Set<Character>) -> [String] {
        subfields.filter { codes.contains($0.code) }.map(\.value.trimmed).filter { !$0.isEmpty }
    }

    func first(_ code: Character) -> String? { self[code].first }
}
