import CatalogueModel

/// Reads LIDO 1.0 and 1.1, in which museums describe their objects.
struct LIDOReader {
    private let lido: XMLElement
    private let language: String?
    private var content = XMLRecordContent()

    private init(_ lido: XMLElement, language: String?) {
        self.lido = lido
        self.language = lido.language ?? language
    }

    static func content(of lido: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        var reader = LIDOReader(lido, language: context.language)
        reader.content.namesInSource = namesInSource
        for metadata in lido.children("descriptiveMetadata") { reader.takeTexts(metadata) }
        for metadata in lido.children("descriptiveMetadata") { reader.takeClassification(metadata) }
        for metadata in lido.children("descriptiveMetadata") { reader.takeEvents(metadata) }
        for metadata in lido.children("administrativeMetadata") { reader.takeAdministration(metadata) }
        reader.takeKind()
        reader.takeIdentifiers()
        return reader.content
    }

    private static let namesInSource: [SourceField: String] = [
        .identifier: "lidoRecID", .name: "titleSet", .description: "objectDescriptionSet", .url: "recordInfoLink",
        .publisherName: "recordSource", .creator: "eventActor", .license: "rightsResource",
        .learningResourceType: "objectWorkType", .keywords: "subjectConcept", .about: "subjectConcept",
        .datePublished: "eventDate",
    ]

    /// Titles and descriptions. The language of the metadata is that of the description: an object need not have any.
    private mutating func takeTexts(_ metadata: XMLElement) {
        let language = metadata.language ?? self.language
        let identification = metadata.children("objectIdentificationWrap")
        let values = identification.flatMap { $0.all("titleWrap", "titleSet", "appellationValue") }
        let preferred = values.filter { $0[attribute: "pref"] != "alternate" }
        for title in preferred { content.add(title.text, to: content[.name].isEmpty ? .name : .alternateName) }
        for title in values { if !content[.name].contains(title.text) { content.add(title.text, to: .alternateName) } }
        if content[.name].isEmpty, let other = content[.alternateName].first { content.add(other, to: .name) }
        let notes = identification.flatMap {
            $0.all("objectDescriptionWrap", "objectDescriptionSet", "descriptiveNoteValue")
        }
        content.add(notes.map { plainText(ofHTML: $0.text) }, to: .description)
        if !notes.isEmpty, content[.descriptionLanguage].isEmpty { content.add(language, to: .descriptionLanguage) }
        let repositories = identification.flatMap {
            $0.all("repositoryWrap", "repositorySet", "repositoryName", "legalBodyName", "appellationValue")
        }
        content.add(repositories.first?.text, to: .publisherName)
    }

    /// Kinds whose word is known are types, all other terms keywords.
    private mutating func takeClassification(_ metadata: XMLElement) {
        let classification = metadata.children("objectClassificationWrap")
        let kinds = classification.flatMap {
            $0.all("objectWorkTypeWrap", "objectWorkType") + $0.all("classificationWrap", "classification")
        }
        for term in kinds.flatMap(Self.terms) {
            if let code = RepositoryTypes.knownCode(for: term) {
                content.add(code, to: .learningResourceType)
            } else {
                content.add(term, to: .keywords)
            }
        }
        let subjects = metadata.all("objectRelationWrap", "subjectWrap", "subjectSet", "subject")
        for concept in subjects.flatMap({ $0.children("subjectConcept") }) {
            let ids = concept.children("conceptID").map(\.text)
            content.add(ids.filter(RecordIdentifiers.isAddress), to: .about)
            for term in Self.terms(of: concept) { RecordTexts.addSubject(term, to: &content) }
        }
        let names = subjects.flatMap {
            $0.all("subjectPlace", "displayPlace") + $0.all("subjectPlace", "place", "namePlaceSet", "appellationValue")
                + $0.all("subjectActor", "displayActor")
        }
        content.add(names.map(\.text), to: .keywords)
    }

    private static func terms(of concept: XMLElement) -> [String] {
        // `addedSearchTerm` marks broader terms, put in for other systems’ searches.
        concept.children("term").filter { $0[attribute: "addedSearchTerm"] != "yes" }.map(\.text).filter { !$0.isEmpty }
    }
}

