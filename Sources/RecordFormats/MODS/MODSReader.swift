import CatalogueModel

/// Reads MODS 3 (Library of Congress, Metadata Object Description Schema).
struct MODSReader {
    private let mods: XMLElement
    private let language: String?
    private var content = XMLRecordContent()

    private init(_ mods: XMLElement, language: String?) {
        self.mods = mods
        self.language = mods.language ?? language
    }

    static func content(of mods: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        var reader = MODSReader(mods, language: context.language)
        reader.takeLanguages()
        reader.takeTitles()
        reader.takeNames()
        reader.takeOrigin()
        reader.takeText()
        reader.takeSubjects()
        reader.takeKinds()
        reader.takeRights()
        reader.takeIdentifiers()
        return reader.content
    }

    private mutating func takeLanguages() {
        for language in mods.children("language") {
            let terms = language.children("languageTerm")
            let best = terms.first { $0[attribute: "type"] == "code" } ?? terms.first
            content.add(best?.text ?? language.text, to: .inLanguage)
        }
    }

    private mutating func takeTitles() {
        var titles = LocalisedValues()
        for info in mods.children("titleInfo") {
            let title = Self.title(info)
            if info[attribute: "type"] == nil {
                titles.add(title, language: info.language ?? info[attribute: "lang"] ?? language)
            } else {
                content.add(title, to: .alternateName)
            }
        }
        titles.fillTitles(&content)
        if content[.name].isEmpty, let other = content[.alternateName].first { content.add(other, to: .name) }
    }

    /// `nonSort` keeps the space it ends with, or gets one.
    private static func title(_ info: XMLElement) -> String {
        let article = info.first("nonSort")?.text ?? ""
        var title = info.first("title")?.text ?? ""
        if !article.isEmpty { title = article + (article.hasSuffix("'") || article.hasSuffix("’") ? "" : " ") + title }
        if let subtitle = info.first("subTitle")?.text, !subtitle.isEmpty { title += ": " + subtitle }
        let part = ["partNumber", "partName"].compactMap { info.first($0)?.text }.filter { !$0.isEmpty }
        return part.isEmpty ? title : title + ". " + part.joined(separator: ", ")
    }

    private mutating func takeNames() {
        for name in mods.children("name") {
            let roles = name.all("role", "roleTerm").map(\.text) + name.all("role", "text").map(\.text)
            if roles.isEmpty || roles.contains(where: RecordTexts.creates(role:)) {
                content.add(Self.name(name), to: .creator)
            } else if roles.contains(where: { ["pbl", "publisher"].contains($0.lowercased()) }) {
                content.add(Self.name(name), to: .publisherName)
            }
        }
    }

    static func name(_ name: XMLElement) -> String {
        if let shown = name.first("displayForm")?.text, !shown.isEmpty { return shown }
        let parts = name.children("namePart").filter { $0[attribute: "type"] != "date" }
        func texts(_ type: String?) -> [String] { parts.filter { $0[attribute: "type"] == type }.map(\.text) }
        let plain = texts(nil)
        guard plain.isEmpty else { return plain.joined(separator: " ") }
        return [texts("family").joined(separator: " "), texts("given").joined(separator: " ")].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    private mutating func takeOrigin() {
        var dates = DublinCoreDates()
        for origin in mods.children("originInfo") {
            content.add(origin.children("publisher").map(\.text), to: .publisherName)
            for (name, term) in [("dateIssued", "issued"), ("copyrightDate", "copyright"), ("dateCreated", "created")] {
                let found = origin.children(name)
                let coded = found.filter { ["w3cdtf", "iso8601"].contains($0[attribute: "encoding"] ?? "") }
                for date in coded + found { dates.add(date.text, term: term) }
            }
        }
        content.add(dates.best, to: .datePublished)
    }

    private mutating func takeText() {
        var abstracts = LocalisedValues()
        for name in ["abstract", "tableOfContents"] where abstracts.texts.isEmpty {
            for element in mods.children(name) {
                abstracts.add(element.text, language: element.language ?? element[attribute: "lang"] ?? language)
            }
        }
        abstracts.fillDescription(&content)
        content.add(mods.children("targetAudience").map(\.text), to: .audience)
    }
}

// MARK: Classification, rights, identifiers

extension MODSReader {
    private mutating func takeSubjects() {
        for subject in mods.children("subject") {
            let authority = subject[attribute: "authority"]
            for part in subject.children where ["topic", "geographic", "temporal", "genre"].contains(part.name.local) {
                if let address = part[attribute: "valueURI"] { content.add(address, to: .about) }
                RecordTexts.addSubject(part.text, scheme: part[attribute: "authority"] ?? authority, to: &content)
            }
            for name in subject.children("name") { content.add(Self.name(name), to: .keywords) }
            for info in subject.children("titleInfo") { content.add(Self.title(info), to: .keywords) }
        }
        for code in mods.children("classification") {
            let authority = code[attribute: "authority"] ?? ""
            if authority.lowercased().contains("isced") {
                RecordTexts.addSubject(code.text, scheme: authority, to: &content)
            } else {
                content.add(code[attribute: "valueURI"], to: .about)
            }
        }
    }

    private mutating func takeKinds() {
        let types = mods.children("typeOfResource") + mods.children("genre")
        content.add(types.compactMap { RepositoryTypes.code(for: $0.text) }, to: .learningResourceType)
        for description in mods.children("physicalDescription") {
            content.add(description.children("extent").compactMap { RecordTexts.duration($0.text) }, to: .duration)
            guard types.isEmpty else { continue }
            let media = description.children("internetMediaType").map(\.text)
            content.add(media.compactMap(RepositoryTypes.code(forMediaType:)), to: .learningResourceType)
        }
    }

    private mutating func takeRights() {
        let conditions = mods.children("accessCondition").filter {
            $0[attribute: "type"]?.lowercased() != "restriction on access" || $0[attribute: "href"] != nil
        }
        let addresses = conditions.compactMap { $0[attribute: "href"] ?? $0[attribute: "valueURI"] }
        RecordTexts.addLicences(addresses + conditions.map(\.text), to: &content)
        let relations: [String: SourceField] = [
            "original": .isBasedOn, "otherVersion": .isVersionOf, "host": .isPartOf,
        ]
        for related in mods.children("relatedItem") {
            guard let field = relations[related[attribute: "type"] ?? ""] else { continue }
            let addresses = related.all("location", "url").map(\.text) + related.children("identifier").map(\.text)
            content.add(addresses.filter(RecordIdentifiers.isAddress), to: field)
        }
    }

    private mutating func takeIdentifiers() {
        var identifiers = RecordIdentifiers()
        let urls = mods.all("location", "url")
        let landing = urls.filter {
            $0[attribute: "usage"]?.hasPrefix("primary") == true || $0[attribute: "access"] == "object in context"
        }
        for url in landing + urls where url[attribute: "access"] != "preview" { identifiers.addAddress(url.text) }
        for identifier in mods.children("identifier") where identifier[attribute: "invalid"] != "yes" {
            identifiers.add(identifier.text, kind: identifier[attribute: "type"])
        }
        if let url = landing.first?.text, RecordIdentifiers.isAddress(url) { content.add(url, to: .url) }
        content.add(mods.all("recordInfo", "recordIdentifier").first?.text, to: .identifier)
        identifiers.fill(&content)
    }
}

extension XMLRecordForm {
    static let mods = XMLRecordForm("MODS") { name in
        name.local == "mods" && name.namespace.hasPrefix("http://www.loc.gov/mods")
    } read: {
        MODSReader.content(of: $0, in: $1)
    }
}
