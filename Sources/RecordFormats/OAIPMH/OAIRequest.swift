/// What the repository understood of the request (OAI-PMH 2.0 §3.2).
package struct OAIRequest: Hashable, Sendable {
    package let baseURL: String
    /// `verb`, `metadataPrefix`, `from`, …; empty after a bad request.
    package let arguments: [String: String]

    init(_ element: XMLElement) {
        baseURL = element.text
        arguments = Dictionary(
            element.attributes.map { ($0.name.local, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
