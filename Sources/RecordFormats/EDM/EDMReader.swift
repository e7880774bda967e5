import CatalogueModel

/// Reads the Europeana Data Model in RDF/XML: one record for each `edm:ProvidedCHO`, with its aggregation, its proxies and
/// the agents and concepts it refers to.
struct EDMReader {
    private static let edm = "http://www.europeana.eu/schemas/edm/"
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    private let graph: EDMGraph
    private let object: XMLElement
    private let aggregation: XMLElement?
    private let language: String?
    private var content = XMLRecordContent()

    /// The records of an `rdf:RDF`; none where it holds no cultural heritage object.
    static func contents(of rdfElement: XMLElement, in context: XMLRecordContext) -> [XMLRecordContent] {
        guard rdfElement.name == XMLName("RDF", in: rdf) else { return [] }
        let graph = EDMGraph(rdfElement)
        return graph.objects.map { object in
            var reader = EDMReader(
                graph: graph, object: object, aggregation: graph.aggregation(of: object), language: context.language)
            reader.read()
            return reader.content
        }
    }

    private init(graph: EDMGraph, object: XMLElement, aggregation: XMLElement?, language: String?) {
        self.graph = graph
        self.object = object
        self.aggregation = aggregation
        self.language = language
    }

    private static let namesInSource: [SourceField: String] = [
        .identifier: "edm:ProvidedCHO", .name: "dc:title", .description: "dc:description", .url: "edm:isShownAt",
        .publisherName: "edm:dataProvider", .creator: "dc:creator", .inLanguage: "dc:language", .license: "edm:rights",
        .learningResourceType: "edm:type", .keywords: "dc:subject", .about: "dc:subject",
        .datePublished: "dcterms:issued",
        .isBasedOn: "edm:isDerivativeOf", .isVersionOf: "dcterms:isVersionOf", .isPartOf: "dcterms:isPartOf",
    ]

    private mutating func read() {
        content.namesInSource = Self.namesInSource
        let statements = object.children + graph.proxies(of: object).flatMap(\.children)
        func all(_ names: String...) -> [XMLElement] { statements.filter { names.contains($0.name.local) } }
        content.add(all("language").map(\.text), to: .inLanguage)
        takeTexts(titles: all("title"), others: all("alternative"), all("description", "tableOfContents"))
        for creator in all("creator") {
            content.add(graph.labels(of: creator, language: nil).first?.text, to: .creator)
        }
        for subject in all("subject") { takeSubject(subject) }
        takeKinds(all("type"))
        var dates = DublinCoreDates()
        for date in all("issued", "created", "date") { dates.add(date.text, term: date.name.local) }
        content.add(dates.best, to: .datePublished)
        content.add(all("extent").compactMap { RecordTexts.duration($0.text) }, to: .duration)
        for (name, field) in [
            ("isDerivativeOf", SourceField.isBasedOn), ("isVersionOf", .isVersionOf), ("isPartOf", .isPartOf),
        ] {
            let others = all(name).map { $0[attribute: "resource"] ?? $0.text }
            content.add(others.filter(RecordIdentifiers.isAddress), to: field)
        }
        takeAggregation(rights: all("rights"))
        takeIdentifiers(all("identifier").map(\.text))
    }

    private mutating func takeTexts(titles: [XMLElement], others: [XMLElement], _ descriptions: [XMLElement]) {
        var names = LocalisedValues()
        for title in titles { names.add(title.text, language: title.language ?? language) }
        names.fillTitles(&content)
        content.add(others.map(\.text), to: .alternateName)
        var texts = LocalisedValues()
        for description in descriptions { texts.add(description.text, language: description.language ?? language) }
        texts.fillDescription(&content)
    }

    /// A concept by its labels and, where it has one, by its address.
    private mutating func takeSubject(_ element: XMLElement) {
        let address = element[attribute: "resource"] ?? ""
        if RecordIdentifiers.isAddress(address) { content.add(address, to: .about) }
        for label in graph.labels(of: element, language: nil) where !RecordIdentifiers.isAddress(label.text) {
            RecordTexts.addSubject(label.text, to: &content)
        }
    }

    /// `dc:type` where its word is known; else `edm:type`, which is one of five.
    private mutating func takeKinds(_ types: [XMLElement]) {
        let kinds = types.filter { $0.name.namespace == Self.edm }.map(\.text)
        let words = types.filter { $0.name.namespace != Self.edm }
        for word in words.flatMap({ graph.labels(of: $0, language: nil) }).map(\.text) {
            if let code = RepositoryTypes.knownCode(for: word) {
                content.add(code, to: .learningResourceType)
            } else if !RecordIdentifiers.isAddress(word) {
                content.add(word, to: .keywords)
            }
        }
        guard content[.learningResourceType].isEmpty else { return }
        let codes = ["TEXT": "text", "IMAGE": "image", "SOUND": "audio", "VIDEO": "video", "3D": "other"]
        content.add(kinds.compactMap { codes[$0.uppercased()] }, to: .learningResourceType)
    }

    /// Address, licence and institution; the page before the file.
    private mutating func takeAggregation(rights: [XMLElement]) {
        func texts(_ name: String) -> [String] {
            aggregation?.children(name).map { $0[attribute: "resource"] ?? $0.text } ?? []
        }
        let addresses = texts("isShownAt") + texts("isShownBy") + texts("landingPage")
        content.add(addresses.first(where: RecordIdentifiers.isAddress), to: .url)
        let files = Set(texts("isShownBy") + texts("hasView"))
        let fileRights = graph.webResources.filter { files.contains($0[attribute: "about"] ?? "") }
            .flatMap { $0.children("rights") }
        let all = (aggregation?.children("rights") ?? []) + fileRights + rights
        RecordTexts.addLicences(all.map { $0[attribute: "resource"] ?? $0.text }, to: &content)
        for name in ["dataProvider", "provider"] where content[.publisherName].isEmpty {
            let providers = aggregation?.children(name) ?? []
            content.add(
                providers.compactMap { graph.labels(of: $0, language: nil).first?.text }.first, to: .publisherName)
        }
    }

    private mutating func takeIdentifiers(_ texts: [String]) {
        content.add(object[attribute: "about"], to: .identifier)
        var identifiers = RecordIdentifiers()
        for text in texts { identifiers.add(text) }
        identifiers.addAddress(object[attribute: "about"])
        identifiers.fill(&content)
    }
}

extension XMLRecordForm {
    /// Within OAI-PMH, where one record holds one object: of several, the first.
    static let edm = XMLRecordForm("EDM") { name in
        name == XMLName("RDF", in: "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    } read: {
        EDMReader.contents(of: $0, in: $1).first
    }
}
