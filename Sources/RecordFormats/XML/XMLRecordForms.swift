/// The forms of description in XML that are read; the first whose element and content fit is taken.
enum XMLRecordForms {
    static let all: [XMLRecordForm] = [
        .dublinCore,
        .dspaceIntermediate,
        .xoai,
        .mods,
        .dataCite,
        .marcXML,
        .lom,
        .imsManifest,
        .lido,
        .edm,
        .rssItem,
        .atomEntry,
        .rdfDublinCore,
    ]

    static func isRecord(_ name: XMLName) -> Bool { all.contains { $0.isRecord(name) } }

    /// - Returns: nil where no form reads `element`.
    static func content(of element: XMLElement, in context: XMLRecordContext = .none) -> XMLRecordContent? {
        for form in all where form.isRecord(element.name) {
            if let content = form.read(element, context) { return content }
        }
        return nil
    }

    /// Their names, for messages.
    static var names: String { all.map(\.name).joined(separator: ", ") }
}
