import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Vocabularies

/// Prints one resource with all its facts.
struct ResourcePrinter {
    let reference: ReferenceData
    let language: PreferredLanguage

    func print(_ entry: CatalogueEntry) {
        let resource = entry.resource
        Swift.print(Terminal.bold(Terminal.plain(resource.title)))
        for title in resource.alternativeTitles { Swift.print(Terminal.plain(title)) }
        if let description = resource.description { Swift.print(Terminal.plain(description)) }
        for (name, value) in rows(of: entry) where !value.isEmpty {
            Swift.print("  \(Terminal.faint(name[language] + ":")) \(Terminal.plain(value))")
        }
    }

    private func rows(of entry: CatalogueEntry) -> [(LocalisedText, String)] {
        let resource = entry.resource
        let licence = resource.licence.flatMap { reference.vocabularies.licences.licence(named: $0) }
        let openness = (licence?.openness ?? .unknown).rawValue
        let place = "\(entry.location.file):\(entry.location.line)"
        return [
            (text("Địa chỉ", "Address"), resource.url),
            (text("Đơn vị công bố", "Publisher"), "\(resource.publisher.name) [\(resource.publisher.id)]"),
            (text("Tác giả", "Creator"), resource.creators.joined(separator: "; ")),
            (text("Loại", "Type"), labels(resource.resourceTypes, .resourceTypes)),
            (text("Lĩnh vực", "Subject"), labels(resource.subjects, .subjects)),
            (text("Từ khóa", "Keywords"), resource.keywords.joined(separator: "; ")),
            (text("Trình độ", "Level"), labels(resource.levels, .levels)),
            (text("Dành cho", "For"), labels(resource.audiences, .audiences)),
            (text("Ngôn ngữ", "Language"), labels(resource.languages.map(\.primary), .languages)),
            (text("Giấy phép", "Licence"), licence.map { "\($0.label[language]) <\($0.url)>" } ?? "?"),
            (text("Quyền sử dụng", "Rights"), labels([openness], .openness)),
            (text("Ngày công bố", "Published"), resource.datePublished?.description ?? ""),
            (text("Thời gian học", "Time required"), resource.timeRequired?.description ?? ""),
            (text("Thời lượng", "Duration"), resource.duration?.description ?? ""),
            (text("Nguồn thông tin", "Facts from"), resource.factsFrom ?? ""),
            (
                text("Bản ghi", "Record"),
                "\(resource.id), \(text("phiên bản", "version")[language]) \(entry.version), \(place)"
            ),
        ]
    }

    private func labels(_ codes: [String], _ scheme: SchemeID) -> String {
        codes.map { reference.vocabularies[scheme].label(of: $0, in: language) }.joined(separator: "; ")
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