// MARK: Events, rights, links

extension LIDOReader {
    /// Production, creation and publication of LIDO’s terminology, and their English names.
    private static let makingEvents = [
        "lido00007", "lido00012", "lido00228", "production", "creation", "publication", "designing", "sản xuất",
        "sáng tác",
    ]

    /// Who made the object, and when.
    private mutating func takeEvents(_ metadata: XMLElement) {
        for event in metadata.all("eventWrap", "eventSet", "event") {
            let types = event.children("eventType").flatMap { $0.children("conceptID") + $0.children("term") }
            let isMaking = types.contains { type in
                Self.makingEvents.contains(where: type.text.lowercased().hasSuffix)
            }
            guard isMaking else { continue }
            for actor in event.children("eventActor") {
                let names = actor.all("actorInRole", "actor", "nameActorSet", "appellationValue")
                let preferred = names.first { $0[attribute: "pref"] != "alternate" } ?? names.first
                content.add(preferred?.text ?? actor.first("displayActorInRole")?.text, to: .creator)
            }
            let dates = event.children("eventDate").flatMap {
                $0.all("date", "earliestDate") + $0.all("date", "latestDate") + $0.children("displayDate")
            }
            if content[.datePublished].isEmpty {
                content.add(dates.compactMap { Self.date($0.text) }.first, to: .datePublished)
            }
        }
    }

    /// A date, or the only year in a text.
    private static func date(_ text: String) -> String? {
        if let date = PartialDate(text) { return date.description }
        let years = text.split { !("0"..."9" ~= $0) }.filter { $0.count == 4 }
        return years.count == 1 ? years.first.map { String($0) } : nil
    }

    private mutating func takeAdministration(_ metadata: XMLElement) {
        let records = metadata.children("recordWrap")
        let sources = records.flatMap { $0.all("recordSource", "legalBodyName", "appellationValue") }
        if content[.publisherName].isEmpty { content.add(sources.first?.text, to: .publisherName) }
        let links = records.flatMap { $0.all("recordInfoSet", "recordInfoLink") }.map(\.text)
        content.add(links.first(where: RecordIdentifiers.isAddress), to: .url)
        let resources = metadata.all("resourceWrap", "resourceSet")
        let rights =
            resources.flatMap { $0.all("rightsResource", "rightsType") }
            + metadata.all("rightsWorkWrap", "rightsWorkSet", "rightsType")
        let texts = rights.flatMap { $0.children("conceptID") + $0.children("term") }.map(\.text)
        RecordTexts.addLicences(texts, to: &content)
        if content[.url].isEmpty {
            let files = resources.flatMap { $0.all("resourceRepresentation", "linkResource") }.map(\.text)
            content.add(files.first(where: RecordIdentifiers.isAddress), to: .url)
        }
    }

    /// Where no word tells the kind: what is shown of the object is an image, unless its format says otherwise.
    private mutating func takeKind() {
        guard content[.learningResourceType].isEmpty else { return }
        let links = lido.all(
            "administrativeMetadata", "resourceWrap", "resourceSet", "resourceRepresentation", "linkResource")
        let formats = links.compactMap { $0[attribute: "formatResource"] }
        let codes = formats.compactMap(RepositoryTypes.code(forMediaType:))
        if let code = codes.first {
            content.add(code, to: .learningResourceType)
        } else if !links.isEmpty {
            content.add("image", to: .learningResourceType)
        }
    }

    private mutating func takeIdentifiers() {
        content.add(lido.children("lidoRecID").first?.text, to: .identifier)
        var identifiers = RecordIdentifiers()
        for element in lido.children("objectPublishedID") { identifiers.add(element.text) }
        identifiers.fill(&content)
    }
}

extension XMLRecordForm {
    static let lido = XMLRecordForm("LIDO") { name in
        name.local == "lido" && name.namespace.hasPrefix("http://www.lido-schema.org")
    } read: {
        LIDOReader.content(of: $0, in: $1)
    }
}
