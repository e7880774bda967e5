package import CatalogueModel
package import CatalogueStore
import GRDB
import Vocabularies

/// What reports say of a resource beside its figures.
package struct ItemFacts: Hashable, Sendable {
    package var title: String
    package var url: String
    package var publisher: String
    package var publisherID: String
    package var publisherType: String
    /// The institution's territory and those around it.
    package var territories: [String]
    /// Codes with all that are broader.
    package var subjects: [String]
    package var levels: [String]
    /// Main language; empty where unknown.
    package var language: String
    package var openness: String
    package var audiences: [String]
    /// COUNTER 5.1 §3.3.2.
    package var dataType: String
    package var identifiers: [String]
    /// `0001` where unknown (§3.3.7).
    package var year: String

    package init(_ resource: LearningResource, reference: ReferenceData) {
        let registers = reference.registers
        title = resource.title
        url = resource.url
        publisher = resource.publisher.name
        publisherID = resource.publisher.id
        publisherType = registers.institution(resource.publisher.id)?.type ?? ""
        territories = registers.territoryPath(ofInstitution: resource.publisher.id)
        let scheme = reference.vocabularies[.subjects]
        var seen: Set<String> = []
        subjects = resource.subjects.flatMap { scheme.path(of: $0).map(\.code) }.filter { seen.insert($0).inserted }
        levels = resource.levels
        language = resource.languages.first?.primary ?? ""
        openness =
            resource.licence.flatMap { reference.vocabularies.licences.licence(named: $0)?.openness.rawValue } ?? "E"
        audiences = resource.audiences
        dataType = Self.dataType(resource.resourceTypes.first)
        identifiers = resource.identifiers
        year = resource.datePublished.map { String($0.description.prefix(4)) } ?? "0001"
    }

    /// The COUNTER data type nearest to a learning resource type.
    static func dataType(_ type: String?) -> String {
        switch type {
        case "audio": "Sound"
        case "video": "Audiovisual"
        case "image", "diagram", "map": "Image"
        case "textbook": "Book"
        case "data": "Dataset"
        case "application": "Software"
        case "simulation", "educational_game", "experiment", "drill_and_practice", "assessment": "Interactive_Resource"
        case "course": "Multimedia"
        default: "Other"
        }
    }
}

extension CatalogueStore {
    /// Facts of resources by identifier, withdrawn ones among them; those the catalogue never had are left out.
    package func itemFacts(of ids: [String]) throws -> [String: ItemFacts] {
        let reference = try referenceData()
        return try read { db in
            let find = try db.cachedStatement(sql: "SELECT record FROM learningResource WHERE id = ?")
            var facts: [String: ItemFacts] = [:]
            for id in ids {
                guard let record = try String.fetchOne(find, arguments: [id]) else { continue }
                facts[id] = ItemFacts(try JSONText.value(LearningResource.self, of: record), reference: reference)
            }
            return facts
        }
    }
}
