/// The header of a record (OAI-PMH 2.0 §2.5).
package struct OAIHeader: Hashable, Sendable {
    /// A URI, in practice any text without white space; never empty.
    package let identifier: String
    /// As the repository writes it; empty where it does not.
    package let datestamp: String
    package let setSpecs: [String]
    package let isDeleted: Bool
}

extension OAIHeader {
    /// - Returns: nil where it has no identifier, or one with bytes that are no text: it would name another record.
    init?(_ element: XMLElement) {
        guard let identifier = element.first("identifier")?.text, !identifier.isEmpty,
            !identifier.contains("\u{FFFD}")
        else { return nil }
        self.identifier = identifier
        datestamp = element.first("datestamp")?.text ?? ""
        setSpecs = element.children("setSpec").map(\.text).filter { !$0.isEmpty }
        isDeleted = element[attribute: "status"]?.lowercased() == "deleted"
    }
}
