import CatalogueModel
import Foundation

/// What the column headings of a table mean: our field names, plain English ones, and those a Vietnamese school uses.
enum CSVHeadings {
    /// The field a heading stands for; case, marks of spacing and a trailing `*` do not count.
    static func field(named heading: String) -> SourceField? {
        fields[key(of: heading)]
    }

    /// The heading under which a field is written in tables for people.
    static func heading(of field: SourceField) -> String { synonyms[field]?.first ?? field.rawValue }

    /// Fields whose cells hold several values.
    static let lists: Set<SourceField> = [
        .alternateName, .creator, .inLanguage, .learningResourceType, .about, .keywords, .educationalLevel, .audience,
        .courseMode,
    ]

    /// Fields of addresses and identifiers, in which a semicolon may stand.
    static let addressLists: Set<SourceField> = [
        .isBasedOn, .translationOfWork, .isPartOf, .isVersionOf, .coursePrerequisites, .otherIdentifier,
    ]

    private static let fields: [String: SourceField] = {
        var fields: [String: SourceField] = [:]
        for field in SourceField.allCases { fields[key(of: field.rawValue)] = field }
        for (field, headings) in synonyms {
            for heading in headings { fields[key(of: heading)] = field }
        }
        return fields
    }()

    private static func key(of heading: String) -> String {
        let letters = heading.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return String(String.UnicodeScalarView(letters))
    }

    private static let synonyms: [SourceField: [String]] = [
        .identifier: ["Mã", "Mã số", "Mã tài nguyên", "Mã học liệu", "Định danh", "id", "code"],
        .name: ["Tiêu đề", "Tên", "Nhan đề", "Tên tài nguyên", "Tên học liệu", "Tên khóa học", "title"],
        .otherIdentifier: ["DOI, ISBN, ISSN"],
        .alternateName: ["Tên khác", "Nhan đề khác", "Tên gốc", "alternative title", "other titles"],
        .description: ["Mô tả", "Tóm tắt", "Giới thiệu", "Nội dung", "summary"],
        .descriptionLanguage: ["Ngôn ngữ mô tả", "Ngôn ngữ của mô tả", "language of the description"],
        .url: ["Địa chỉ", "Đường dẫn", "Liên kết", "Địa chỉ/Đường dẫn", "Link", "Địa chỉ web", "address"],
        .publisher: [
            "Đơn vị", "Nhà xuất bản", "Đơn vị/Nhà xuất bản", "Mã đơn vị", "Mã nhà xuất bản", "publisher id",
            "institution",
        ],
        .publisherName: ["Tên đơn vị", "Tên nhà xuất bản", "publisher name", "name of the institution"],
        .creator: ["Tác giả", "Giảng viên", "Người biên soạn", "Giáo viên", "author", "authors", "creators"],
        .inLanguage: ["Ngôn ngữ", "Tiếng", "language", "languages"],
        .license: ["Giấy phép", "Bản quyền", "licence"],
        .learningResourceType: ["Loại", "Loại hình", "Loại tài nguyên", "Loại học liệu", "type", "resource type"],
        .about: ["Lĩnh vực", "Chủ đề", "Môn học", "Ngành", "Chuyên ngành", "subject", "subjects"],
        .keywords: ["Từ khóa", "Từ khoá", "tags"],
        .educationalLevel: ["Trình độ", "Cấp học", "Bậc học", "level", "levels"],
        .audience: ["Đối tượng", "Người học", "Dành cho"],
        .courseMode: ["Hình thức học", "Hình thức", "study mode"],
        .datePublished: [
            "Năm", "Ngày xuất bản", "Năm xuất bản", "Năm/Ngày xuất bản", "Ngày công bố", "Ngày", "date", "year",
        ],
        .timeRequired: ["Thời gian học", "Thời lượng học", "learning time"],
        .duration: ["Thời lượng", "Thời lượng phát", "length", "playing time"],
        .isBasedOn: ["Dựa trên", "Phỏng theo", "based on"],
        .isPartOf: ["Thuộc", "Là một phần của", "Thuộc khóa học", "part of"],
        .isVersionOf: ["Phiên bản của", "version of"],
        .coursePrerequisites: ["Cần học trước", "Học trước", "prerequisites"],
        .translationOfWork: ["Bản dịch của", "Dịch từ", "translation of"],
        .subjectOf: ["Nguồn", "Trang nguồn", "Trang nguồn của thông tin", "source", "where these facts come from"],
    ]
}
