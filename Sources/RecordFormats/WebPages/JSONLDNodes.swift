/// Finds the learning resources in the JSON-LD of a page.
///
/// Looked through are lists, `@graph`, `mainEntity` and the items of an `ItemList`. A node that is only a reference
/// (`{"@id": …}`) is filled in from the other nodes of the page, one level deep.
struct JSONLDNodes {
    /// Types that describe a learning resource in themselves (schema.org, LRMI).
    static let resourceTypes: Set<String> = [
        "3DModel", "AudioObject", "Audiobook", "Book", "Chapter", "Course", "Dataset", "DigitalDocument", "Drawing",
        "Game", "Guide", "HowTo", "LearningResource", "Manuscript", "Map", "MobileApplication", "Painting",
        "Photograph",
        "PodcastEpisode", "PodcastSeries", "PresentationDigitalDocument", "Quiz", "Report", "ScholarlyArticle",
        "Sculpture", "SheetMusic", "SoftwareApplication", "SpreadsheetDigitalDocument", "Syllabus", "TechArticle",
        "TextDigitalDocument", "Thesis", "VideoGame", "VideoObject", "VisualArtwork", "WebApplication",
    ]
    /// Types that are on every page, and count only where they say something of learning.
    static let commonTypes: Set<String> = [
        "Article", "BlogPosting", "CreativeWork", "ImageObject", "NewsArticle", "WebPage", "WebSite",
    ]
    static let learningProperties = [
        "assesses", "competencyRequired", "educationalAlignment", "educationalLevel", "educationalUse",
        "learningResourceType", "teaches", "typicalAgeRange",
    ]

    private var nodes: [(node: JSONValue, line: Int)] = []
    private var nodesByID: [String: JSONValue] = [:]

    /// - Parameter line: of the script the value stands in.
    mutating func take(_ value: JSONValue, line: Int) {
        switch value {
        case .array(let elements): elements.forEach { take($0, line: line) }
        case .object:
            learn(value)
            if Self.isResource(value) { nodes.append((value, line)) }
            for key in ["@graph", "mainEntity", "itemListElement", "item"] {
                if let inner = value[key], !Self.isResource(value) || key == "@graph" { take(inner, line: line) }
            }
        default: break
        }
    }

    private mutating func learn(_ node: JSONValue) {
        guard case .object(let members) = node, members.count > 1,
            let id = (node["@id"] ?? node["id"])?.text, nodesByID[id] == nil
        else { return }
        nodesByID[id] = node
    }

    private static func isResource(_ node: JSONValue) -> Bool {
        let types: [String] =
            switch node["@type"] ?? node["type"] {
            case .string(let type): [type]
            case .array(let list): list.compactMap(\.text)
            default: []
            }
        let names = types.map { String($0.split { $0 == "/" || $0 == ":" || $0 == "#" }.last ?? "") }
        if names.contains(where: resourceTypes.contains) { return true }
        return names.contains(where: commonTypes.contains) && learningProperties.contains { node[$0] != nil }
    }

    /// The resources in page order, each node once.
    var resources: [(node: JSONValue, line: Int)] {
        var seen: Set<String> = []
        return nodes.compactMap { node, line in
            if let id = (node["@id"] ?? node["id"])?.text, !seen.insert(id).inserted { return nil }
            return (filled(node), line)
        }
    }

    private func filled(_ node: JSONValue) -> JSONValue {
        guard case .object(let members) = node else { return node }
        return .object(members.map { JSONValue.Member(key: $0.key, value: resolved($0.value)) })
    }

    private func resolved(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            guard members.count == 1, let id = value["@id"]?.text, let node = nodesByID[id] else { return value }
            return node
        case .array(let elements): return .array(elements.map(resolved))
        default: return value
        }
    }
}
