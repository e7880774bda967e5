import CatalogueModel

/// Reads a schema.org object (LRMI, AMB and our own Corpus) into the fields of a source record.
struct SchemaOrgReader {
    private(set) var values: [SourceField: [String]] = [:]
    /// Keys that are no schema.org property.
    private(set) var unknownKeys: [String] = []
    /// Keys whose values could not be read as text.
    private(set) var unreadableKeys: [String] = []
    private var nodeIDs: [String] = []
    private var types: [String] = []

    init(_ object: JSONValue) {
        guard case .object(let members) = object else { return }
        for member in members { take(Self.localName(of: member.key), member.value) }
        if values[.identifier] == nil { add(nodeIDs, to: .identifier) }
        if values[.url] == nil { add(nodeIDs.filter { $0.hasPrefix("http") }, to: .url) }
        if values[.learningResourceType] == nil {
            let telling = types.map(Self.localName(of:)).filter(SchemaOrgTerms.tellingTypes.contains)
            add(telling, to: .learningResourceType)
        }
    }

    private mutating func take(_ key: String, _ value: JSONValue) {
        if let property = SchemaOrgTerms.taken[key] {
            take(key, value, as: property)
            return
        }
        switch key {
        case "@id", "id": nodeIDs += SchemaOrgText.all(in: value, shape: .identifiers)
        case "@type", "type": types += SchemaOrgText.all(in: value, shape: .identifiers)
        case "publisher": takePublisher(value)
        case "educationalAlignment": takeAlignment(value)
        case "hasCourseInstance": takeCourseMode(value)
        default:
            if !key.hasPrefix("@"), !SchemaOrgTerms.passedOver.contains(key) { unknownKeys.append(key) }
        }
    }

    private mutating func take(_ key: String, _ value: JSONValue, as property: SchemaOrgTerms.Property) {
        if property.field == .description || property.field == .name,
            let choice = SchemaOrgText.preferred(in: value)
        {
            add([choice.text], to: property.field)
            if property.field == .description, let language = choice.language, values[.descriptionLanguage] == nil {
                add([language], to: .descriptionLanguage)
            }
            return
        }
        var texts = SchemaOrgText.all(in: value, shape: property.shape)
        if case .links = property.shape {
            return add(texts.filter { $0.contains(":") && !$0.contains(where: \.isWhitespace) }, to: property.field)
        }
        if case .string(let text) = value, case .keywords = property.shape {
            texts = text.split(separator: ",").map(String.init)
        }
        if property.field == .descriptionLanguage, !texts.isEmpty { values[.descriptionLanguage] = nil }
        add(texts, to: property.field)
        if texts.isEmpty, !value.isEmpty { unreadableKeys.append(key) }
    }

    private mutating func takePublisher(_ value: JSONValue) {
        switch value {
        case .array(let publishers): publishers.first.map { takePublisher($0) }
        case .object:
            let ids = ["identifier", "@id", "id", "url"].lazy.compactMap { value[$0] }
            // An address (of a home page, in Wikidata or ROR) is no identifier of the register of institutions.
            let texts = ids.first.map { SchemaOrgText.all(in: $0, shape: .identifiers) } ?? []
            add(texts.filter { !$0.hasPrefix("https://") && !$0.hasPrefix("http://") }, to: .publisher)
            add(value["name"].map { SchemaOrgText.all(in: $0, shape: .names) } ?? [], to: .publisherName)
        default:
            if let text = value.text { add([text], to: .publisher) }
        }
    }

    /// LRMI's older way to state level and subject.
    private mutating func takeAlignment(_ value: JSONValue) {
        switch value {
        case .array(let alignments): alignments.forEach { takeAlignment($0) }
        case .object:
            let field: SourceField
            switch value["alignmentType"]?.text {
            case "educationalLevel": field = .educationalLevel
            case "educationalSubject": field = .about
            default: return
            }
            add(SchemaOrgText.all(in: value, shape: .terms), to: field)
        default: break
        }
    }

    private mutating func takeCourseMode(_ value: JSONValue) {
        switch value {
        case .array(let instances): instances.forEach { takeCourseMode($0) }
        default:
            if let mode = value["courseMode"] { add(SchemaOrgText.all(in: mode, shape: .types), to: .courseMode) }
        }
    }

    private mutating func add(_ texts: [String], to field: SourceField) {
        let texts = texts.map(\.trimmed).filter { !$0.isEmpty }
        if !texts.isEmpty { values[field, default: []] += texts }
    }

    /// `schema:name` and `https://schema.org/name` are `name`.
    private static func localName(of key: String) -> String {
        for prefix in ["https://schema.org/", "http://schema.org/", "schema:", "sdo:", "lrmi:"]
        where key.hasPrefix(prefix) {
            return String(key.dropFirst(prefix.count))
        }
        return key
    }
}

extension JSONValue {
    /// Null, and text, lists and objects with nothing in them.
    fileprivate var isEmpty: Bool {
        switch self {
        case .null: true
        case .string(let text): text.trimmed.isEmpty
        case .array(let elements): elements.allSatisfy(\.isEmpty)
        case .object(let members): members.isEmpty
        case .bool, .number: false
        }
    }
}
