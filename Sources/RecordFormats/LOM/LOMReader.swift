import CatalogueModel

/// Reads IEEE LOM (1484.12.1) in XML: its own binding (1484.12.3), those of IMS 1.1 and 1.2, and profiles of them in any
/// namespace.
///
/// Numbers in comments are those of the elements of LOM. Passed over: structure, aggregation level, status (1.7, 1.8, 2.2),
/// metametadata (3), size and requirements (4.2, 4.4–4.6), interactivity, density, difficulty (5.1, 5.3, 5.4, 5.8), cost
/// (6.1), annotation (8), and classifications for other purposes than discipline and educational level (9.1).
struct LOMReader {
    private let lom: XMLElement
    private let language: String?
    var content = XMLRecordContent()

    private init(_ lom: XMLElement, language: String?) {
        self.lom = lom
        self.language = lom.language ?? language
    }

    static func content(of lom: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        var reader = LOMReader(lom, language: context.language)
        reader.content.namesInSource = namesInSource
        reader.takeGeneral()
        reader.takeLifeCycle()
        reader.takeTechnical()
        reader.takeEducational()
        reader.takeRights()
        reader.takeRelations()
        reader.takeClassifications()
        reader.takeIdentifiers()
        return reader.content
    }

    private static let namesInSource: [SourceField: String] = [
        .identifier: "general.identifier", .otherIdentifier: "general.identifier", .name: "general.title",
        .description: "general.description", .url: "technical.location", .publisherName: "lifeCycle.contribute",
        .creator: "lifeCycle.contribute", .inLanguage: "general.language", .license: "rights.description",
        .learningResourceType: "educational.learningResourceType", .about: "classification",
        .keywords: "general.keyword",
        .educationalLevel: "educational.context", .audience: "educational.intendedEndUserRole",
        .datePublished: "lifeCycle.contribute.date", .timeRequired: "educational.typicalLearningTime",
        .duration: "technical.duration", .isBasedOn: "relation",
        .isPartOf: "relation", .isVersionOf: "relation", .coursePrerequisites: "relation",
    ]

    /// 1.2–1.5.
    private mutating func takeGeneral() {
        content.add(lom.lom("general", "language").map(\.text).filter(Self.isLanguage), to: .inLanguage)
        var titles = LocalisedValues()
        for title in lom.lom("general", "title") {
            for text in title.lomTexts(language: language) { titles.add(text.text, language: text.language) }
        }
        titles.fillTitles(&content)
        var descriptions = LocalisedValues()
        let general = lom.lom("general", "description")
        for description in general.isEmpty ? lom.lom("educational", "description") : general {
            for text in description.lomTexts(language: language) {
                descriptions.add(text.text, language: text.language)
            }
        }
        descriptions.fillDescription(&content)
        for keyword in lom.lom("general", "keyword") { addKeywords(keyword) }
    }

    private mutating func addKeywords(_ element: XMLElement) {
        for text in element.lomTexts(language: nil) { RecordTexts.addSubject(text.text, to: &content) }
    }

    /// LOM has `none` for content without language.
    private static func isLanguage(_ text: String) -> Bool {
        !text.isEmpty && text.lowercased() != "none" && text.lowercased() != "x-none"
    }

    /// 2.3: who wrote it and who published it; a date of publication before any other.
    private mutating func takeLifeCycle() {
        var otherDates: [String] = []
        for contribution in lom.lom("lifecycle", "contribute") {
            let role = contribution.lom("role").first?.lomValue.lowercased() ?? ""
            let cards = contribution.lom("entity") + contribution.lom("centity", "vcard")
            let names = cards.compactMap { VCard.name(in: $0.lomText) }
            let dates = contribution.lom("date").map { Self.day($0.lomTime) }.filter { !$0.isEmpty }
            switch role {
            case "author", "creator", "script writer":
                content.add(names, to: .creator)
                otherDates += dates
            case "publisher":
                content.add(names, to: .publisherName)
                content.add(dates.first, to: .datePublished)
            default: break
            }
        }
        if content[.datePublished].isEmpty { content.add(otherDates.first, to: .datePublished) }
    }

    /// The day of a date and time.
    private static func day(_ text: String) -> String { String(text.prefix { $0 != "T" && $0 != " " }) }

    /// 4.7 and, where 5.2 is missing, 4.1.
    private mutating func takeTechnical() {
        content.add(lom.lom("technical", "duration").compactMap { RecordTexts.duration($0.lomTime) }, to: .duration)
        content.add(lom.lom("educational", "learningresourcetype").map(\.lomValue), to: .learningResourceType)
        guard content[.learningResourceType].isEmpty else { return }
        let media = lom.lom("technical", "format").map(\.lomText)
        content.add(media.compactMap(RepositoryTypes.code(forMediaType:)), to: .learningResourceType)
    }

