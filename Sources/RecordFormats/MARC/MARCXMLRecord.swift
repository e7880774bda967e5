/// Reads a `record` element of MARCXML (http://www.loc.gov/MARC21/slim), whatever its namespace.
enum MARCXMLRecord {
    static func record(from element: XMLElement) -> (record: MARCRecord, warnings: [RecordFault]) {
        var fields: [MARCField] = []
        var badTags: [String] = []
        for child in element.children {
            let tag = child[attribute: "tag"] ?? ""
            switch child.name.local {
            case "controlfield": fields.append(MARCField(tag: padded(tag), value: plainText(of: child)))
            case "datafield": fields.append(dataField(child, tag: padded(tag)))
            default: continue
            }
            if tag.utf8.count != 3, badTags.count < 10 { badTags.append(tag) }
        }
        let record = MARCRecord(leader: leader(of: element), fields: fields)
        return (record, badTags.isEmpty ? [] : [.marcBadTags(badTags)])
    }

    private static func leader(of element: XMLElement) -> String { element.first("leader").map(plainText) ?? "" }

    /// The characters as they stand: leader and control fields count their blanks, which `text` would trim.
    private static func plainText(of element: XMLElement) -> String {
        element.content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// `42` is 042: leading zeros get lost in spreadsheets and scripts.
    private static func padded(_ tag: String) -> String {
        String(repeating: "0", count: max(0, 3 - tag.count)) + tag
    }

    private static func dataField(_ element: XMLElement, tag: String) -> MARCField {
        MARCField(
            tag: tag, indicator1: element[attribute: "ind1"]?.first ?? " ",
            indicator2: element[attribute: "ind2"]?.first ?? " ",
            subfields: element.children("subfield").map {
                .init(code: $0[attribute: "code"]?.first ?? "a", value: $0.text)
            })
    }
}

extension XMLRecordForm {
    /// MARCXML and its twin MarcXchange (ISO 25577); also `record` without a namespace where it has a leader or fields.
    static let marcXML = XMLRecordForm("MARCXML") { name in
        name.local == "record"
            && (name.namespace == "http://www.loc.gov/MARC21/slim"
                || name.namespace.hasPrefix("info:lc/xmlns/marcxchange")
                || name.namespace.isEmpty)
    } read: { element, _ in
        let isMARC = element.children.contains { ["leader", "controlfield", "datafield"].contains($0.name.local) }
        return isMARC ? MARCCrosswalk.content(of: MARCXMLRecord.record(from: element)) : nil
    }
}
