/// One statement of a Dublin Core description, whatever its serialisation.
struct DublinCoreStatement {
    /// Local name of the element: `title`, `issued`, …
    let term: String
    /// What narrows it: DSpace's qualifier, an encoding scheme, a role; in small letters.
    let qualifier: String?
    let language: String?
    let text: String
}

extension DublinCoreStatement {
    /// The statements of `record`, whose children are named after the terms.
    static func all(of record: XMLElement, language inherited: String?) -> [DublinCoreStatement] {
        let language = record.language ?? inherited
        return record.children.flatMap { element in
            element.name.local == "field" && element[attribute: "element"] != nil
                ? [field(element)] : statements(element, language)
        }
    }

    /// `<dim:field element="date" qualifier="issued">`
    private static func field(_ element: XMLElement) -> DublinCoreStatement {
        DublinCoreStatement(
            term: element[attribute: "element"] ?? "", qualifier: element[attribute: "qualifier"]?.lowercased(),
            language: element.language ?? element[attribute: "lang"].flatMap { $0.isEmpty ? nil : $0 },
            text: element.text)
    }

    private static func statements(_ element: XMLElement, _ inherited: String?) -> [DublinCoreStatement] {
        let language = element.language ?? inherited
        let items = ["Bag", "Seq", "Alt"].flatMap { element.all($0, "li") }
        guard items.isEmpty else { return items.flatMap { statement($0, named: element.name.local, language) } }
        return statement(element, named: element.name.local, language)
    }

    private static func statement(
        _ element: XMLElement, named term: String, _ inherited: String?
    ) -> [DublinCoreStatement] {
        let scheme = element[attribute: "type"] ?? element[attribute: "scheme"] ?? element[attribute: "role"]
        let text = element.text
        let resource = element[attribute: "resource"] ?? element[attribute: "href"]
        let found = text.isEmpty ? resource ?? "" : text
        guard !found.isEmpty else { return [] }
        return [
            DublinCoreStatement(
                term: term, qualifier: scheme?.split(separator: ":").last.map { $0.lowercased() },
                language: element.language ?? inherited, text: found)
        ]
    }
}

// MARK: XOAI

extension DublinCoreStatement {
    /// The statements of DSpace's `xoai`: elements named schema, element, perhaps qualifier, and language, around fields.
    static func all(ofXOAI metadata: XMLElement) -> [DublinCoreStatement] {
        let schemas = metadata.children("element").filter { ["dc", "dcterms"].contains($0[attribute: "name"]) }
        return schemas.flatMap { schema in
            schema.children("element").flatMap { term in
                let name = term[attribute: "name"] ?? ""
                return term.children("element").flatMap { child in
                    let inner = child.children("element")
                    guard !inner.isEmpty else { return values(child, name, qualifier: nil) }
                    return inner.flatMap { values($0, name, qualifier: child[attribute: "name"]) }
                }
            }
        }
    }

    private static func values(
        _ element: XMLElement, _ term: String, qualifier: String?
    ) -> [DublinCoreStatement] {
        let name = element[attribute: "name"]
        return element.children("field").filter { $0[attribute: "name"] == "value" && !$0.text.isEmpty }.map {
            DublinCoreStatement(
                term: term, qualifier: qualifier?.lowercased(), language: name == "none" ? nil : name, text: $0.text)
        }
    }
}
