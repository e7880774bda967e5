import CatalogueModel
import Normalisation
import Testing

/// A made-up record for telling duplicates.
struct DuplicateRecord: Sendable {
    var id = "a:1"
    var title: String
    var url = ""
    var creators: [String] = []
    var languages: [String] = []
    var types: [String] = []
    var identifiers: [String] = []
    var date: String?

    init(_ title: String, by creators: String..., url: String = "", in languages: String..., on date: String? = nil) {
        self.title = title
        self.creators = creators
        self.url = url
        self.languages = languages
        self.date = date
    }

    func identified(_ identifiers: String...) -> Self {
        var record = self
        record.identifiers = identifiers
        return record
    }

    func typed(_ types: String...) -> Self {
        var record = self
        record.types = types
        return record
    }

    /// - Parameter host: of the address, where the record has none.
    func resource(at host: String) -> LearningResource {
        var resource = LearningResource(
            id: ResourceID(id) ?? .placeholder, title: title, url: url.isEmpty ? "https://\(host)/x" : url,
            publisher: Publisher(id: host, name: host))
        resource.creators = creators
        resource.languages = languages.compactMap { LanguageTag($0) }
        resource.resourceTypes = types
        resource.identifiers = identifiers
        resource.datePublished = date.flatMap { PartialDate($0) }
        return resource
    }
}

extension ResourceID {
    fileprivate static var placeholder: Self {
        guard let id = ResourceID("x:1") else { preconditionFailure("“x:1” is an identifier") }
        return id
    }
}

/// Two made-up records and what they are to each other.
struct DuplicateCase: CustomTestStringConvertible, Sendable {
    let what: String
    let first: DuplicateRecord
    let second: DuplicateRecord

    init(_ what: String, _ first: DuplicateRecord, _ second: DuplicateRecord) {
        self.what = what
        self.first = first
        self.second = second
    }

    var testDescription: String { what }

    var traits: (DuplicateTraits, DuplicateTraits) {
        (DuplicateTraits(first.resource(at: "a.example")), DuplicateTraits(second.resource(at: "b.example")))
    }
}
