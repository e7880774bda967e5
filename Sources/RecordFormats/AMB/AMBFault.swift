import CatalogueModel
import Vocabularies

extension RecordFault {
    /// - Parameters:
    ///   - path: of the field at fault, such as `about[0].prefLabel`.
    ///   - demand: what AMB asks of it.
    static func amb(_ path: String, _ reason: RecordProblem.Reason, _ demand: LocalisedText) -> Self {
        let section = path.prefix { $0 != "[" && $0 != "." }
        return Self(
            reason, vietnamese: "Chưa đúng hồ sơ AMB: \(demand.vietnamese)",
            english: "Not as the AMB profile has it: \(demand.english)",
            remedyVietnamese: "Bản ghi vẫn được nhận; hãy xem mục “\(section)” của AMB (https://w3id.org/kim/amb/)",
            remedyEnglish:
                "The record is taken all the same; see section “\(section)” of AMB (https://w3id.org/kim/amb/)"
        ).asWarning(of: path)
    }

    static let ambContext = amb(
        "@context", .malformedValue,
        LocalisedText(
            vietnamese: "phải là danh sách có https://w3id.org/kim/amb/context.jsonld và {\"@language\": \"vi\"}",
            english: "it is a list with https://w3id.org/kim/amb/context.jsonld and {\"@language\": \"vi\"}"))
}

/// What AMB asks of a value, as the end of a sentence.
extension LocalisedText {
    static let ambRequired = Self(vietnamese: "trường này bắt buộc", english: "this field is required")
    static let ambList = Self(vietnamese: "phải là một danh sách […]", english: "it is a list […]")
    static let ambObject = Self(vietnamese: "phải là một đối tượng {…}", english: "it is an object {…}")
    static let ambText = Self(vietnamese: "phải là một chuỗi", english: "it is a string")
    static let ambBoolean = Self(vietnamese: "phải là true hoặc false", english: "it is true or false")
    static let ambAddress = Self(
        vietnamese: "phải là một địa chỉ đầy đủ (URI)", english: "it is a whole address (URI)")
    static let ambDate = Self(
        vietnamese: "phải là ngày như 2021-05-30 hoặc 2021-05-30T08:00:00Z",
        english: "it is a day such as 2021-05-30, or 2021-05-30T08:00:00Z")
    static let ambDuration = Self(
        vietnamese: "phải là khoảng thời gian như PT1H30M", english: "it is a length of time such as PT1H30M")
    static let ambDigits = Self(
        vietnamese: "phải là chuỗi chữ số, không có đơn vị", english: "it is a string of digits without a unit")
    static let ambHash = Self(vietnamese: "phải gồm 64 chữ số hex", english: "it is 64 hexadecimal digits")
    static let ambMediaType = Self(
        vietnamese: "phải là kiểu như video/mp4", english: "it is a media type such as video/mp4")
    static let ambLanguage = Self(
        vietnamese: "phải là mã ngôn ngữ hai chữ thường như vi",
        english: "it is a language of two small letters such as vi")
    static let ambLanguageMap = Self(
        vietnamese: "phải ghi theo ngôn ngữ: {\"vi\": \"…\"}", english: "it is texts by language: {\"vi\": \"…\"}")
    static let ambDefaultLanguage = Self(
        vietnamese: "thiếu ngôn ngữ mặc định {\"@language\": \"vi\"}",
        english: "the default language {\"@language\": \"vi\"} is missing")
    static let ambLearningResource = Self(
        vietnamese: "phải có “LearningResource”", english: "“LearningResource” must be among them")

    static func ambOneOf(_ words: [String]) -> Self {
        let list = words.count > 8 ? words.prefix(8).joined(separator: ", ") + " …" : words.joined(separator: ", ")
        return Self(vietnamese: "phải là một trong \(list)", english: "it is one of \(list)")
    }

    static func ambBelow(_ prefixes: [String]) -> Self {
        let list = prefixes.joined(separator: ", ")
        return Self(vietnamese: "địa chỉ phải thuộc \(list)", english: "its address lies below \(list)")
    }

    static func ambOneIDBelow(_ prefixes: [String]) -> Self {
        let list = prefixes.joined(separator: ", ")
        return Self(
            vietnamese: "ít nhất một “id” phải thuộc \(list)", english: "at least one “id” lies below \(list)")
    }
}
