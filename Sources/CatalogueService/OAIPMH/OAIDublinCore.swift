import CatalogueModel
import CatalogueStore
import RecordFormats
import Vocabularies

/// A resource as simple Dublin Core (`oai_dc`), facts of the record and labels of our vocabularies.
struct OAIDublinCore {
    static let namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/"
    static let schema = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"

    let resource: LearningResource
    let reference: ReferenceData

    var xml: String {
        let vocabularies = reference.vocabularies
        let licence = resource.licence.flatMap { vocabularies.licences.licence(named: $0)?.url } ?? resource.licence
        var elements = ""
        func add(_ name: String, _ values: [String?], language: LanguageTag? = nil) {
            let attribute = language.map { " xml:lang=\"\(XMLText.escaped($0.rawValue))\"" } ?? ""
            for value in values.compactMap(\.self) where !value.isEmpty {
                elements += "<dc:\(name)\(attribute)>\(XMLText.escaped(value))</dc:\(name)>\n"
            }
        }
        let single = resource.languages.count == 1 ? resource.languages.first : nil
        add("title", [resource.title] + resource.alternativeTitles, language: single)
        add("creator", resource.creators)
        add("subject", resource.subjects.map { vocabularies[.subjects].label(of: $0, in: .vietnamese) })
        add("subject", resource.keywords + resource.tags.map(\.name))
        add("description", [resource.description], language: resource.descriptionLanguage)
        let publisher = reference.registers.institution(resource.publisher.id)?.name
        add("publisher", [publisher ?? resource.publisher.name])
        add("date", [resource.datePublished?.description])
        add("type", resource.resourceTypes.map { vocabularies[.resourceTypes].label(of: $0, in: .english) })
        add("identifier", [resource.url] + resource.identifiers)
        add("language", resource.languages.map(\.rawValue))
        add("relation", resource.isBasedOn + resource.translationOfWork + resource.partOf + resource.versionOf)
        add("rights", [licence])
        return """
            <oai_dc:dc xmlns:oai_dc="\(Self.namespace)" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="\(Self.namespace) \(Self.schema)">
            \(elements)</oai_dc:dc>

            """
    }
}
