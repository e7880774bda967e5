import CatalogueModel

/// Reads the DataCite Metadata Schema, versions 2 to 4, and the profile of it that OpenAIRE's literature repositories use.
struct DataCiteReader {
    private let resource: XMLElement
    private let language: String?
    private var content = XMLRecordContent()

    private init(_ resource: XMLElement, language: String?) {
        self.resource = resource
        self.language = resource.language ?? language
    }

    static func content(of resource: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        var reader = DataCiteReader(resource, language: context.language)
        reader.content.add(resource.children("language").map(\.text), to: .inLanguage)
        reader.takeTitles()
        reader.takeNames()
        reader.takeDates()
        reader.takeDescriptions()
        reader.takeKinds()
        reader.takeRights()
        reader.takeIdentifiers()
        return reader.content
    }

    /// The elements of a list such as `titles`, or standing alone.
    private func all(_ list: String, _ element: String) -> [XMLElement] {
        resource.all(list, element) + resource.children(element)
    }

    private mutating func takeTitles() {
        var titles = LocalisedValues()
        var subtitle: String?
        for title in all("titles", "title") {
            switch title[attribute: "titleType"]?.lowercased() {
            case nil, "": titles.add(title.text, language: title.language ?? language)
            case "subtitle": subtitle = subtitle ?? title.text
            default: content.add(title.text, to: .alternateName)
            }
        }
        titles.fillTitles(&content)
        if let subtitle, let title = content[.name].first {
            content.set([title + ": " + subtitle] + content[.name].dropFirst(), for: .name)
        }
    }

    private mutating func takeNames() {
        for creator in all("creators", "creator") { content.add(Self.name(creator, "creatorName"), to: .creator) }
        for contributor in all("contributors", "contributor") {
            guard RecordTexts.creates(role: contributor[attribute: "contributorType"] ?? "") else { continue }
            content.add(Self.name(contributor, "contributorName"), to: .creator)
        }
        content.add(resource.children("publisher").map(\.text), to: .publisherName)
    }

    private static func name(_ element: XMLElement, _ child: String) -> String {
        if let name = element.first(child)?.text, !name.isEmpty { return name }
        let parts = ["familyName", "givenName"].compactMap { element.first($0)?.text }.filter { !$0.isEmpty }
        return parts.isEmpty ? element.text : parts.joined(separator: ", ")
    }

    /// A stated day of issue says more than the year of publication.
    private mutating func takeDates() {
        var dates = DublinCoreDates()
        for date in all("dates", "date") {
            let type = date[attribute: "dateType"]?.lowercased() ?? "date"
            guard ["issued", "created", "available", "date", "accepted", "copyrighted"].contains(type) else { continue }
            // A span counts by its beginning.
            dates.add(String(date.text.prefix { $0 != "/" }), term: type)
        }
        let year = resource.first("publicationYear")?.text ?? ""
        let isIssued = all("dates", "date").contains { $0[attribute: "dateType"]?.lowercased() == "issued" }
        content.add(year.isEmpty || isIssued ? dates.best : year, to: .datePublished)
    }

    private mutating func takeDescriptions() {
        let found = all("descriptions", "description")
        let abstracts = found.filter { $0[attribute: "descriptionType"] == "Abstract" }
        var descriptions = LocalisedValues()
        for element in abstracts.isEmpty ? found : abstracts {
            descriptions.add(element.text, language: element.language ?? language)
        }
        descriptions.fillDescription(&content)
        for subject in all("subjects", "subject") {
            content.add(subject[attribute: "valueURI"], to: .about)
            RecordTexts.addSubject(subject.text, scheme: subject[attribute: "subjectScheme"], to: &content)
        }
        content.add(resource.children("audience").map(\.text), to: .audience)
    }
}

// MARK: Kinds, rights, identifiers

extension DataCiteReader {
    private mutating func takeKinds() {
        for type in resource.children("resourceType") {
            let stated = [type[attribute: "uri"], type[attribute: "resourceTypeGeneral"], type.text].compactMap { $0 }
            let known = stated.lazy.compactMap(RepositoryTypes.knownCode(for:)).first { $0 != "other" }
            content.add(known ?? RepositoryTypes.code(for: type.text), to: .learningResourceType)
        }
        content.add(all("sizes", "size").compactMap { RecordTexts.duration($0.text) }, to: .duration)
        guard content[.learningResourceType].isEmpty else { return }
        let formats = all("formats", "format").map(\.text)
        content.add(formats.compactMap(RepositoryTypes.code(forMediaType:)), to: .learningResourceType)
    }

    private static let relations: [String: SourceField] = [
        "IsDerivedFrom": .isBasedOn, "IsTranslationOf": .translationOfWork, "IsPartOf": .isPartOf,
        "IsVersionOf": .isVersionOf, "IsVariantFormOf": .isVersionOf, "IsNewVersionOf": .isVersionOf,
    ]

    private mutating func takeRights() {
        let rights = all("rightsList", "rights") + resource.children("licenseCondition")
        let addresses = rights.compactMap { $0[attribute: "rightsURI"] ?? $0[attribute: "uri"] }
        let codes = rights.compactMap { $0[attribute: "rightsIdentifier"] }
        RecordTexts.addLicences(addresses + codes + rights.map(\.text), to: &content)
        for related in all("relatedIdentifiers", "relatedIdentifier") {
            guard let field = Self.relations[related[attribute: "relationType"] ?? ""] else { continue }
            var identifier = RecordIdentifiers()
            identifier.add(related.text, kind: related[attribute: "relatedIdentifierType"])
            content.add(identifier.url, to: field)
        }
    }

    private mutating func takeIdentifiers() {
        var identifiers = RecordIdentifiers()
        for identifier in resource.children("identifier") {
            identifiers.add(identifier.text, kind: identifier[attribute: "identifierType"])
        }
        for other in all("alternateIdentifiers", "alternateIdentifier") {
            identifiers.add(other.text, kind: other[attribute: "alternateIdentifierType"])
        }
        for file in resource.children("file") { identifiers.addAddress(file.text) }
        identifiers.fill(&content)
    }
}

extension XMLRecordForm {
    /// `resource` of DataCite or OpenAIRE, also within the envelope of DataCite's own repository.
    static let dataCite = XMLRecordForm("DataCite") { name in
        switch name.local {
        case "resource":
            name.namespace.contains("datacite.org/schema/kernel") || name.namespace.contains("openaire.eu/schema")
        case "oai_datacite": true
        default: false
        }
    } read: { element, context in
        guard element.name.local == "oai_datacite" else { return DataCiteReader.content(of: element, in: context) }
        return element.all("payload", "resource").first.map { DataCiteReader.content(of: $0, in: context) }
    }
}
