import CatalogueModel

extension XMLRecordForm {
    private static let elements = "http://purl.org/dc/elements/1.1/"
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    /// `oai_dc:dc`, and the roots under which repositories put qualified Dublin Core.
    static let dublinCore = XMLRecordForm("Dublin Core") { name in
        switch name.local {
        case "dc":
            name.namespace == "http://www.openarchives.org/OAI/2.0/oai_dc/" || name.namespace.contains("purl.org/dc/")
                || name.namespace.contains("/oai_dc") || name.namespace == "http://www.openarchives.org/OAI/1.1/dc"
        case "qualifieddc", "qdc", "dcterms": true
        default: false
        }
    } read: {
        DublinCoreReader.content(of: $0, in: $1)
    }

    /// The fields of DSpace as they are stored.
    static let dspaceIntermediate = XMLRecordForm("DIM") { name in
        name == XMLName("dim", in: "http://www.dspace.org/xmlns/dspace/dim")
    } read: {
        DublinCoreReader.content(of: $0, in: $1)
    }

    /// What DSpace gives to other DSpaces: every field with its schema, qualifier and language.
    static let xoai = XMLRecordForm("XOAI") { name in
        name == XMLName("metadata", in: "http://www.lyncode.com/xoai")
    } read: { element, _ in
        DublinCoreReader.content(of: DublinCoreStatement.all(ofXOAI: element))
    }

    /// Dublin Core in RDF: one description, or the description with the most statements of Dublin Core.
    static let rdfDublinCore = XMLRecordForm("RDF Dublin Core") { name in
        name == XMLName("RDF", in: rdf) || name == XMLName("Description", in: rdf)
    } read: { element, context in
        let descriptions = element.name.local == "RDF" ? element.children : [element]
        func statements(_ element: XMLElement) -> Int {
            element.children.count { $0.name.namespace == elements || $0.name.namespace == "http://purl.org/dc/terms/" }
        }
        guard let best = descriptions.max(by: { statements($0) < statements($1) }), statements(best) > 0 else {
            return nil
        }
        var content = DublinCoreReader.content(of: best, in: context)
        if let about = best[attribute: "about"], !about.isEmpty {
            if content[.url].isEmpty, RecordIdentifiers.isAddress(about) { content.add(about, to: .url) }
            if content[.identifier].isEmpty { content.add(about, to: .identifier) }
        }
        return content
    }
}
