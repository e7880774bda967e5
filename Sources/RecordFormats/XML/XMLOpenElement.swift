/// An element around the units that is open: what is inherited from it.
struct XMLOpenElement {
    /// With its prefix, as the end tag repeats it.
    let qualifiedName: [UInt8]
    let name: XMLName
    let attributes: [XMLElement.Attribute]
    /// All declarations in scope: prefix → namespace, the empty prefix for the default one.
    let namespaces: [String: String]
    /// Number of this set of declarations: equal numbers mean equal sets.
    let scope: Int
    /// `xml:lang` in force.
    let language: String?

    /// - Parameter newScope: number for its declarations where it has any of its own.
    init(_ tag: XMLStartTag, within parent: XMLOpenElement?, newScope: Int) {
        let declared = tag.namespaces
        var namespaces = parent?.namespaces ?? [:]
        if !declared.isEmpty { namespaces.merge(declared) { _, new in new } }
        self.namespaces = namespaces
        scope = declared.isEmpty ? parent?.scope ?? 0 : newScope
        qualifiedName = Array(tag.qualifiedName.utf8)
        name = Self.name(tag.qualifiedName, in: namespaces)
        attributes = tag.attributes.filter { $0.name != "xmlns" && !$0.name.hasPrefix("xmlns:") }.map { attribute in
            let isPlain = !attribute.name.contains(":")
            let name = isPlain ? XMLName(attribute.name) : Self.name(attribute.name, in: namespaces)
            return XMLElement.Attribute(name: name, value: attribute.value)
        }
        language = tag.attributes.first { $0.name == "xml:lang" && !$0.value.isEmpty }?.value ?? parent?.language
    }

    /// A prefix that was not declared counts as none: what it stands for is not known.
    private static func name(_ qualifiedName: String, in namespaces: [String: String]) -> XMLName {
        let (prefix, local) = XMLStartTag.split(qualifiedName)
        let namespace = prefix == "xml" ? XMLElement.xmlNamespace : namespaces[prefix]
        return XMLName(local, in: namespace ?? "")
    }
}
