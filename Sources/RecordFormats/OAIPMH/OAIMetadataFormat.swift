/// One form in which a repository gives its records (OAI-PMH 2.0 §4.4).
package struct OAIMetadataFormat: Hashable, Sendable {
    package let prefix: String
    package let schema: String
    package let namespace: String

    init(_ element: XMLElement) {
        prefix = element.first("metadataPrefix")?.text ?? ""
        schema = element.first("schema")?.text ?? ""
        namespace = element.first("metadataNamespace")?.text ?? ""
    }
}
