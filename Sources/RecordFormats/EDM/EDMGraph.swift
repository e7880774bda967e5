/// The resources of an `rdf:RDF` in EDM, found by their addresses.
struct EDMGraph {
    let objects: [XMLElement]
    let webResources: [XMLElement]
    private let aggregations: [XMLElement]
    private let proxies: [XMLElement]
    /// Agents, concepts, places and the like, by address.
    private let contextual: [String: XMLElement]

    init(_ rdf: XMLElement) {
        func all(_ local: String) -> [XMLElement] { rdf.children(local) }
        objects = all("ProvidedCHO")
        aggregations = all("Aggregation") + all("EuropeanaAggregation")
        proxies = all("Proxy")
        webResources = all("WebResource")
        let named = rdf.children.compactMap { element -> (String, XMLElement)? in
            let isContext = ["Agent", "Concept", "Place", "TimeSpan", "Organization"].contains(element.name.local)
            guard isContext, let about = element[attribute: "about"], !about.isEmpty else { return nil }
            return (about, element)
        }
        contextual = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// The aggregation that says it aggregates `object`; where there is one of each, they belong together.
    func aggregation(of object: XMLElement) -> XMLElement? {
        let about = object[attribute: "about"] ?? ""
        let own = aggregations.first { aggregation in
            aggregation.children("aggregatedCHO").contains { Self.address(of: $0) == about }
        }
        return own ?? (objects.count == 1 ? aggregations.first : nil)
    }

    /// What institutions say of `object` in Europeana’s own records.
    func proxies(of object: XMLElement) -> [XMLElement] {
        let about = object[attribute: "about"] ?? ""
        return proxies.filter { proxy in proxy.children("proxyFor").contains { Self.address(of: $0) == about } }
    }

    /// The labels of the resource `element` refers to, else its own text.
    func labels(of element: XMLElement, language: String?) -> [(text: String, language: String?)] {
        guard let address = element[attribute: "resource"], !address.isEmpty else {
            let nested = element.children.flatMap { $0.children("prefLabel") }
            if !nested.isEmpty { return nested.map { ($0.text, $0.language) } }
            return element.text.isEmpty ? [] : [(element.text, element.language ?? language)]
        }
        guard let resource = contextual[address] else { return [] }
        let labels = resource.children("prefLabel") + resource.children("name")
        // Vietnamese first, then English: the languages the catalogue is searched in.
        let sorted = ["vi", "en"].flatMap { wanted in labels.filter { $0.language?.hasPrefix(wanted) == true } }
        return (sorted.isEmpty ? Array(labels.prefix(1)) : sorted).map { ($0.text, $0.language) }
    }

    private static func address(of element: XMLElement) -> String { element[attribute: "resource"] ?? element.text }
}
