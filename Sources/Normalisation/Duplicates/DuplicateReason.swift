package import Vocabularies

/// One thing that speaks for or against two records describing the same resource.
package enum DuplicateReason: String, CaseIterable, Hashable, Sendable {
    case sameIdentifier
    case sameAddress
    case differentIdentifiers
    case sameTitle
    case nearlySameTitle
    case titleWithoutSubtitle
    case titleContained
    case titlesContrast
    case titlesUnrelated
    case tellingTitle
    case commonTitle
    case sameCreators
    case someSameCreators
    case differentCreators
    case creatorsMissing
    case sameYear
    case differentYears
    case sameLanguage
    case differentLanguages
    case differentNumbers
    case numberMissing
    case differentTypes
    case sameSite
    case sameSharedSite

    package var label: LocalisedText {
        let (vietnamese, english) = words
        return LocalisedText(vietnamese: vietnamese, english: english)
    }

    private var words: (String, String) {
        switch self {
        case .sameIdentifier: ("cùng mã quốc tế (DOI, ISBN…)", "the same identifier (DOI, ISBN…)")
        case .sameAddress: ("cùng địa chỉ", "the same address")
        case .differentIdentifiers: ("mã quốc tế khác nhau", "different identifiers")
        case .sameTitle: ("cùng tên", "the same title")
        case .nearlySameTitle: ("tên gần như nhau", "nearly the same title")
        case .titleWithoutSubtitle: ("cùng tên chính, một bên thêm tên phụ", "the same title, one with a subtitle")
        case .titleContained: ("tên này nằm trong tên kia", "one title says more than the other")
        case .titlesContrast: ("tên khác nhau ở từ riêng", "titles that differ in telling words")
        case .titlesUnrelated: ("tên khác hẳn", "unrelated titles")
        case .tellingTitle: ("tên dài, nói rõ", "a long, telling title")
        case .commonTitle: ("tên ngắn hoặc chung chung", "a short or general title")
        case .sameCreators: ("cùng tác giả", "the same creators")
        case .someSameCreators: ("chung một số tác giả", "some creators in common")
        case .differentCreators: ("khác tác giả", "different creators")
        case .creatorsMissing: ("thiếu tác giả để so", "no creators to compare")
        case .sameYear: ("cùng năm", "the same year")
        case .differentYears: ("khác năm", "different years")
        case .sameLanguage: ("cùng ngôn ngữ", "the same language")
        case .differentLanguages: ("khác ngôn ngữ: có thể là bản dịch", "different languages: perhaps a translation")
        case .differentNumbers:
            ("khác tập, phần, lần xuất bản hoặc trình độ", "different volume, part, edition or level")
        case .numberMissing: ("một bên có số tập, phần hoặc năm", "a volume, part or year on one side only")
        case .differentTypes: ("khác loại học liệu", "different types of resource")
        case .sameSite: ("hai địa chỉ trên cùng một trang của một đơn vị", "two addresses of one publisher's site")
        case .sameSharedSite: ("hai địa chỉ trên cùng nền tảng", "two addresses of one platform")
        }
    }
}
