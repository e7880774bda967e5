/// An element of an XML document with everything in it; comments and processing instructions are left out.
package struct XMLElement: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// Character data, CDATA sections included; neighbours are joined.
        case text(String)
        case element(XMLElement)
    }

    package let name: XMLName
    /// In document order; namespace declarations are left out.
    package let attributes: [Attribute]
    package let content: [Content]
    /// Line on which the start tag ends, from 1.
    package let line: Int

    package struct Attribute: Hashable, Sendable {
        package let name: XMLName
        package let value: String

        package init(name: XMLName, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(name: XMLName, attributes: [Attribute] = [], content: [Content] = [], line: Int = 1) {
        self.name = name
        self.attributes = attributes
        self.content = content
        self.line = line
    }
}

extension XMLElement {
    package static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

    /// The child elements in document order.
    package var children: [XMLElement] {
        content.compactMap { if case .element(let child) = $0 { child } else { nil } }
    }

    /// The children with this local name, whatever their namespace: repositories mix them up.
    package func children(_ local: String) -> [XMLElement] {
        children.filter { $0.name.local == local }
    }

    package func first(_ local: String) -> XMLElement? {
        children.first { $0.name.local == local }
    }

    /// The descendants that `path` of local names leads to: children, their children and so on.
    package func all(_ path: String...) -> [XMLElement] {
        path.reduce([self]) { elements, local in elements.flatMap { $0.children(local) } }
    }

    /// All character data in it, in document order, without white space at both ends.
    package var text: String {
        var text = ""
        collectText(into: &text)
        return text.trimmed
    }

    private func collectText(into text: inout String) {
        for piece in content {
            switch piece {
            case .text(let piece): text += piece
            case .element(let child): child.collectText(into: &text)
            }
        }
    }

    /// The attribute with this local name, one without a namespace first; nil where there is none.
    package subscript(attribute local: String) -> String? {
        let found = attributes.filter { $0.name.local == local }
        return (found.first { $0.name.namespace.isEmpty } ?? found.first)?.value
    }

    /// Its own `xml:lang`; nil where it has none or an empty one.
    package var language: String? {
        let value = attributes.first { $0.name == XMLName("lang", in: Self.xmlNamespace) }?.value
        return value?.isEmpty == false ? value : nil
    }
}
