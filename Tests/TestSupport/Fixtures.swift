package import CatalogueModel
package import CatalogueStore
package import Foundation
import Vocabularies

/// Made-up records and a small, made-up reference; nothing here is a real resource.
package enum Fixture {
    package static let instant = Date(timeIntervalSince1970: 1_700_000_000)

    /// A made-up resource; `change` sets what a test is about.
    package static func resource(
        _ id: String, title: String = "Tài liệu thử", _ change: (inout LearningResource) -> Void = { _ in }
    ) -> LearningResource {
        guard let resourceID = ResourceID(id) else { preconditionFailure("“\(id)” is no identifier") }
        var resource = LearningResource(
            id: resourceID, title: title, url: "https://example.org/\(id)",
            publisher: Publisher(id: "example", name: "Trường Thử"))
        change(&resource)
        return resource
    }

    package static func languages(_ tags: String...) -> [LanguageTag] { tags.compactMap { LanguageTag($0) } }

    /// A few concepts of every scheme, two licences, a vocational crosswalk, one institution in two nested territories.
    package static var reference: ReferenceData {
        func concept(_ code: String, _ vietnamese: String, _ english: String, broader: String? = nil, _ more: String...)
            -> Concept
        {
            Concept(
                code: code, broader: broader, label: LocalisedText(vietnamese: vietnamese, english: english),
                alternativesInVietnamese: more)
        }
        let schemes = [
            ConceptScheme(
                id: .subjects,
                concepts: [
                    concept("08", "Nông lâm thủy sản", "Agriculture"),
                    concept("083", "Thủy sản", "Fisheries", broader: "08", "nuôi tôm"),
                    concept("10", "Dịch vụ", "Services"),
                    concept("101", "Dịch vụ cá nhân", "Personal services", broader: "10", "nấu ăn", "ẩm thực"),
                ]),
            ConceptScheme(
                id: .levels,
                concepts: [concept("isced5", "Cao đẳng", "Short-cycle tertiary"), concept("vqf5", "Bậc 5", "VQF 5")]),
            ConceptScheme(
                id: .resourceTypes,
                concepts: [
                    concept("video", "Video", "Video", "phim"), concept("textbook", "Giáo trình", "Textbook"),
                    concept("course", "Khóa học", "Course"),
                ]),
            ConceptScheme(
                id: .openness, concepts: [concept("A", "Mở hoàn toàn", "Open"), concept("E", "Chưa rõ", "Unknown")]),
            ConceptScheme(
                id: .languages,
                concepts: [concept("vi", "Tiếng Việt", "Vietnamese"), concept("en", "Tiếng Anh", "English")]),
            ConceptScheme(id: .audiences, concepts: [concept("farmers", "Nông dân", "Farmers")]),
        ]
        let licences = LicenceRegister(licences: [
            Licence(
                code: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/", openness: .open,
                label: LocalisedText(vietnamese: "CC Ghi công 4.0", english: "CC Attribution 4.0")),
            Licence(
                code: "CC-BY-NC-SA-3.0", url: "https://creativecommons.org/licenses/by-nc-sa/3.0/",
                openness: .openWithLimits,
                label: LocalisedText(vietnamese: "CC BY-NC-SA 3.0", english: "CC BY-NC-SA 3.0")
            ),
        ])
        var institution = Institution(id: "example", name: "Trường Thử", type: "university")
        institution.territory = "example-district"
        var district = Territory(id: "example-district", name: "Quận Thử", type: "district-urban")
        district.parent = "example-city"
        return ReferenceData(
            vocabularies: VocabularySet(
                schemes: schemes, licences: licences,
                crosswalks: [.vqfToISCED: ["vqf5": "isced5"], .lrmiToResourceTypes: ["VideoObject": "video"]]),
            registers: Registers(
                institutions: [institution],
                territories: [district, Territory(id: "example-city", name: "Thành phố Thử", type: "city")]))
    }
}

extension CatalogueStore {
    /// A catalogue in memory with `resources` and the made-up reference in it.
    package static func containing(_ resources: LearningResource...) throws -> CatalogueStore {
        try containing(resources)
    }

    package static func containing(_ resources: [LearningResource]) throws -> CatalogueStore {
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: Fixture.reference)
        try store.add(resources)
        return store
    }

    /// Saves `resources` as one run.
    @discardableResult
    package func add(_ resources: [LearningResource]) throws -> SaveCounts {
        let session = try IngestSession(self, source: "test", at: Fixture.instant)
        let records = resources.enumerated().map { offset, resource in
            AcceptedRecord(resource: resource, location: SourceLocation(file: "test.jsonl", line: offset + 1))
        }
        return try session.save(records, at: Fixture.instant)
    }
}
