/// One set of a repository (OAI-PMH 2.0 §4.6).
package struct OAISet: Hashable, Sendable {
    /// Levels are parted by colons.
    package let spec: String
    package let name: String
    package let descriptions: [XMLElement]

    init(_ element: XMLElement) {
        spec = element.first("setSpec")?.text ?? ""
        name = element.first("setName")?.text ?? ""
        descriptions = element.children("setDescription").flatMap(\.children)
    }
}
