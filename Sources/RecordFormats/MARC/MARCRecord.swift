/// A MARC 21 bibliographic record, whether it came in ISO 2709, MARCXML or MARC-in-JSON.
struct MARCRecord: Hashable, Sendable {
    /// 24 characters; shorter ones are filled up with blanks.
    let leader: [Character]
    let fields: [MARCField]

    init(leader: String, fields: [MARCField]) {
        let characters = Array(leader.prefix(24))
        self.leader = characters + [Character](repeating: " ", count: 24 - characters.count)
        self.fields = fields
    }

    /// The fields with one of `tags`, in the order of the record.
    func fields(_ tags: String...) -> [MARCField] {
        fields.filter { tags.contains($0.tag) }
    }

    func first(_ tag: String) -> MARCField? { fields.first { $0.tag == tag } }

    /// The characters of control field `tag` from `range`, nil where the field is shorter.
    func coded(_ tag: String, _ range: Range<Int>) -> String? {
        guard let value = first(tag)?.value, value.count >= range.upperBound else { return nil }
        let start = value.index(value.startIndex, offsetBy: range.lowerBound)
        return String(value[start...].prefix(range.count))
    }
}

extension MARCRecord {
    /// Type of record (leader/06).
    var type: Character { leader[6] }

    /// Why the record describes no learning resource, nil where it may (leader/05, leader/06).
    var unfitness: RecordFault? {
        if leader[5] == "d" { return .marcDeleted }
        switch type {
        case "z", "w", "q", "u", "v", "x", "y": return .marcNotBibliographic(type: type)
        default: break
        }
        let hasTitle = fields.contains { $0.tag == "245" || $0.tag == "240" || $0.tag == "246" }
        let isUNIMARC = !hasTitle && fields.contains { $0.tag == "200" }
        return isUNIMARC ? .unimarc : nil
    }
}
