import CatalogueModel
import CatalogueStore
import Vocabularies

/// What has to be said of a resource wherever it is passed on: title, author, source, licence (the practice Creative
/// Commons recommends).
struct Attribution {
    private let words: ResourceWords
    private let language: PreferredLanguage

    init(_ resource: LearningResource, reference: ReferenceData, language: PreferredLanguage) {
        words = ResourceWords(resource, reference: reference, language: language)
        self.language = language
    }

    var text: String {
        let resource = words.resource
        let makers = resource.creators.isEmpty ? words.publisher : resource.creators.joined(separator: ", ")
        let licence = words.licence.map { "\($0.label[language]) <\($0.url)>" }
        let unknown = LocalisedText(
            vietnamese: "chưa rõ giấy phép: chỉ xem tại nguồn", english: "licence not known: to be read at its source")
        return LocalisedText(
            vietnamese: "“\(resource.title)”, \(makers). Nguồn: \(words.publisher) <\(resource.url)>. Giấy phép: "
                + (licence ?? unknown.vietnamese) + ".",
            english: "“\(resource.title)”, \(makers). Source: \(words.publisher) <\(resource.url)>. Licence: "
                + (licence ?? unknown.english) + ".")[language]
    }
}
