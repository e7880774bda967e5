import CatalogueModel

/// Reads one entry of a feed: RSS 2.0 and 1.0, Atom (RFC 4287), with the modules Dublin Core, Media RSS, podcasts,
/// content and Creative Commons.
struct FeedEntryReader {
    private let entry: XMLElement
    private let context: XMLRecordContext
    private var content = XMLRecordContent()
    private var identifiers = RecordIdentifiers()

    private static let atom = "http://www.w3.org/2005/Atom"
    private static let media = "http://search.yahoo.com/mrss/"

    private init(_ entry: XMLElement, _ context: XMLRecordContext) {
        self.entry = entry
        self.context = context
    }

    static func content(of entry: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        var reader = FeedEntryReader(entry, context)
        reader.takeIdentity()
        reader.takeLinks()
        reader.takeTexts()
        reader.takePeople()
        reader.takeTerms()
        reader.takeMedia()
        reader.takeRights()
        // An entry without a name of its own is told by where it leads (RSS 2.0: guid is optional).
        if reader.content[.identifier].isEmpty, let address = reader.content[.url].first {
            reader.content.add(address, to: .identifier)
        }
        reader.identifiers.fill(&reader.content)
        return reader.content
    }

    /// The elements of the entry, and those in its media group.
    private func all(_ local: String) -> [XMLElement] {
        entry.children(local) + entry.all("group", local).filter { $0.name.namespace == Self.media }
    }

    private func texts(_ local: String) -> [String] { all(local).map(\.text).filter { !$0.isEmpty } }

    private mutating func takeIdentity() {
        for guid in entry.children("guid") + entry.children("id") + entry.children("identifier") {
            content.add(content[.identifier].isEmpty ? guid.text : nil, to: .identifier)
            identifiers.add(guid[attribute: "isPermaLink"] == "false" && guid.text.hasPrefix("http") ? "" : guid.text)
        }
        if content[.identifier].isEmpty { content.add(entry[attribute: "about"], to: .identifier) }
    }

    private mutating func takeLinks() {
        var files: [String] = []
        for link in entry.children("link") {
            let address = link[attribute: "href"] ?? link.text
            switch link[attribute: "rel"] ?? "alternate" {
            case "alternate" where content[.url].isEmpty:
                if RecordIdentifiers.isAddress(address.trimmed) { content.add(address, to: .url) }
            case "enclosure":
                files.append(address)
                addKind(mediaType: link[attribute: "type"])
            default: break
            }
        }
        for enclosure in entry.children("enclosure") {
            files.append(enclosure[attribute: "url"] ?? enclosure[attribute: "resource"] ?? "")
            addKind(mediaType: enclosure[attribute: "type"])
        }
        for file in files { identifiers.addAddress(file) }
    }

    private mutating func addKind(mediaType: String?) {
        content.add(mediaType.flatMap(RepositoryTypes.code(forMediaType:)), to: .learningResourceType)
    }

    private mutating func takeTexts() {
        let titles = entry.children("title")
        let title = titles.first { $0.name.namespace != Self.media } ?? all("title").first
        content.add(title.map { plainText(ofHTML: $0.text) }, to: .name)
        let candidates = ["description", "summary", "abstract", "encoded", "content", "subtitle"]
        for name in candidates where content[.description].isEmpty {
            guard let element = all(name).first(where: { !$0.text.isEmpty }) else { continue }
            content.add(plainText(ofHTML: element.text), to: .description)
            content.add(element.language, to: .descriptionLanguage)
        }
        let language =
            entry.children("language").first?.text ?? entry.language ?? context.feed.language ?? context.language
        content.add(language, to: .inLanguage)
        let dates = ["pubDate", "published", "issued", "date", "created", "updated"]
        content.add(dates.lazy.flatMap(texts).first.map(FeedText.date), to: .datePublished)
    }

    private mutating func takePeople() {
        let people = entry.children("creator") + entry.children("author")
        content.add(people.map(FeedText.person), to: .creator)
        let credits = all("credit").filter { RecordTexts.creates(role: $0[attribute: "role"] ?? "") }
        content.add(credits.map(\.text), to: .creator)
        if content[.creator].isEmpty { content.add(context.feed.creators, to: .creator) }
        content.add(texts("publisher").first ?? context.feed.publisher, to: .publisherName)
    }
}

// MARK: Terms, media and rights

extension FeedEntryReader {
    private mutating func takeTerms() {
        for category in all("category") {
            let term = category[attribute: "label"] ?? category[attribute: "term"] ?? category[attribute: "text"]
            let scheme = category[attribute: "domain"] ?? category[attribute: "scheme"]
            let text = category.text.isEmpty ? term ?? "" : category.text
            RecordTexts.addSubject(plainText(ofHTML: text), scheme: scheme, to: &content)
        }
        for subject in texts("subject") { RecordTexts.addSubject(subject, to: &content) }
        for keywords in texts("keywords") {
            content.add(keywords.split(separator: ",").map(String.init), to: .keywords)
        }
        content.add(entry.children("type").compactMap { RepositoryTypes.code(for: $0.text) }, to: .learningResourceType)
        content.add(texts("audience"), to: .audience)
    }

    private mutating func takeMedia() {
        for file in all("content") where file.name.namespace == Self.media {
            addKind(mediaType: file[attribute: "type"] ?? file[attribute: "medium"])
            identifiers.addAddress(file[attribute: "url"])
            if content[.duration].isEmpty {
                content.add(file[attribute: "duration"].flatMap(RecordTexts.durationOrSeconds), to: .duration)
            }
        }
        guard content[.duration].isEmpty else { return }
        content.add(texts("duration").lazy.compactMap(RecordTexts.durationOrSeconds).first, to: .duration)
    }

    private mutating func takeRights() {
        let elements = ["license", "rights", "copyright"].flatMap(all)
        let links = entry.children("link").filter { $0[attribute: "rel"] == "license" }.compactMap {
            $0[attribute: "href"]
        }
        let found = links + elements.flatMap(FeedText.licences)
        RecordTexts.addLicences(found.isEmpty ? context.feed.licences : found, to: &content)
    }
}

extension XMLRecordForm {
    static let rssItem = XMLRecordForm("RSS") { name in
        name.local == "item"
            && [
                "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
                "http://backend.userland.com/rss2",
            ]
            .contains(name.namespace)
    } read: {
        FeedEntryReader.content(of: $0, in: $1)
    }

    static let atomEntry = XMLRecordForm("Atom") { name in
        name.local == "entry" && ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"].contains(name.namespace)
    } read: {
        FeedEntryReader.content(of: $0, in: $1)
    }
}
