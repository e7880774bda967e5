import CatalogueModel

/// Reads Dublin Core: simple (oai_dc), qualified (dcterms), in RDF, and DSpace's own fields.
///
/// Crosswalk: DCMI Metadata Terms to our fields as in the table of `SourceField`; what says nothing about a learning
/// resource (coverage, provenance, rights holder) is left out.
struct DublinCoreReader {
    private var content = XMLRecordContent()
    private var identifiers = RecordIdentifiers()
    private var titles = LocalisedValues()
    private var abstracts = LocalisedValues()
    private var descriptions = LocalisedValues()
    private var rights: [String] = []
    private var formats: [String] = []
    private var dates = DublinCoreDates()

    private init() {}

    static func content(of record: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        content(of: DublinCoreStatement.all(of: record, language: context.language))
    }

    static func content(of statements: [DublinCoreStatement]) -> XMLRecordContent {
        var reader = DublinCoreReader()
        for statement in statements { reader.take(statement) }
        return reader.finished()
    }

    private mutating func take(_ statement: DublinCoreStatement) {
        let text = statement.text
        switch statement.term {
        case "title" where statement.qualifier == "alternative": content.add(text, to: .alternateName)
        case "title": titles.add(text, language: statement.language)
        case "alternative": content.add(text, to: .alternateName)
        case "creator", "author": content.add(text, to: .creator)
        case "contributor" where statement.qualifier.map { RecordTexts.creates(role: $0) } == true:
            content.add(text, to: .creator)
        case "subject": RecordTexts.addSubject(text, scheme: statement.qualifier, to: &content)
        case "publisher": content.add(text, to: .publisherName)
        case "language": takeLanguage(text, statement.qualifier)
        case "type": content.add(RepositoryTypes.code(for: text), to: .learningResourceType)
        case "audience": content.add(text, to: .audience)
        case "educationLevel": content.add(text, to: .educationalLevel)
        case "rights", "license", "licence": rights.append(text)
        default: takeOther(statement)
        }
    }

    private mutating func takeOther(_ statement: DublinCoreStatement) {
        let text = statement.text
        switch statement.term {
        case "description", "abstract", "tableOfContents": takeDescription(statement)
        case "format", "extent": takeFormat(text)
        case "identifier": takeIdentifier(text, statement.qualifier)
        case "source", "isBasedOn": takeRelation(text, .isBasedOn)
        case "isVersionOf": takeRelation(text, .isVersionOf)
        case "isPartOf": takeRelation(text, .isPartOf)
        case "relation":
            switch statement.qualifier {
            case "isbasedon": takeRelation(text, .isBasedOn)
            case "isversionof": takeRelation(text, .isVersionOf)
            case "ispartof": takeRelation(text, .isPartOf)
            default: break
            }
        case "date", "issued", "created", "available", "dateSubmitted", "dateAccepted", "dateCopyrighted", "modified":
            dates.add(text, term: statement.term == "date" ? statement.qualifier ?? "date" : statement.term)
        default: break
        }
    }

    private mutating func takeDescription(_ statement: DublinCoreStatement) {
        if statement.term == "abstract" || statement.qualifier == "abstract" {
            abstracts.add(statement.text, language: statement.language)
        } else if statement.qualifier != "provenance", !Self.isProvenance(statement.text) {
            descriptions.add(statement.text, language: statement.language)
        }
    }

    /// What DSpace writes about its own workflow.
    private static func isProvenance(_ text: String) -> Bool {
        [
            "Made available in DSpace on", "Submitted by ", "Approved for entry into archive by", "Item withdrawn by",
            "Item reinstated by", "Restored into DSpace on",
        ].contains { text.hasPrefix($0) && (text.contains("DSpace") || text.contains(" on ")) }
    }

    private mutating func takeLanguage(_ text: String, _ qualifier: String?) {
        guard !["other", "n/a", "none", "und", "zxx"].contains(text.lowercased()),
            qualifier != "rfc3066" || !text.isEmpty
        else { return }
        content.add(text.contains("_") ? text.replacing("_", with: "-") : text, to: .inLanguage)
    }

    private mutating func takeFormat(_ text: String) {
        content.add(RecordTexts.duration(text), to: .duration)
        formats.append(text)
    }

    private mutating func takeIdentifier(_ text: String, _ qualifier: String?) {
        // A citation is prose that may hold anything.
        guard qualifier != "citation" else { return }
        identifiers.add(text, kind: qualifier)
    }

    private mutating func takeRelation(_ text: String, _ field: SourceField) {
        if RecordIdentifiers.isAddress(text) { content.add(text, to: field) }
    }

    private mutating func finished() -> XMLRecordContent {
        titles.fillTitles(&content)
        (abstracts.texts.isEmpty ? descriptions : abstracts).fillDescription(&content)
        RecordTexts.addLicences(rights, to: &content)
        if content[.learningResourceType].isEmpty {
            content.add(formats.compactMap(RepositoryTypes.code(forMediaType:)), to: .learningResourceType)
        }
        content.add(dates.best, to: .datePublished)
        identifiers.fill(&content)
        return content
    }
}