    /// 5.5–5.7, 5.9. Ages alone make an audience where they are those of children.
    private mutating func takeEducational() {
        let contexts = lom.lom("educational", "context").map(\.lomValue)
        content.add(contexts.filter { $0.lowercased() != "other" }, to: .educationalLevel)
        content.add(lom.lom("educational", "intendedenduserrole").map(\.lomValue), to: .audience)
        let times = lom.lom("educational", "typicallearningtime").compactMap { RecordTexts.duration($0.lomTime) }
        content.add(times, to: .timeRequired)
        let ages = lom.lom("educational", "typicalagerange").map(\.lomText)
        if content[.audience].isEmpty, ages.contains(where: Self.isAgeOfChildren) {
            content.add("children", to: .audience)
        }
    }

    /// `7-9`, `6–11 tuổi`: two ages, none above 14.
    private static func isAgeOfChildren(_ text: String) -> Bool {
        let ages = text.split { !("0"..."9" ~= $0) }.compactMap { Int($0) }
        return ages.count == 2 && ages.allSatisfy { $0 <= 14 }
    }

    /// 6.3: the address of a licence anywhere in the text, then the text.
    private mutating func takeRights() {
        var texts: [String] = []
        for description in lom.lom("rights", "description") {
            for text in description.lomTexts(language: nil).map(\.text) {
                let words = text.split { $0.isWhitespace || "()<>\"".contains($0) }
                texts += words.map(String.init).filter(RecordIdentifiers.isAddress) + [text]
            }
        }
        RecordTexts.addLicences(texts, to: &content)
    }

    /// Kinds of 7.1 the catalogue has a place for.
    private static let relations: [String: SourceField] = [
        "isbasedon": .isBasedOn, "ispartof": .isPartOf, "isversionof": .isVersionOf, "requires": .coursePrerequisites,
    ]

    /// 7, of those kinds.
    private mutating func takeRelations() {
        for relation in lom.lom("relation") {
            let kind = relation.lom("kind").first?.lomValue.lowercased().filter(\.isLetter)
            guard let field = kind.flatMap({ Self.relations[$0] }) else { continue }
            let texts =
                relation.lom("resource", "identifier", "entry") + relation.lom("resource", "catalogentry", "entry")
                + relation.lom("resource", "identifier") + relation.lom("resource", "description")
            content.add(texts.map(\.lomText).filter(RecordIdentifiers.isAddress), to: field)
        }
    }
}

// MARK: Classification and identifiers

extension LOMReader {
    /// 9: the last taxon of a path is the narrowest.
    private mutating func takeClassifications() {
        for classification in lom.lom("classification") {
            let purpose = classification.lom("purpose").first?.lomValue.lowercased() ?? "discipline"
            for path in classification.lom("taxonpath") {
                guard let taxon = path.lom("taxon").last.map(Self.deepest) else { continue }
                switch purpose {
                case "discipline", "idea":
                    takeSubject(taxon, source: path.lom("source").first?.lomText.lowercased() ?? "")
                case "educational level", "school level": content.add(Self.best(taxon), to: .educationalLevel)
                default: break
                }
            }
            if purpose == "discipline" { classification.lom("keyword").forEach { addKeywords($0) } }
        }
    }

    /// IMS nests a narrower taxon within the broader one.
    private static func deepest(_ taxon: XMLElement) -> XMLElement {
        var taxon = taxon
        while let inner = taxon.lom("taxon").last { taxon = inner }
        return taxon
    }

    private static func best(_ taxon: XMLElement) -> String {
        let id = taxon.lom("id").first?.text ?? ""
        let entry = taxon.lom("entry").first?.lomText ?? ""
        return entry.isEmpty ? id : entry
    }

    private mutating func takeSubject(_ taxon: XMLElement, source: String) {
        let id = taxon.lom("id").first?.text ?? ""
        if source.contains("isced") || id.lowercased().hasPrefix("isced") {
            RecordTexts.addSubject(id, scheme: "ISCED", to: &content)
        } else if source == "ddc" || source.contains("dewey") {
            if !id.isEmpty { content.add("ddc:" + id, to: .about) }
        } else if RecordIdentifiers.isAddress(id) {
            content.add(id, to: .about)
        }
        if let entry = taxon.lom("entry").first { addKeywords(entry) }
    }

    /// 1.1 and 4.3.
    private mutating func takeIdentifiers() {
        var identifiers = RecordIdentifiers()
        for location in lom.lom("technical", "location") { identifiers.addAddress(location.lomText) }
        if let url = identifiers.url { content.add(url, to: .url) }
        for identifier in lom.lom("general", "identifier") + lom.lom("general", "catalogentry") {
            guard let entry = identifier.lom("entry").first else {
                identifiers.add(identifier.lomText)
                continue
            }
            let catalog = identifier.lom("catalog").first?.lomText.lowercased() ?? ""
            identifiers.add(Self.prefixed(entry.lomText, catalog: catalog), kind: catalog)
        }
        identifiers.fill(&content)
    }

    /// A DOI or handle says so itself, where only its catalogue did.
    private static func prefixed(_ text: String, catalog: String) -> String {
        let isBare = !text.contains(":")
        if isBare, catalog == "doi" { return "doi:" + text }
        return isBare && (catalog == "hdl" || catalog == "handle") ? "hdl:" + text : text
    }
}

extension XMLRecordForm {
    static let lom = XMLRecordForm("LOM") { name in
        name.local == "lom"
    } read: {
        LOMReader.content(of: $0, in: $1)
    }
}
