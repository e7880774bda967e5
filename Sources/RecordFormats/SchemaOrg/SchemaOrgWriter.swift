package import CatalogueModel
package import Vocabularies

/// Writes a learning resource as a JSON-LD object with schema.org and LRMI keys, in a fixed order.
///
/// The bytes may stand in `<script type="application/ld+json">` as they are. What is written is read back the same by
/// `RecordReader` and `Normalisation`.
package struct SchemaOrgWriter: Sendable {
    /// Resource types → the schema.org types that say the same.
    private static let types = [
        "application": "SoftwareApplication", "assessment": "Quiz", "audio": "AudioObject", "course": "Course",
        "data": "Dataset", "educational_game": "Game", "image": "ImageObject", "map": "Map",
        "sheet_music": "SheetMusic", "slide": "PresentationDigitalDocument", "textbook": "Book", "video": "VideoObject",
        "web_page": "WebPage",
    ]

    private let vocabularies: VocabularySet
    private let language: PreferredLanguage

    /// - Parameter language: of the labels of concepts.
    package init(vocabularies: VocabularySet, language: PreferredLanguage) {
        self.vocabularies = vocabularies
        self.language = language
    }

    /// - Parameter also: writes members that are not the record's own, after those that are.
    package func json(of resource: LearningResource, also: (inout JSONWriter) -> Void = { _ in }) -> [UInt8] {
        var json = JSONWriter()
        write(resource, to: &json, also: also)
        return json.bytes
    }

    package func write(
        _ resource: LearningResource, to json: inout JSONWriter, also: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.object { json in
            json.member("@context", "https://schema.org/")
            writeTypes(of: resource, to: &json)
            json.member("identifier", resource.id.rawValue)
            json.member("name", resource.title)
            json.texts("alternateName", resource.alternativeTitles)
            writeDescription(of: resource, to: &json)
            json.member("url", resource.url)
            writePublisher(resource.publisher, to: &json)
            json.texts("creator", resource.creators)
            json.texts("inLanguage", resource.languages.map(\.rawValue))
            if let licence = resource.licence.flatMap(vocabularies.licences.licence(named:)) {
                json.member("license", licence.url)
            }
            json.texts("learningResourceType", resource.resourceTypes)
            writeTerms("about", resource.subjects, .subjects, to: &json)
            json.texts(
                "keywords", resource.keywords + resource.tags.map(\.name).filter { !resource.keywords.contains($0) })
            writeTerms("educationalLevel", resource.levels, .levels, to: &json)
            writeAudiences(resource.audiences, to: &json)
            json.texts("courseMode", resource.studyModes)
            json.text("datePublished", resource.datePublished?.description)
            json.text("timeRequired", resource.timeRequired?.description)
            json.text("duration", resource.duration?.description)
            json.texts("isBasedOn", resource.isBasedOn)
            json.texts("translationOfWork", resource.translationOfWork)
            json.texts("isPartOf", resource.partOf)
            json.texts("exampleOfWork", resource.versionOf)
            json.texts("coursePrerequisites", resource.prerequisites)
            json.text("subjectOf", resource.factsFrom)
            also(&json)
        }
    }

    private func writeTypes(of resource: LearningResource, to json: inout JSONWriter) {
        var types = ["LearningResource"]
        for type in resource.resourceTypes.compactMap({ Self.types[$0] }) where !types.contains(type) {
            types.append(type)
        }
        json.member("@type", types)
    }

    private func writeDescription(of resource: LearningResource, to json: inout JSONWriter) {
        guard let description = resource.description else { return }
        guard let tag = resource.descriptionLanguage else {
            json.member("description", description)
            return
        }
        json.key("description")
        json.object { json in
            json.member("@language", tag.rawValue)
            json.member("@value", description)
        }
    }

    private func writePublisher(_ publisher: Publisher, to json: inout JSONWriter) {
        json.key("publisher")
        json.object { json in
            json.member("@type", "Organization")
            json.member("identifier", publisher.id)
            json.member("name", publisher.name)
        }
    }

    private func writeTerms(_ key: String, _ codes: [String], _ scheme: SchemeID, to json: inout JSONWriter) {
        guard !codes.isEmpty else { return }
        let concepts = vocabularies[scheme]
        json.key(key)
        json.array { json in
            for code in codes {
                json.object { json in
                    json.member("@type", "DefinedTerm")
                    json.text("@id", concepts[code]?.exactMatches.first)
                    json.member("termCode", code)
                    json.member("name", concepts.label(of: code, in: language))
                }
            }
        }
    }

    private func writeAudiences(_ codes: [String], to json: inout JSONWriter) {
        guard !codes.isEmpty else { return }
        json.key("audience")
        json.array { json in
            for code in codes {
                json.object { json in
                    json.member("@type", "EducationalAudience")
                    json.member("educationalRole", code)
                    json.member("name", vocabularies[.audiences].label(of: code, in: language))
                }
            }
        }
    }
}

extension JSONWriter {
    /// Nothing where there is no text.
    fileprivate mutating func text(_ key: String, _ text: String?) {
        if let text { member(key, text) }
    }

    /// Nothing where the list is empty.
    fileprivate mutating func texts(_ key: String, _ texts: [String]) {
        if !texts.isEmpty { member(key, texts) }
    }
}
